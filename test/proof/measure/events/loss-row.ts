import type { ActKind } from "../../../../src/proof/measure/events/act-totals.ts";
import { scoreRow } from "../../../../src/proof/measure/events/score.ts";

/** A row of an act in which a part was lost, as a forecast that is certain scores it. */
export const lossRow = (act: string, kind: ActKind, lost: number, predicted = 0) => ({
  act,
  kind,
  score: scoreRow(
    { samples: Float64Array.of(1 - predicted), of: "part of before", how: "", notes: [] },
    { low: 1 - lost, high: 1 - lost, of: "part of before", inUnit: (part) => part },
  ),
});
