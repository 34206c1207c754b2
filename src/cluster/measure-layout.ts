import { join, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { estimateWords } from "../base/estimate.ts";
import { openScratch } from "../workspace/database.ts";
import { machineOf, usualMemory } from "../workspace/machine.ts";
import { readLayout, replaceJson } from "./layout/layout-files.ts";
import { type LayoutGraph, type LayoutManifest, layoutManifest } from "./layout/layout-format.ts";
import { measureSlice } from "./slices/measure-slice.ts";
import { estimateMerge } from "./slices/merge-estimate.ts";
import { mergeSlices } from "./slices/merge-slices.ts";
import { estimateSlice } from "./slices/slice-estimate.ts";

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
