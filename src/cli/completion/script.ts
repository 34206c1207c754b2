import type { Command } from "commander";
import { type CommandWords, commandWords } from "./words.ts";

/** The completion script of a shell. */
export function completionScript(shell: "bash" | "zsh" | "fish", program: Command): string {
  const commands = commandWords(program);
  return shell === "bash" ? bash(commands) : shell === "zsh" ? zsh(commands) : fish(commands);
}

const flags = (command: CommandWords): string => command.options.map(({ flag }) => flag).join(" ");

function bash(commands: readonly CommandWords[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${[...command.words, flags(command)].join(" ")}" ;;`);
  return `# Completion of levermap for bash
_levermap() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} help --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _levermap levermap`;
}

function zsh(commands: readonly CommandWords[]): string {
  const quote = (text: string): string => text.replaceAll("'", "'\\''");
  const names = commands.map(({ name, summary }) => `    '${name}:${quote(summary.replaceAll(":", "\\:"))}'`);
  const cases = commands.map((command) => `    ${command.name}) compadd -- ${[...command.words, flags(command)].join(" ")}; _files ;;`);
  return `#compdef levermap
# Completion of levermap for zsh
_levermap() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_levermap" ]; then _levermap "$@"; else compdef _levermap levermap; fi`;
}

function fish(commands: readonly CommandWords[]): string {
  const quote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, summary, options, words }) => {
    const inside = `complete -c levermap -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c levermap -f -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
      ...options.map(
        (option) => `${inside} -l ${option.flag.replace(/^--/, "")}${option.takesValue ? " -r" : ""} -d ${quote(option.summary)}`,
      ),
      ...(words.length > 0 ? [`${inside} -a '${words.join(" ")}'`] : []),
    ];
  });
  return ["# Completion of levermap for fish", ...lines].join("\n");
}
