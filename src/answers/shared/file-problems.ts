import type { z } from "zod";
import { parseBoundedYaml } from "../../base/bounded-yaml.ts";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import { listed } from "../../base/words.ts";
import { nearName } from "../../link/near-name.ts";

/** What helps with a key that nothing is called by. */
export interface KeyHelp {
  /** What people call keys, with what they are called. */
  readonly otherwiseCalled?: Readonly<Record<string, string>>;
  /** Keys that may stand in a field, by its name: told where none is near. */
  readonly kinds?: Readonly<Record<string, readonly string[]>>;
}

/** What is wrong with a file by its schema, each with its place and, for a key that nothing is called by, the nearest that is. */
export const fileProblems = (error: z.ZodError, knownKeys: readonly string[], help: KeyHelp = {}): readonly string[] =>
  error.issues.flatMap(within).map((issue) => `${placeOf(issue.path)}: ${messageOf(issue, knownKeys, help)}`);

/** What is wrong within the one form that a value has the kind of, where it may have several; else that it has none. */
function within(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const form = issue.errors.find((issues) => issues.length > 0 && issues.every(isInside));
  return form === undefined ? [issue] : form.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

const isInside = ({ code, path }: z.core.$ZodIssue): boolean => path.length > 0 || code === "unrecognized_keys";

function messageOf(issue: z.core.$ZodIssue, knownKeys: readonly string[], { otherwiseCalled = {}, kinds = {} }: KeyHelp): string {
  if (issue.code !== "unrecognized_keys") return issue.message;
  const may = kinds[String(issue.path[0])];
  return issue.keys
    .map((key) => {
      const near = Object.hasOwn(otherwiseCalled, key) ? otherwiseCalled[key]! : nearName(key, may ?? knownKeys);
      const told = near !== null && near !== key ? `; did you mean \`${near}\`?` : may === undefined ? "" : `; kinds are ${listed(may)}`;
      return `nothing is called \`${key.slice(0, 60)}\` here${told}`;
    })
    .join(", ");
}

/** `measure 2, withhold, easing 1, left` */
function placeOf(path: readonly PropertyKey[]): string {
  const words: string[] = [];
  for (const step of path) {
    if (typeof step === "number" && words.length > 0) words.push(`${words.pop()!.replace(/s$/, "")} ${step + 1}`);
    else words.push(String(step));
  }
  return words.length > 0 ? words.join(", ") : "the file";
}

const mostProblems = 20;

/** The error for a file with such problems: each once, the first of them in its message. `is`: `cannot be run as a scenario` */
export function fileFault(code: ErrorCode, file: string, is: string, problems: readonly string[]): LevermapError {
  const distinct = [...new Set(problems)];
  const more = distinct.length > mostProblems ? [`and ${distinct.length - mostProblems} more`] : [];
  const shown = [...distinct.slice(0, mostProblems), ...more];
  return new LevermapError(code, `${file} ${is}. ${shown.join("; ")}`, { file, problems: shown });
}

/** What a YAML file holds. Throws the error that `fault` makes of what is wrong with it. */
export function yamlOf(content: string, fault: (problems: readonly string[]) => LevermapError): unknown {
  try {
    return parseBoundedYaml(content);
  } catch (thrown) {
    throw fault([`the file: ${thrown instanceof Error ? thrown.message : String(thrown)}`]);
  }
}
