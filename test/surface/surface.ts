import type { Command } from "commander";
import { createProgram } from "../../src/cli/program.ts";

/** Every command with its arguments and the options it shows, by full name. */
export function commandsOf(): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  const walk = (command: Command, path: string): void => {
    for (const child of command.commands) {
      const name = `${path}${child.name()}`;
      const words = child.registeredArguments.map((argument) => `<${argument.name()}>`);
      found[name] = [...words, ...child.options.map(({ long }) => long ?? "")].sort();
      walk(child, `${name} `);
    }
  };
  walk(createProgram(new AbortController().signal), "");
  return found;
}
