// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an example is a shell command
import { invalidInput } from "../../format/errors.js";
import type { Command } from "../command.js";
import { type CompletionShell, type CompletionSource, completionScript, SHELLS } from "../completion.js";

const isShell = (word: string | undefined): word is CompletionShell => SHELLS.some((shell) => shell === word);

/** The command over the tables that it completes; `load` is called only when a script is asked for. */
export const completionCommand = (load: () => Promise<CompletionSource>): Command => ({
  name: "completion",
  summary: "Print a completion script for a shell.",
  description: "Print a script that completes gait's commands, flags and values in bash, zsh or fish.",
  usage: ["completion bash|zsh|fish"],
  flags: [],
  examples: [
    { line: 'eval "$(gait completion bash)"', why: "In ~/.bashrc." },
    { line: 'gait completion zsh > "${fpath[1]}/_gait"', why: "Once, for zsh." },
    { line: "gait completion fish > ~/.config/fish/completions/gait.fish", why: "Once, for fish." },
  ],
  run: async (args) => {
    const [shell, ...others] = args.positionals;
    if (!isShell(shell) || others.length > 0) throw invalidInput("expected one of bash, zsh, fish");
    const script = completionScript(shell, await load());
    return { exitCode: 0, verbatim: true, json: { ok: true, shell, script: script.map((line) => `${line}\n`).join("") }, text: script };
  },
});
