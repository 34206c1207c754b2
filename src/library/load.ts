import { rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { listed } from "../base/words.ts";
import { isMeasured, measureWorkspace } from "../corpus/steps/measure.ts";
import type { Source } from "../sources/format/source.ts";
import { sources } from "../sources/index.ts";
import { cutSource } from "../sources/patents/cut/cut-source.ts";
import { cutTables } from "../sources/patents/cut/cut-tables.ts";
import { requireTables } from "../sources/patents/tables/patentsview.ts";
import { unloadSource } from "../workspace/current.ts";
import { temporaryName } from "../workspace/database.ts";
import { type LoadSummary, loadSource } from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { chosenClasses } from "./chosen-classes.ts";
import { requireSoundAtlas } from "./create.ts";
import { namedSource } from "./named-source.ts";
import { withWorkspace } from "./with-workspace.ts";

export interface LoadOptions {
  /** Largest share of bad records, 0..1; default 0.05. */
  readonly maxRejects?: number | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; overrides the files. */
  readonly edition?: string | undefined;
  /**
   * Of `patentsview`: cuts the tables, the one of classes among them, to documents of these CPC classes (`H10`, `H01L`, `C23C16`) and what they
   * cite and are cited by; an empty list stands for those of chips.
   */
  readonly classes?: readonly string[] | undefined;
  /** Also measures what rests on it; both are published as one generation, or nothing is. */
  readonly measured?: boolean | undefined;
  readonly effects?: Effects | undefined;
}

export interface Loaded extends LoadSummary {
  /** Whether patent measures are up to date; if not, run `measure`. */
  readonly measured: boolean;
}

/**
 * Loads files of a source (one of `sourceNames`) into a workspace. A file is kept whole or not at all; content
 * that is there already is left alone. A file that is none of the source is refused with what it seems to be, the columns that it lacks or nearly has,
 * and the sources that would read it. Throws LM_SOURCE_UNKNOWN, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY, LM_FILE_NOT_FOUND,
 * LM_FILE_UNREADABLE, LM_LOAD_UNRECOGNISED, LM_LOAD_TOO_MANY_REJECTS, LM_LOAD_BROKEN_OFF, LM_LOAD_INCOMPLETE (all other files are loaded),
 * LM_ATLAS_INVALID, LM_USAGE and LM_DISK_SPACE with `classes`.
 *
 * @example
 * const { rows, rejects } = await load("./levermap-data", "trade", ["korea-imports.csv"]);
 */
export async function load(dir: string, source: string, paths: readonly string[], options: LoadOptions = {}): Promise<Loaded> {
  const { effects = quietEffects, maxRejects, edition, classes, measured = false } = options;
  const reader = namedSource(source);
  return withWorkspace(dir, { what: "load", about: source, atOnce: measured }, effects, async (workspace) => {
    if (source === "atlas") await requireSoundAtlas(reader, paths, effects);
    const given = { ...(maxRejects !== undefined && { maxRejects }), ...(edition !== undefined && { edition }) };
    const loadWith = async (used: Source): Promise<LoadSummary> => {
      try {
        return await loadSource(workspace, used, paths, given, effects);
      } catch (thrown) {
        throw await withFittingSources(thrown);
      }
    };
    const summary = classes === undefined ? await loadWith(reader) : await withCut(workspace, reader, paths, classes, loadWith, effects);
    if (measured) await measureWorkspace(workspace, {}, effects);
    return { ...summary, measured: await isMeasured(workspace) };
  });
}

/**
 * Removes a load; the one it had replaced counts again. Throws LM_LOAD_UNKNOWN, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await unload("./levermap-data", "0f3a9c5d1e2b4a68");
 */
export function unload(dir: string, loadId: string, effects: Effects = quietEffects): Promise<void> {
  // What is no id may be anything, a name too
  const about = /^[\da-f]{16}$/.test(loadId) ? loadId : undefined;
  return withWorkspace(dir, { what: "unload", about }, effects, (workspace) => unloadSource(workspace, loadId));
}

/** Cuts tables of PatentsView into the workspace's temporary folder, for as long as `load` reads them. Throws LM_USAGE for another source. */
async function withCut(
  workspace: Workspace,
  source: Source,
  paths: readonly string[],
  named: readonly string[],
  load: (cut: Source) => Promise<LoadSummary>,
  effects: Effects,
): Promise<LoadSummary> {
  if (source.name !== "patentsview") {
    throw new LevermapError("LM_USAGE", `Only patentsview can be cut to classes, not ${source.name}.`, { source: source.name });
  }
  const classes = await chosenClasses(named);
  const folder = join(workspace.dir, temporaryName, "cut");
  const tables = await requireTables(await source.files(paths));
  try {
    return await load(cutSource(await cutTables(tables, classes, folder, effects)));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rmdir(dirname(folder)).catch(() => undefined);
  }
}

/** Names of the sources that read a file, in their order. */
export async function fittingSources(file: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const source of sources.values()) if (await reads(source, file)) found.push(source.name);
  return found;
}

/** A source refuses a file by a coded error, each by its own. */
async function reads(source: Source, file: string): Promise<boolean> {
  try {
    return (await source.files([file])).length > 0;
  } catch (thrown) {
    if (thrown instanceof LevermapError) return false;
    throw thrown;
  }
}

/** The error of a file that is none of its source, with the sources that would read it; any other error as it is. */
export async function withFittingSources(thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof LevermapError) || thrown.code !== "LM_LOAD_UNRECOGNISED" || typeof thrown.details.file !== "string")
    return thrown;
  const { file } = thrown.details;
  const reading = await fittingSources(file);
  const commands = reading.map((name) => `\`levermap load ${name}\``);
  const next = reading.length === 0 ? "No other source reads it." : `${listed(commands)} ${reading.length === 1 ? "reads" : "read"} it.`;
  const message = `${thrown.message.replace(/(?<!\.)$/, ".")} ${next}`;
  return new LevermapError(thrown.code, message, { ...thrown.details, sources: reading });
}
