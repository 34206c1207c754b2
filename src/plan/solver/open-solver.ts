import { Worker } from "node:worker_threads";
import { builtFile } from "../../base/built-file.ts";
import { LevermapError } from "../../base/errors.ts";
import type { LinearModel, SolverEvents, SolverOptions, SolverResult } from "./linear-model.ts";
import type { SolverMessage, SolverRequest } from "./solver-worker.ts";

/** The compiled worker, also when running from source: worker threads cannot load TypeScript. */
const workerFile = builtFile("plan/solver/solver-worker.js");

/** Grace period after the time limit, in milliseconds: parts of the solver do not check the clock. */
const grace = 3000;

/** Solves models one after another in its own thread. Close it when done. */
export interface OpenSolver {
  /**
   * Solves a model. If the solver does not answer after the time limit, the result is the best solution and bound reported so far. Rejects
   * with the reason of `signal` (which ends the thread) or the solver's error.
   */
  solve(model: LinearModel, options: SolverOptions, tell?: Partial<SolverEvents>, signal?: AbortSignal): Promise<SolverResult>;
  /** Ends the thread; the current solve rejects. */
  close(): Promise<void>;
}

export function openSolver(): OpenSolver {
  let worker: Worker | undefined;
  const closed = new AbortController();
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  return {
    async solve(model, options, tell = {}, signal) {
      const stop = signal === undefined ? closed.signal : AbortSignal.any([signal, closed.signal]);
      stop.throwIfAborted();
      worker ??= new Worker(workerFile);
      const answer = await answerOf(worker, { model, options }, tell, stop);
      if (!answer.isOver) await end();
      if ("error" in answer) throw answer.error;
      return answer.result;
    },
    async close() {
      closed.abort(new LevermapError("LM_INTERRUPTED", "The solver was closed."));
      await end();
    },
  };
}

type Answer = ({ readonly result: SolverResult } | { readonly error: unknown }) & { readonly isOver: boolean };

function answerOf(worker: Worker, request: SolverRequest, tell: Partial<SolverEvents>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const seen = { best: null as Float64Array | null, bound: Number.POSITIVE_INFINITY };
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      worker.off("error", fail).off("message", hear).unref();
      resolve(answer);
    };
    const late = (): void => finish({ result: { status: "stopped", solution: seen.best, bound: seen.bound, duals: null }, isOver: false });
    const { seconds } = request.options;
    const timer = Number.isFinite(seconds) ? setTimeout(late, seconds * 1000 + grace) : undefined;
    const abort = (): void => finish({ error: signal.reason, isOver: false });
    signal.addEventListener("abort", abort, { once: true });
    const fail = (error: unknown): void => finish({ error, isOver: false });
    const hear = (message: SolverMessage): void => {
      if (message.kind === "done") finish({ result: message.result, isOver: true });
      else if (message.kind === "failed") finish({ error: new Error(message.message), isOver: true });
      else if (message.kind === "bound") {
        seen.bound = message.bound;
        tell.onBound?.(message.bound);
      } else {
        seen.best = message.solution;
        tell.onBetter?.(message.solution);
      }
    };
    worker.ref();
    worker.on("error", fail).on("message", hear);
    worker.postMessage(request);
  });
}
