import { parentPort } from "node:worker_threads";
import { runHighs } from "./highs-run.ts";
import type { LinearModel, SolverOptions, SolverResult } from "./linear-model.ts";

export interface SolverRequest {
  readonly model: LinearModel;
  readonly options: SolverOptions;
}

/** Messages of a worker; `done` or `failed` comes last, once. */
export type SolverMessage =
  | { readonly kind: "better"; readonly solution: Float64Array }
  | { readonly kind: "bound"; readonly bound: number }
  | { readonly kind: "done"; readonly result: SolverResult }
  | { readonly kind: "failed"; readonly message: string };

const tell = (message: SolverMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ model, options }: SolverRequest) => {
  const events = {
    onBetter: (solution: Float64Array) => tell({ kind: "better", solution }),
    onBound: (bound: number) => tell({ kind: "bound", bound }),
  };
  runHighs(model, options, events).then(
    (result) => tell({ kind: "done", result }),
    (error: unknown) => tell({ kind: "failed", message: String(error) }),
  );
});
