import type { Estimate } from "../../base/estimate.ts";
import type { LayoutGraph } from "../layout/layout-format.ts";

/**
 * From joining the measures of graphs of 0.3, 1 and 3 M documents (30 November 2026, docs/scale.md), whatever their citations and the number of slices.
 * @param engine bytes that the database engine may use
 */
export const estimateMerge = ({ documents }: Pick<LayoutGraph, "documents">, engine: number): Estimate => ({
  memory: 1.8e8 + 70 * documents + Math.min(engine, 230 * documents),
  disk: 8.1 * documents,
  seconds: 0.75 + 1.6e-6 * documents,
});
