import type { Command } from "commander";

/** Commands that hold others, with what they are for where they ask nothing themselves. */
const holders: Readonly<Record<string, string>> = {
  controls: "lists of parties, control lists and rules: what binds whom on a day",
  check: "what is doubtful about the data that is loaded, and whether the workspace is whole",
  cluster: "parse and measure on Apache Spark, for more files than one machine reads in the time there is",
};

/** The command of this name that holds others, made where there is none yet. */
export function holder(program: Command, name: string): Command {
  const known = program.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  return program
    .command(name)
    .description(holders[name] ?? "")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .enablePositionalOptions();
}
