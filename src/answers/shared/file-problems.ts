import type { z } from "zod";
import { nearName } from "../../link/near-name.ts";

/** What is wrong with a file by its schema, each with its place and, for a key that nothing is called by, the nearest that is. */
export const fileProblems = (error: z.ZodError, knownKeys: readonly string[]): readonly string[] =>
  error.issues.map((issue) => `${placeOf(issue.path)}: ${messageOf(issue, knownKeys)}`);

function messageOf(issue: z.core.$ZodIssue, knownKeys: readonly string[]): string {
  if (issue.code !== "unrecognized_keys") return issue.message;
  return issue.keys
    .map((key) => {
      const near = nearName(key, knownKeys);
      return `nothing is called \`${key.slice(0, 60)}\` here${near === null || near === key ? "" : `; did you mean \`${near}\`?`}`;
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
