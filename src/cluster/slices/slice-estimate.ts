import type { Estimate } from "../../base/estimate.ts";
import type { LayoutGraph } from "../layout/layout-format.ts";

/** Citations up to which a core reads and counts at the same rate; beyond, caches hold less and less of the graph. */
const steady = 12e6;

/**
 * From runs of one, four and eight slices on graphs of 0.3 to 30 M documents with ten or twelve citations each (30 November 2026, docs/scale.md); a graph with a heavier tail takes longer.
 * @param engine bytes that the database engine may use
 */
export function estimateSlice(
  { documents, citations }: Pick<LayoutGraph, "documents" | "citations">,
  slices: number,
  engine: number,
): Estimate {
  const [read, counted] = [shareOf(slices, 0.3), shareOf(slices, 0.41)];
  const held = Math.min(engine, 230 * documents * read);
  const slower = Math.max(1, (citations / steady) ** 0.17);
  return {
    memory: 2e8 + read * (14 * citations + 130 * documents) + held,
    disk: (8.1 * documents) / slices,
    seconds: 0.9 + counted * 0.43e-6 * citations * slower,
  };
}

/** The part of a graph that a slice takes: its own documents, and a part of all others around them. */
const shareOf = (slices: number, around: number): number => 1 / slices + around * (1 - 1 / slices);
