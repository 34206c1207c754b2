import { withContext } from "../command.ts";
import type { Extras } from "../question-command.ts";

/** `--schema`: prints the JSON schema of the files that a command takes, instead of asking; `help` says what they are. */
export const printsSchema = (
  noun: string,
  schema: () => Promise<object>,
  help: string,
): Required<Pick<Extras, "add" | "own" | "instead">> => ({
  own: ["schema"],
  add: (command) => void command.option("--schema", `print the JSON schema of a ${noun}`).addHelpText("after", `\n${help}`),
  instead: (_, options, signal) =>
    options.schema === true
      ? withContext(options, signal, async (context) => context.answer(await schema(), (value) => JSON.stringify(value, null, 2)))
      : null,
});
