import type { Command } from "commander";

/** What can follow `levermap` and the names of its commands on a command line. */
export interface CommandWords {
  /** One name, or two where it is a command of a command. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string; readonly takesValue: boolean }[];
  /** Its own commands, and fixed words for its first argument. */
  readonly words: readonly string[];
}

/** Words for the first argument of a command that no declaration of it has, by its name. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

/** The commands of the program with their options, as shell completion needs them; commands of a command behind it. */
export function commandWords(program: Command, known: KnownWords): readonly CommandWords[] {
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
