import type { z } from "zod";
import { parseBoundedYaml } from "../../base/bounded-yaml.ts";
import { schemaFault } from "./schema-fault.ts";

/** Reads YAML in the form of a schema; an empty text is an empty map. `invalid` makes what is thrown of what is wrong. */
export function checkedYaml<T extends z.ZodType>(text: string, schema: T, invalid: (...problems: readonly string[]) => Error): z.output<T> {
  let value: unknown;
  try {
    value = parseBoundedYaml(text);
  } catch (thrown) {
    throw invalid((thrown as Error).message);
  }
  const { data, error } = schema.safeParse(value ?? {}, { error: schemaFault });
  if (error !== undefined) throw invalid(...error.issues.map(({ path, message }) => `${path.join(".") || "it"} ${message}`));
  return data;
}
