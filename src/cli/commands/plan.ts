import type { Extras } from "../asked.ts";
import { printsSchema } from "./print-schema.ts";

const schema = printsSchema("plan file", async () => (await import("../../answers/plan/plan-file.ts")).planFileJsonSchema());

/** What `plan` does beside its questions. */
export const planExtras: Extras = {
  ...schema,
  add: (command, signal) => {
    schema.add(command, signal);
    command.addHelpText(
      "after",
      "\nFILE is a ready plan by its id, or a YAML file in the form of docs/data.md. Without it the ready ones are listed.",
    );
  },
};
