import type { Command } from "commander";

/** What can follow `levermap` on a command line. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string; readonly takesValue: boolean }[];
  /** Fixed words for its first argument; empty where it takes anything. */
  readonly words: readonly string[];
}

const sourceWords: Readonly<Record<string, readonly string[]>> = {
  load: ["atlas", "eto", "trade", "minerals"],
  fetch: ["eto", "baci", "comext"],
};

/** The commands of the program with their options, as shell completion needs them. */
export function commandWords(program: Command): readonly CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
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
    words: command.registeredArguments[0]?.argChoices ?? sourceWords[command.name()] ?? [],
  }));
}
