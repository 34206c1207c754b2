import { measuredOf, outputs } from "./measured.ts";
import { type EventContext, predict } from "./predict.ts";
import type { LossAt } from "./prediction.ts";
import { type RowScore, scoreRow } from "./score.ts";
import type { ShockRow } from "./shock.ts";
import { unreadable } from "./unreadable.ts";

export type RowOutcome =
  | {
      readonly status: "scored";
      readonly score: RowScore;
      readonly how: string;
      readonly notes: readonly string[];
      readonly over: readonly LossAt[];
    }
  | { readonly status: "input" | "outside" | "not scored"; readonly reason: string };

/** Predicts and scores one row of an event. Throws LM_ATLAS_INVALID if a default is missing. */
export function backtestRow(context: EventContext, row: ShockRow): RowOutcome {
  if (row.role === "input") return { status: "input", reason: "given to the model, not predicted" };
  if (row.role === "outside") return { status: "outside", reason: "the model has no such output, or no base value is given" };
  const { asked, last } = row;
  if (asked === null || last === null) return notScored("it does not say what to predict, or has no measurement");
  if (!outputs.some((name) => name === asked.output)) return notScored(`the model has no output "${asked.output}"`);
  const wrong = unreadable(context.shock);
  if (wrong !== null) return notScored(wrong);
  const measured = measuredOf(context.shock, row, asked);
  if ("reason" in measured) return notScored(measured.reason);
  const prediction = predict(context, row, asked, last);
  if ("reason" in prediction) return notScored(prediction.reason);
  return {
    status: "scored",
    score: scoreRow(prediction, measured),
    how: prediction.how,
    notes: prediction.notes,
    over: prediction.over ?? [],
  };
}

const notScored = (reason: string): RowOutcome => ({ status: "not scored", reason });
