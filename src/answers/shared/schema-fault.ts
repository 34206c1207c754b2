import type { z } from "zod";
import { parseBoundedYaml } from "../../base/bounded-yaml.ts";

const kinds: Readonly<Record<string, string>> = {
  string: "not text",
  number: "not a number",
  int: "not a whole number",
  boolean: "neither true nor false",
  array: "not a list",
  tuple: "not a list",
  object: "not a map of keys",
};

/** What is wrong with a value of a file, in words that follow its place; `undefined` where a schema has words of its own. For `safeParse`. */
export function schemaFault(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `is ${kinds[issue.expected] ?? "of another kind than it may be"}`;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return issue.origin === "number" ? `is more than ${issue.maximum}` : `is longer than ${issue.maximum} ${unitOf(issue.origin)}`;
    case "invalid_value":
      return `is not one of ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "url" ? "is not a web address" : "is not in the required form";
    case "unrecognized_keys":
      return `has no field ${issue.keys.join(", ")}`;
    case "invalid_union":
      return "has none of the forms it may have";
    default:
      return undefined;
  }
}

function tooSmall({ origin, minimum, inclusive }: Extract<z.core.$ZodRawIssue, { code: "too_small" }>): string {
  if (origin === "number") return inclusive === false ? `is not more than ${minimum}` : `is less than ${minimum}`;
  return minimum === 1 ? "is empty" : `is shorter than ${minimum} ${unitOf(origin)}`;
}

const unitOf = (origin: string): string => (origin === "string" ? "characters" : "entries");

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
