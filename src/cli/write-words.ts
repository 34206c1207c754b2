import type { Command } from "commander";
import { shellScript, shells } from "./commands/completion.ts";
import { type HelpWords, helpWords } from "./help-words.ts";
import { createProgram } from "./program.ts";
import type { WrittenWords } from "./written-words.ts";

/** All that the build writes of the command line. */
export async function writeWords(): Promise<WrittenWords> {
  const program = createProgram(new AbortController().signal);
  const scripts = await Promise.all(shells.map(async (shell) => [shell, await shellScript(shell, program)] as const));
  return { version: program.version()!, completion: Object.fromEntries(scripts), help: Object.fromEntries(helpOf(program, [])) };
}

const helpOf = (command: Command, path: readonly string[]): [string, HelpWords][] => [
  [path.join(" "), helpWords(command)],
  ...command.commands.flatMap((inner) => helpOf(inner, [...path, inner.name()])),
];
