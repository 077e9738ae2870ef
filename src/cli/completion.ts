// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are shell scripts
/** Completion scripts, made from the command tables. They are static: completing a word starts no process. */
import type { Command, Flag } from "./command.js";
import { flagsOf } from "./flags.js";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type CompletionShell = (typeof SHELLS)[number];

/** One position of the command line: what may come after the words before it. */
interface Place {
  /** Words so far: "", "run", "run record". */
  readonly path: string;
  /** Words that lead on, with what they are for. */
  readonly words: readonly (readonly [word: string, summary: string])[];
  /** Flags of the command that the words name; empty for a group. */
  readonly flags: readonly Flag[];
}

/** The first sentence of a group is known to no command, so it comes along. */
export interface CompletionSource {
  readonly commands: readonly Command[];
  readonly groups: Readonly<Record<string, string>>;
}

function places({ commands, groups }: CompletionSource): Place[] {
  const byPath = new Map<string, { words: Map<string, string>; flags: readonly Flag[] }>();
  const at = (path: string) => {
    const known = byPath.get(path) ?? { words: new Map<string, string>(), flags: [] };
    byPath.set(path, known);
    return known;
  };
  for (const command of commands) {
    const parts = command.name.split(" ");
    parts.forEach((word, i) => {
      const isLast = i === parts.length - 1;
      const before = parts.slice(0, i).join(" ");
      const summary = isLast ? command.summary : (groups[parts.slice(0, i + 1).join(" ")] ?? "");
      if (isLast || !at(before).words.has(word)) at(before).words.set(word, summary);
    });
    at(command.name).flags = flagsOf(command);
  }
  return [...byPath].map(([path, { words, flags }]) => ({ path, words: [...words], flags }));
}

const last = (path: string): string => path.split(" ").at(-1)!;
const parent = (path: string): string => path.split(" ").slice(0, -1).join(" ");

/** `'…'` for POSIX shells. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const isPath = (flag: Flag): boolean => flag.kind === "string" && /path|folder/.test(flag.value ?? "");

/** Patterns that tell which words belong to the command: the path so far, a blank, the word. */
const stepPatterns = (all: readonly Place[]): string =>
  all
    .filter((place) => place.path !== "")
    .map((place) => quote(`${parent(place.path)} ${last(place.path)}`))
    .join("|");

interface ValueCase {
  readonly pattern: string;
  readonly flag: Flag;
}

/** Flags whose value comes next, by the path they belong to. */
const valueCases = (all: readonly Place[]): ValueCase[] =>
  all.flatMap(({ path, flags }) =>
    flags.filter((flag) => flag.kind !== "boolean").map((flag) => ({ pattern: quote(`${path}|--${flag.name}`), flag })),
  );

function bashScript(all: readonly Place[]): string[] {
  const values = valueCases(all).map(({ pattern, flag }) => {
    const words = flag.choices ? `-W ${quote(flag.choices.join(" "))}` : isPath(flag) ? "-f" : "-W ''";
    return `    ${pattern}) COMPREPLY=($(compgen ${words} -- "$cur")); return ;;`;
  });
  const words = all.map(({ path, words: next, flags }) => {
    const flagWords = quote(flags.map((flag) => `--${flag.name}`).join(" "));
    const others = next.length > 0 ? `-W ${quote(next.map(([word]) => word).join(" "))}` : "-f";
    return `    ${quote(path)}) if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W ${flagWords} -- "$cur")); else COMPREPLY=($(compgen ${others} -- "$cur")); fi ;;`;
  });
  return [
    "# bash completion for gait",
    "_gait() {",
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="" path="" word i',
    '  (( COMP_CWORD > 0 )) && prev="${COMP_WORDS[COMP_CWORD-1]}"',
    "  for (( i = 1; i < COMP_CWORD; i++ )); do",
    '    word="${COMP_WORDS[i]}"',
    '    case "$path $word" in',
    `      ${stepPatterns(all)}) path="\${path:+$path }$word" ;;`,
    "      *) break ;;",
    "    esac",
    "  done",
    '  case "$path|$prev" in',
    ...values,
    "  esac",
    '  case "$path" in',
    ...words,
    "  esac",
    "}",
    "complete -o filenames -F _gait gait",
  ];
}

const described = (word: string, help: string): string => quote(`${word.replaceAll(":", "\\:")}:${help}`);

function zshScript(all: readonly Place[]): string[] {
  const values = valueCases(all).map(({ pattern, flag }) => {
    const action = flag.choices ? `compadd -- ${flag.choices.map(quote).join(" ")}` : isPath(flag) ? "_files" : "_message value";
    return `    ${pattern}) ${action}; return ;;`;
  });
  const words = all.flatMap(({ path, words: next, flags }) => [
    `    ${quote(path)})`,
    `      flags=(${flags.map((flag) => described(`--${flag.name}`, flag.help)).join(" ")})`,
    `      words_=(${next.map(([word, summary]) => described(word, summary)).join(" ")})`,
    "      ;;",
  ]);
  return [
    "#compdef gait",
    "_gait() {",
    '  local path_="" word i',
    "  local -a flags words_",
    "  for (( i = 2; i < CURRENT; i++ )); do",
    '    word="${words[i]}"',
    '    case "$path_ $word" in',
    `      ${stepPatterns(all)}) path_="\${path_:+$path_ }$word" ;;`,
    "      *) break ;;",
    "    esac",
    "  done",
    '  case "$path_|${words[CURRENT-1]}" in',
    ...values,
    "  esac",
    '  case "$path_" in',
    ...words,
    "  esac",
    '  if [[ "${words[CURRENT]}" == -* ]]; then _describe -o flag flags',
    "  elif (( ${#words_} > 0 )); then _describe command words_",
    "  else _files; fi",
    "}",
    'if [[ "${funcstack[1]}" == _gait ]]; then _gait "$@"; else compdef _gait gait; fi',
  ];
}

/** `'…'` for fish, where a backslash escapes within quotes. */
const fishQuote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function fishScript(all: readonly Place[]): string[] {
  const steps = all.filter((place) => place.path !== "").map((place) => fishQuote(`${parent(place.path)} ${last(place.path)}`));
  const lines = all.flatMap(({ path, words: next, flags }) => {
    const when = `complete -c gait -n ${fishQuote(`__gait_at ${fishQuote(path)}`)}`;
    const files = path !== "" && next.length === 0 ? [`${when} -F`] : [];
    const commands = next.map(([word, summary]) => `${when} -a ${fishQuote(word)} -d ${fishQuote(summary)}`);
    const options = flags.map((flag) => {
      const value =
        flag.kind === "boolean" ? "" : flag.choices ? ` -x -a ${fishQuote(flag.choices.join(" "))}` : isPath(flag) ? " -r -F" : " -x";
      return `${when} -l ${flag.name}${value} -d ${fishQuote(flag.help)}`;
    });
    return [...files, ...commands, ...options];
  });
  return [
    "# fish completion for gait",
    "function __gait_at",
    '    set -l path ""',
    "    for word in (commandline -opc)[2..-1]",
    '        switch "$path $word"',
    `            case ${steps.join(" ")}`,
    '                set path (string trim -- "$path $word")',
    "            case '*'",
    "                break",
    "        end",
    "    end",
    '    test "$path" = "$argv[1]"',
    "end",
    "complete -c gait -f",
    ...lines,
  ];
}

const SCRIPTS: Readonly<Record<CompletionShell, (all: readonly Place[]) => string[]>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The lines of a shell's completion script. */
export const completionScript = (shell: CompletionShell, source: CompletionSource): string[] => SCRIPTS[shell](places(source));
