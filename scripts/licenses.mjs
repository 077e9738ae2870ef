/** The licences of the libraries inside a bundle, as their authors ask for. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Folder of the package that a bundled file belongs to, or undefined for our own files. */
function packageOf(file) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll(path.sep, "/"));
  return match?.[1];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version}\n${text}\n`;
}

/** Writes `licenses.txt` into `folder` for every library among the inputs of esbuild metafiles. */
export function writeLicenses(folder, metafiles) {
  const files = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const packages = [...new Set(files.map(packageOf).filter((one) => one !== undefined))].sort();
  if (packages.length > 0) writeFileSync(path.join(folder, "licenses.txt"), packages.map(notice).join("\n"));
}
