import { join, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type Estimate, estimateWords } from "../base/estimate.ts";
import { openScratch } from "../workspace/database.ts";
import { machineOf, usualMemory } from "../workspace/machine.ts";
import { readLayout, replaceJson } from "./layout/layout-files.ts";
import { type LayoutGraph, type LayoutManifest, layoutManifest } from "./layout/layout-format.ts";
import { measureSlice, mergeSlices } from "./slices/merge-slices.ts";

export interface SliceMeasured {
  readonly slice: number;
  readonly slices: number;
  readonly documents: number;
}

/**
 * Measures slice `slice` of `slices` of the documents of a layout by their citations: the values that one machine gives, whatever their number. Slices may be measured in any order,
 * on any machine that sees the folder, and again. Throws LM_LAYOUT_INVALID, LM_CORPUS_TOO_LARGE, LM_NOT_MEASURED for a layout without a graph, LM_USAGE.
 *
 * @example
 * await measureLayoutSlice("./layout", 3, 8);
 */
export async function measureLayoutSlice(
  dir: string,
  slice: number,
  slices: number,
  effects: Effects = quietEffects,
): Promise<SliceMeasured> {
  if (!(slice >= 1 && slice <= slices)) throw new LevermapError("LM_USAGE", `There is no slice ${slice} of ${slices}.`, { slice, slices });
  const folder = resolve(dir);
  const graph = graphOf(await readLayout(folder), folder);
  effects.log.info(estimateWords(estimateSlice(graph, slices, machineOf().memory ?? usualMemory)));
  const { rows } = await scratch((connection) => measureSlice(connection, folder, graph, { slice, slices }, effects));
  return { slice, slices, documents: rows };
}

/**
 * Joins the slices of a layout to its table `citation_measure`, which `loadLayout` takes along; its manifest is replaced last. PageRank, main paths, likeness of texts and shares
 * are no part of it: they take all documents at once, and `measure` makes them on one machine. Throws LM_SLICES_MISSING, LM_LAYOUT_INVALID, LM_NOT_MEASURED.
 *
 * @example
 * await mergeLayoutSlices("./layout", 8);
 */
export async function mergeLayoutSlices(
  dir: string,
  slices: number,
  effects: Effects = quietEffects,
): Promise<{ readonly documents: number }> {
  const folder = resolve(dir);
  const manifest = await readLayout(folder);
  const graph = graphOf(manifest, folder);
  effects.log.info(estimateWords(estimateMerge(graph, machineOf().memory ?? usualMemory)));
  const merged = await scratch((connection) => mergeSlices(connection, folder, graph, slices, effects));
  const measures = [...manifest.measures.filter(({ step }) => step !== merged.step), merged];
  await replaceJson(join(folder, layoutManifest), { ...manifest, measures } satisfies LayoutManifest);
  return { documents: merged.rows };
}

/** The citation graph of a layout. Throws LM_NOT_MEASURED where it has none. */
export function graphOf({ graph }: LayoutManifest, dir: string): LayoutGraph {
  if (graph !== null) return graph;
  throw new LevermapError("LM_NOT_MEASURED", `${dir} has no citation graph: its workspace was not measured when it was written.`, {
    path: dir,
  });
}

async function scratch<T>(work: (connection: Awaited<ReturnType<typeof openScratch>>["connection"]) => Promise<T>): Promise<T> {
  const { connection, close } = await openScratch();
  try {
    return await work(connection);
  } finally {
    close();
  }
}

/**
 * From joining the measures of graphs of 0.3, 1 and 3 M documents (30 November 2026, docs/scale.md), whatever their citations and the number of slices.
 * @param engine bytes that the database engine may use
 */
export const estimateMerge = ({ documents }: Pick<LayoutGraph, "documents">, engine: number): Estimate => ({
  memory: 1.8e8 + 70 * documents + Math.min(engine, 230 * documents),
  disk: 8.1 * documents,
  seconds: 0.75 + 1.6e-6 * documents,
});

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
