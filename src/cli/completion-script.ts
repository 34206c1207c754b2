import type { Command } from "commander";

/** The completion script of a shell; `known`: words for first arguments by command. */
export function completionScript(shell: "bash" | "zsh" | "fish", program: Command, known: KnownWords): string {
  const commands = commandWords(program, known);
  return shell === "bash" ? bash(commands) : shell === "zsh" ? zsh(commands) : fish(commands);
}

const flags = (command: CommandWords): string => command.options.map(({ flag }) => flag).join(" ");
const wordsAndFlags = (command: CommandWords): string => [...command.words, flags(command)].join(" ");

const outer = (commands: readonly CommandWords[]): readonly CommandWords[] => commands.filter(({ path }) => path.length === 1);
/** Commands of commands first: a shell takes the first case that fits. */
const innermostFirst = (commands: readonly CommandWords[]): readonly CommandWords[] =>
  [...commands].sort((a, b) => b.path.length - a.path.length);
/** The key of a command is its name and the word behind that. */
const pattern = ({ path: [name, inner] }: CommandWords): string => (inner === undefined ? `"${name}"|"${name} "*` : `"${name} ${inner}"`);

function bash(commands: readonly CommandWords[]): string {
  const cases = innermostFirst(commands).map((command) => `    ${pattern(command)}) words="${wordsAndFlags(command)}" ;;`);
  return `# Completion of levermap for bash
_levermap() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="" key="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${outer(commands)
      .map(({ path }) => path[0])
      .join(" ")} help --help --version" -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -gt 2 ]; then key="$key \${COMP_WORDS[2]}"; fi
  case "$key" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _levermap levermap`;
}

function zsh(commands: readonly CommandWords[]): string {
  const quote = (text: string): string => text.replaceAll("'", "'\\''");
  const names = outer(commands).map(({ path: [name], summary }) => `    '${name}:${quote(summary.replaceAll(":", "\\:"))}'`);
  const cases = innermostFirst(commands).map((command) => `    ${pattern(command)}) compadd -- ${wordsAndFlags(command)}; _files ;;`);
  return `#compdef levermap
# Completion of levermap for zsh
_levermap() {
  local -a commands
  local key="$words[2]"
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  if (( CURRENT > 3 )); then key="$key $words[3]"; fi
  case "$key" in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_levermap" ]; then _levermap "$@"; else compdef _levermap levermap; fi`;
}

function fish(commands: readonly CommandWords[]): string {
  const quote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const seen = (name: string): string => `__fish_seen_subcommand_from ${name}`;
  const innerOf = (of: string): string =>
    commands.flatMap(({ path: [name, inner] }) => (name === of && inner !== undefined ? [inner] : [])).join(" ");
  const lines = commands.flatMap(({ path: [name = "", inner], summary, options, words }) => {
    const others = innerOf(name);
    const place =
      inner !== undefined ? `${seen(name)}; and ${seen(inner)}` : others === "" ? seen(name) : `${seen(name)}; and not ${seen(others)}`;
    const inside = `complete -c levermap -n '${place}'`;
    return [
      ...(inner === undefined ? [`complete -c levermap -f -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`] : []),
      ...options.map(
        (option) => `${inside} -l ${option.flag.replace(/^--/, "")}${option.takesValue ? " -r" : ""} -d ${quote(option.summary)}`,
      ),
      ...(words.length > 0 ? [`${inside} -a '${words.join(" ")}'`] : []),
    ];
  });
  return ["# Completion of levermap for fish", ...lines].join("\n");
}

/** What can follow `levermap` and the names of its commands on a command line. */
interface CommandWords {
  /** One name, or two where it is a command of a command. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string; readonly takesValue: boolean }[];
  /** Its own commands, and fixed words for its first argument. */
  readonly words: readonly string[];
}

/** Words for the first argument of a command that no declaration of it has, by its name. */
type KnownWords = Readonly<Record<string, readonly string[]>>;

/** The commands of the program with their options, as shell completion needs them; commands of a command behind it. */
function commandWords(program: Command, known: KnownWords): readonly CommandWords[] {
  return program.commands.flatMap((command) => [
    wordsOf(command, [command.name()], known[command.name()] ?? []),
    ...command.commands.map((inner) => wordsOf(inner, [command.name(), inner.name()], [])),
  ]);
}

function wordsOf(command: Command, path: readonly string[], known: readonly string[]): CommandWords {
  return {
    path,
    summary: command.description(),
    options: [
      ...command.options
        .filter((option) => !option.hidden)
        .map((option) => ({
          flag: option.long ?? option.flags,
          summary: option.description,
          takesValue: option.required || option.optional,
        })),
      { flag: "--help", summary: "show this help", takesValue: false },
    ],
    words: [...command.commands.map((inner) => inner.name()), ...(command.registeredArguments[0]?.argChoices ?? known)],
  };
}
