import { createHash } from "node:crypto";
import type { Question } from "../../answers/shared/question.ts";
import { type QuestionName, questions } from "../../ask/questions.ts";
import { dataKinds } from "../../workspace/data-kinds.ts";
import { keyOf } from "./answer-name.ts";
import type { Asked } from "./runner.ts";

/** Where an answer is kept: on disk; in memory, for as long as the generation is served; nowhere. */
export type Keeping = "disk" | "memory" | "nowhere";

/** Rest on what people keep, of which the state of the data tells nothing. */
const onKept: ReadonlySet<QuestionName> = new Set(["savedSearches", "watch"]);

/** Kept by the workspace itself, in `plans/`, also for the command line: a server keeps them on no disk once more. */
const byWorkspace: ReadonlySet<QuestionName> = new Set(["plan", "dossier"]);

/** What a question reads of the workspace; of no question: all. */
export const readsOf = (name: QuestionName | null): Question["reads"] => (name === null ? dataKinds : (questions[name] as Question).reads);

/** Answers on names, customers and cases are kept nowhere; those on files of one's own and on searches that people keep, in memory alone. */
export function keepingOf({ name, input }: Asked): Keeping {
  const { tag }: Question = questions[name];
  if (tag === "screening" || name === "status") return "nowhere";
  return restsOnKept({ name, input }) || byWorkspace.has(name) ? "memory" : "disk";
}

/** Whether an answer rests on a file of one's own or on what people keep: the state of the data tells nothing of it. */
export function restsOnKept({ name, input }: Asked): boolean {
  const { text, words } = input as { readonly text?: unknown; readonly words?: unknown };
  const isOwn = text !== undefined || (typeof words === "string" && words.trimStart().startsWith("saved:"));
  return isOwn || onKept.has(name);
}

/** What tells the data that an answer rests on from others: of what is kept for one generation alone, that generation. */
export const stateKey = (asked: Asked, stateOf: (name: QuestionName) => readonly string[], generation: string): string =>
  keepingOf(asked) === "disk" ? stateDigest(stateOf(asked.name)) : generation;

/** States are long where much is loaded. */
const digests = new WeakMap<readonly string[], string>();

/** A state of the data in short. */
export function stateDigest(state: readonly string[]): string {
  const known = digests.get(state) ?? createHash("sha256").update(JSON.stringify(state)).digest("base64url");
  digests.set(state, known);
  return known;
}

/** A question on a day as answers are kept by it, in whatever order its fields stand, and whether what is usual is named or left out. */
export function answerKey(day: string, { name, input }: Asked): string {
  const { data = input } = (questions[name] as Question).input.safeParse(input);
  return keyOf(day, name, data as object);
}
