import type { Extras } from "../asked.ts";
import { printsSchema } from "./print-schema.ts";

const schema = printsSchema("scenario file", async () =>
  (await import("../../answers/scenario/scenario-file.ts")).scenarioFileJsonSchema(),
);

/** What `simulate` does beside its questions. */
export const simulateExtras: Extras = {
  ...schema,
  add: (command, signal) => {
    schema.add(command, signal);
    command.addHelpText(
      "after",
      "\nSCENARIO is a ready one by its id, or a YAML file in the form of docs/data.md. Without it the ready ones are listed.",
    );
  },
};
