import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import type { Levermap } from "../../library/open.ts";
import { keptAnswers } from "../../workspace/kept-answers.ts";
import { answerStore } from "./answer-store.ts";
import { Desk } from "./desk.ts";
import { usualWaiting } from "./fair-queue.ts";
import { Processes } from "./processes.ts";

export interface OpenDeskOptions {
  /** Open workspace whose questions are worked on. */
  readonly map: Pick<Levermap, "dir" | "generation" | "dataState">;
  /** `YYYY-MM-DD`; `null`: the day of each question. */
  readonly asOf: string | null;
  /** Questions worked on at once; default as many as there are processors, two to four. */
  readonly workers?: number | undefined;
}

/** Files of answers that stay: every technology and home of the bundled data, and some. */
const mostKept = 1000;

/** Works on questions in processes of their own, and keeps their answers in `answers/` of the workspace folder, as rankings are kept in `ranks/`. */
export async function openDesk({ map, asOf, workers = usualWorkers() }: OpenDeskOptions): Promise<Desk> {
  const { dir, generation } = map;
  const kept = buildId === null ? null : keptAnswers(join(dir, "answers"), [buildId, ...(await map.dataState())], mostKept);
  return new Desk({
    runner: new Processes({ dir, asOf, generation }),
    limits: { slots: workers, ...usualWaiting },
    store: answerStore(kept),
    dayAt: asOf === null ? undefined : () => asOf,
  });
}

const usualWorkers = (): number => Math.min(4, Math.max(2, availableParallelism()));
