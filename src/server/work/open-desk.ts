import { availableParallelism } from "node:os";
import type { Levermap } from "../../library/open.ts";
import { dayKey } from "./answer-name.ts";
import { AnswerProcesses } from "./answer-processes.ts";
import type { AnswerStore } from "./answer-store.ts";
import { Desk } from "./desk.ts";
import { usualWaiting } from "./fair-queue.ts";

export interface OpenDeskOptions {
  /** Open workspace whose questions are worked on. */
  readonly map: Pick<Levermap, "dir" | "generation">;
  /** A path to its file that holds also after another has taken its place; `null`: there is none. */
  readonly held: string | null;
  /** Where answers on its data are kept. */
  readonly store: AnswerStore;
  /** `YYYY-MM-DD`; `null`: the day of each question. */
  readonly asOf: string | null;
  /** Questions worked on at once; default as many as there are processors, two to four. */
  readonly workers?: number | undefined;
}

/** Works on questions in processes of their own, and keeps their answers. */
export function openDesk({ map, held, store, asOf, workers = usualWorkers() }: OpenDeskOptions): Desk {
  const { dir, generation } = map;
  return new Desk({
    runner: new AnswerProcesses({ dir, asOf, generation, held }),
    limits: { slots: workers, ...usualWaiting },
    store,
    dayAt: (at) => dayKey(asOf, at.toISOString().slice(0, 10)),
  });
}

const usualWorkers = (): number => Math.min(4, Math.max(2, availableParallelism()));
