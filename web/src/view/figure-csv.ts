import type { FigureBlock } from "../../../src/report/view.ts";
import { csv } from "../words/csv.ts";

/** The data of a picture as CSV, in the unit of the picture; an empty cell is unknown. */
export function figureCsv({ shape }: FigureBlock): string {
  switch (shape.kind) {
    case "bars":
      return csv([
        ["of", "low", "middle", "high"],
        ...shape.bars.map(({ label, interval }) => [label, ...(interval ?? [null, null, null])]),
      ]);
    case "curve":
      return csv([["month", "low", "middle", "high"], ...shape.points.map(({ month, interval }) => [month, ...interval])]);
    case "survival":
      return csv([["month", "left"], ...shape.steps.map(({ month, left }) => [month, left])]);
  }
}
