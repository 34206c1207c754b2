import { join } from "node:path";
import type { AnswerFiles } from "../../../src/server/work/answer-files.ts";
import { keptFiles } from "../../../src/workspace/kept-files.ts";

/** Files of answers in a folder, all of one version, whatever the question. */
export function filesIn(folder: string, version = "version", most = 99): AnswerFiles {
  const [usual, asked] = ["usual", "asked"].map((place) => keptFiles(join(folder, place), version, most));
  return { usual: () => usual!, asked: () => asked! };
}
