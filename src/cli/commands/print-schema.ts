import type { Command } from "commander";
import type { Extras } from "../asked.ts";
import { withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";

/** `--schema`: prints the JSON schema of the files that a command takes, instead of asking. */
export const printsSchema = (noun: string, schema: () => Promise<object>): Required<Pick<Extras, "add" | "own" | "instead">> => ({
  own: ["schema"],
  add: (command: Command) => void command.option("--schema", `print the JSON schema of a ${noun}`),
  instead: (_, options, signal) => (options.schema === true ? print(options, signal, schema) : null),
});

const print = (options: CommonOptions, signal: AbortSignal, schema: () => Promise<object>): Promise<void> =>
  withContext(options, signal, async (context) => context.answer(await schema(), (value) => JSON.stringify(value, null, 2)));
