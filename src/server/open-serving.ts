import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { QuestionName } from "../ask/questions.ts";
import { LevermapError } from "../base/errors.ts";
import { dayOf } from "../library/day.ts";
import type { Levermap } from "../library/open.ts";
import { whyUnready } from "../library/why-unready.ts";
import { fileIdentity } from "../workspace/database.ts";
import { heldPath } from "../workspace/held-file.ts";
import { databaseName } from "../workspace/open.ts";
import { Live, type LiveOptions, type Serving } from "./live.ts";
import type { Unready } from "./unready.ts";
import { answerFiles, dataStates } from "./work/answer-files.ts";
import { stateDigest, stateKey } from "./work/answer-key.ts";
import { dayKey } from "./work/answer-name.ts";
import { AnswerProcesses } from "./work/answer-processes.ts";
import { type AnswerStore, answerMemory, answerStore, askedOfLate } from "./work/answer-store.ts";
import { Desk } from "./work/desk.ts";
import { usualWaiting } from "./work/fair-queue.ts";
import { type PrepareOptions, prepareAnswers } from "./work/prepare-answers.ts";

export interface OpenServingOptions extends Pick<LiveOptions, "moved" | "failed"> {
  readonly dir: string;
  /** `YYYY-MM-DD`; `null`: the day of each question. */
  readonly asOf: string | null;
  readonly workers?: number | undefined;
  /** What is answered until the workspace can be opened; absent: it is waited for. */
  readonly unready?: Unready | undefined;
  /** Opens the workspace of now. */
  open(): Promise<Levermap>;
  /** Works out what everyone asks for; for tests. */
  readonly workOut?: typeof prepareAnswers | undefined;
  /** Reads what the first questions would wait for. */
  prepare(map: Levermap): Promise<void>;
}

/**
 * Milliseconds for which a new state of the data waits for the answers that every visitor may ask for: else all would ask for them in the same moment, and
 * wait for one another. They take a minute or two of two free processors. Assumed: what was loaded is wanted within five minutes.
 */
const longestWait = 300_000;

/** Serves a workspace that may be written meanwhile: a writer puts another file in the place of the one that is open here. */
export async function openServing({
  dir,
  asOf,
  workers,
  open,
  prepare: readAhead,
  workOut = prepareAnswers,
  unready,
  ...told
}: OpenServingOptions): Promise<Live> {
  const path = join(dir, databaseName);
  const memory = answerMemory();
  let held = await fileIdentity(path);
  const serve = async (identity: string | null): Promise<Opened> => {
    const map = await open();
    try {
      const heldBy = identity === null ? null : await heldPath(identity);
      await readAhead(map);
      const states = await dataStates(map);
      const files = answerFiles(map.dir, states);
      const store = answerStore({ files, memory, stateOf: (asked) => stateKey(asked, states, map.generation) });
      const desk = openDesk({ map, held: heldBy, store, asOf, workers });
      const close = async (): Promise<void> => {
        await desk.close();
        map.close();
      };
      const prepare = (today: string, signal: AbortSignal, hurried: Hurried = {}) =>
        workOut({ map, files, asOf, today, signal, ...hurried });
      const stateOf = (name: QuestionName): string => stateDigest(states(name));
      return { ask: map, desk, generation: map.generation, stateOf, unready: await whyUnready(map), prepare, close };
    } catch (thrown) {
      map.close();
      throw thrown;
    }
  };
  /** Of the data served; none before the first. */
  let state = "";
  /** Waits for the answers that everyone asks for, but for those that take minutes, and for those asked of late. */
  const waitForAnswers = async ({ prepare }: Opened, end: AbortSignal): Promise<void> => {
    await prepare(dayOf(new Date()), end, { also: askedOfLate(memory), isQuick: true }).catch((thrown: unknown) => {
      if (!end.aborted) told.failed?.(thrown);
    });
  };
  const next = async (signal: AbortSignal): Promise<Serving | null> => {
    const end = AbortSignal.any([signal, AbortSignal.timeout(longestWait)]);
    for (;;) {
      const found = await fileIdentity(path);
      if (found === null) unready?.because(new LevermapError("LM_WORKSPACE_MISSING", "There is no workspace."));
      if (found === null || found === held) return null;
      const opened = await serve(found);
      const made = await stateOf(opened);
      const isAwaited = state !== "" && made !== state;
      if (isAwaited) await waitForAnswers(opened, end);
      // Written meanwhile: what was worked out for the same data counts for that too
      if (isAwaited && !end.aborted && (await fileIdentity(path)) !== found) await opened.close();
      else {
        [held, state] = [found, made];
        return opened;
      }
    }
  };
  if (unready !== undefined) {
    held = null;
    const live = new Live(unready, { ...told, next });
    void live.look();
    return live;
  }
  const first = await serve(held);
  state = await stateOf(first);
  return new Live(first, { ...told, next });
}

type Hurried = Pick<PrepareOptions, "also" | "isQuick">;

const stateOf = async ({ ask }: Opened): Promise<string> => JSON.stringify(await ask.dataState());

interface Opened extends Serving {
  readonly ask: Levermap;
  readonly prepare: (today: string, signal: AbortSignal, hurried?: Hurried) => Promise<unknown>;
}

interface OpenDeskOptions {
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
