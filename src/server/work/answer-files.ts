import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import type { Levermap } from "../../library/open.ts";
import { keptFiles } from "../../workspace/kept-files.ts";
import type { AnswerFiles } from "./answer-store.ts";

/** Files that stay: of usual answers those of today and of tomorrow, on two states of the data. */
const most = { usual: 8000, asked: 1000 };

/** Where answers of a state of the data are kept in the workspace folder; `null`: nowhere, as when run from sources. */
export async function answerFiles({ dir, dataState }: Pick<Levermap, "dir" | "dataState">): Promise<AnswerFiles | null> {
  if (buildId === null) return null;
  const [folder, version] = [join(dir, "answers"), [buildId, ...(await dataState())]];
  return { usual: keptFiles(join(folder, "usual"), version, most.usual), asked: keptFiles(folder, version, most.asked) };
}
