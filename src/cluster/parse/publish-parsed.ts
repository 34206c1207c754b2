import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Effects } from "../../base/effects.ts";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import { packageVersion } from "../../base/package-file.ts";
import { listedFirst } from "../../base/words.ts";
import { takeLock } from "../../workspace/beside.ts";
import { incomplete, type LoadFailure } from "../../workspace/record-count.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Input, ParsedLoad } from "../layout/input-format.ts";
import { readLayout, replaceJson } from "../layout/layout-files.ts";
import { type LayoutManifest, layoutFormat, layoutManifest, layoutVersion } from "../layout/layout-format.ts";
import { parseUnit } from "../layout/parse-unit.ts";
import { soundLoad } from "../layout/restore-loads.ts";
import { withScratchWorkspace } from "../layout/scratch-workspace.ts";
import { loadOptions, readInputReceipt, sourceOf } from "./parse-input.ts";

type Listed = ParsedLoad & { readonly input: Input };

/**
 * Writes the manifest of a layout from the receipts of all inputs, in their order, after the loads that it named before; one publisher at a time. Throws LM_PARSE_MISSING where an
 * input has no receipt or a load is not whole, LM_LOAD_INCOMPLETE where one could not be read, LM_WORKSPACE_BUSY and LM_LAYOUT_INVALID; the manifest of before stays then.
 */
export async function publishParsed(inputs: readonly Input[], dir: string, effects: Effects): Promise<readonly ParsedLoad[]> {
  const listed = await listedLoads(inputs, dir);
  const lock = await takeLock(join(dir, ".publish.lock"));
  try {
    const before = await heldLayout(dir);
    const published = await withScratchWorkspace((workspace) => wholeLoads(workspace, dir, listed, before, effects));
    const fresh = new Map(published.map(({ id, receipt }) => [id, { id, receipt }]));
    const kept = before.loads.map((load) => fresh.get(load.id) ?? load);
    const named = new Set(kept.map(({ id }) => id));
    const added = [...fresh.values()].filter(({ id }) => !named.has(id));
    await replaceJson(join(dir, layoutManifest), { ...before, levermap: packageVersion, loads: [...kept, ...added] });
    return published;
  } finally {
    await lock.release();
  }
}

/** The manifest that is there, or an empty one. */
async function heldLayout(dir: string): Promise<LayoutManifest> {
  const isThere = await access(join(dir, layoutManifest)).then(
    () => true,
    () => false,
  );
  if (isThere) return readLayout(dir);
  return { format: layoutFormat, version: layoutVersion, levermap: packageVersion, loads: [], measures: [], graph: null };
}

/** The loads of all inputs by their receipts. Throws LM_PARSE_MISSING and LM_LOAD_INCOMPLETE. */
async function listedLoads(inputs: readonly Input[], dir: string): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  const missing: string[] = [];
  const failed: LoadFailure[] = [];
  for (const input of inputs) {
    const receipt = await readInputReceipt(dir, input);
    if (receipt === null) missing.push(input.paths.join(", "));
    listed.push(...(receipt?.loads ?? []).map((load) => ({ ...load, input })));
    failed.push(...(receipt?.failures ?? []).map((each) => ({ ...each, code: each.code as ErrorCode, details: {} })));
  }
  if (missing.length > 0) throw notParsed(dir, missing);
  if (failed.length > 0) throw incomplete(listed, failed);
  return listed;
}

/**
 * Every load once, by the first input that has it. Where files of one name and content lie in several folders, processes may have written over one another: such a load is parsed
 * again here from the first of them, as `load` would, unless it was published before just as it is.
 */
async function wholeLoads(
  workspace: Workspace,
  dir: string,
  listed: readonly Listed[],
  before: LayoutManifest,
  effects: Effects,
): Promise<readonly ParsedLoad[]> {
  const published = new Map(before.loads.map(({ id, receipt }) => [id, receipt]));
  const times = new Map<string, number>();
  for (const { id } of listed) times.set(id, (times.get(id) ?? 0) + 1);
  const loads = new Map<string, ParsedLoad>();
  const missing: string[] = [];
  for (const load of listed) {
    const { input, ...parsed } = load;
    if (loads.has(load.id)) continue;
    effects.signal.throwIfAborted();
    const held = await workspace.use((connection) => soundLoad(connection, dir, load.id, effects));
    const isOther = held === null || held.receipt.path !== load.path;
    if (isOther && (times.get(load.id) ?? 0) > 1 && (held === null || published.get(load.id) !== held.digest)) {
      const source = await sourceOf(input);
      const paths = source.scope === "whole" ? input.paths : [load.path];
      loads.set(load.id, await parseUnit(workspace, dir, source, paths, { ...loadOptions(input), replaces: true }, effects));
    } else if (held === null) missing.push(load.path);
    else loads.set(load.id, { ...parsed, receipt: held.digest });
  }
  if (missing.length > 0) throw notParsed(dir, missing);
  return [...loads.values()];
}

function notParsed(dir: string, missing: readonly string[]): LevermapError {
  const message = `Of the list for ${dir} ${missing.length} are not parsed, or what was made of them is not whole: ${listedFirst(missing, 20)}.`;
  return new LevermapError("LM_PARSE_MISSING", message, { path: dir, missing: missing.slice(0, 1000) });
}
