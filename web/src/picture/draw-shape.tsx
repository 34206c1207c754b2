import type { Shape } from "../../../src/site/picture.ts";
import { drawColumns } from "./draw-columns.tsx";
import { drawDifferences } from "./draw-differences.tsx";
import { drawDots } from "./draw-dots.tsx";
import { drawFans } from "./draw-fans.tsx";
import { drawFlows } from "./draw-flows.tsx";
import { drawMatrix } from "./draw-matrix.tsx";
import { drawPanels } from "./draw-panels.tsx";
import { drawTiles } from "./draw-tiles.tsx";
import type { Canvas, Drawn } from "./paint.tsx";

/** Draws a picture made for a question, of any kind. */
export function drawShape(shape: Shape, canvas: Canvas): Drawn {
  switch (shape.kind) {
    case "matrix":
      return drawMatrix(shape, canvas);
    case "fans":
      return drawFans(shape, canvas);
    case "flows":
      return drawFlows(shape, canvas);
    case "dots":
      return drawDots(shape, canvas);
    case "columns":
      return drawColumns(shape, canvas);
    case "differences":
      return drawDifferences(shape, canvas);
    case "tiles":
      return drawTiles(shape, canvas);
    case "panels":
      return drawPanels(shape, canvas);
  }
}
