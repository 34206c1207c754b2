import { join } from "node:path";
import { type QuestionName, questions } from "../../ask/questions.ts";
import { buildId } from "../../base/build-id.ts";
import type { Levermap } from "../../library/open.ts";
import { type Json, type KeptFiles, keptFiles } from "../../workspace/kept-files.ts";
import { readsOf } from "./answer-key.ts";
import { answerFolders, mostAnswers, versionOf } from "./answer-name.ts";

/** Files of answers of a question; of none: of what all usual answers rest on together. */
export type FilesOf = (name: QuestionName | null) => KeptFiles;

/** Files of answers on the data of one generation. Those of a question are found again on other data, where all that it reads is the same. */
export interface AnswerFiles {
  /** What every visitor asks for, worked out ahead. */
  readonly usual: FilesOf;
  /** What was asked for. */
  readonly asked: FilesOf;
}

/** What tells the data that answers rest on from others, by question. */
export type StateOf = (name: QuestionName | null) => readonly string[];

/** Reads the states of all that questions rest on. */
export async function dataStates({ dataState }: Pick<Levermap, "dataState">): Promise<StateOf> {
  const states = new Map<string, readonly string[]>();
  for (const name of [null, ...(Object.keys(questions) as QuestionName[])]) {
    const reads = readsOf(name);
    if (!states.has(reads.join())) states.set(reads.join(), await dataState(reads));
  }
  return (name) => states.get(readsOf(name).join())!;
}

/**
 * Where answers are kept in the workspace folder; `null`: nowhere, as when run from sources.
 * @param build what tells the running code from other builds
 */
export function answerFiles(dir: string, stateOf: StateOf, build: string | null = buildId): AnswerFiles | null {
  if (build === null) return null;
  const versionFor = (name: QuestionName | null): Json => versionOf(build, readsOf(name), stateOf(name));
  const all = [null, ...(Object.keys(questions) as QuestionName[])];
  const versions = [...new Map(all.map((name) => [readsOf(name).join(), versionFor(name)])).values()];
  const filesIn = (place: keyof typeof answerFolders): FilesOf => {
    const known = new Map<string, KeptFiles>();
    for (const name of all)
      known.set(readsOf(name).join(), keptFiles(join(dir, answerFolders[place]), versionFor(name), mostAnswers[place], versions));
    return (name) => known.get(readsOf(name).join())!;
  };
  return { usual: filesIn("usual"), asked: filesIn("asked") };
}
