import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readKeptState } from "../../answers/shared/kept-state.ts";
import type { QuestionName } from "../../ask/questions.ts";
import { buildId } from "../../base/build-id.ts";
import { answerFolders, dayKey, keyOf, mostAnswers, versionOf } from "../../server/work/answer-name.ts";
import { type DataKind, stateOn } from "../../workspace/data-kinds.ts";
import { keptAnswers } from "../../workspace/kept-answers.ts";
import { keptFiles } from "../../workspace/kept-files.ts";
import type { CommonOptions } from "../context.ts";

/** What a command line was once read as. */
export interface Line {
  readonly name: QuestionName;
  /** The question as it was checked. */
  readonly input: object;
  readonly reads: readonly DataKind[];
  readonly options: CommonOptions;
  readonly details: boolean;
}

/** Command lines that stay. */
const most = 500;

/** Command lines that were asked, by their words. */
export const linesIn = (folder: string) => keptAnswers(join(folder, "answers", "lines"), ["lines", buildId], most);

/** The day of answers, as they are kept by it; `null`: one to come, of which each run says so. */
export function dayOfLine({ options: { asOf } }: Pick<Line, "options">): string | null {
  const today = new Date().toISOString().slice(0, 10);
  return asOf !== undefined && asOf > today ? null : dayKey(asOf ?? null, today);
}

/** The answer that is kept on the data at hand; `null`: none is. */
export async function keptAnswer(dir: string, line: Line): Promise<unknown> {
  const [kept, day] = [await readKeptState(dir), dayOfLine(line)];
  if (kept === null || day === null || buildId === null) return null;
  const version = versionOf(buildId, line.reads, stateOn(kept.state, line.reads));
  for (const place of ["usual", "asked"] as const) {
    const files = keptFiles(join(kept.folder, answerFolders[place]), version, mostAnswers[place]);
    const body = await files.read(keyOf(day, line.name, line.input));
    if (body !== null) return JSON.parse(gunzipSync(body).toString("utf8"));
  }
  return null;
}
