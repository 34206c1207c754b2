import { basename } from "node:path";
import type { WatchReport } from "../../answers/controls/controls-report.ts";
import { answerWatch } from "../../answers/controls/watch.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import { measureWorkspace } from "../../corpus/steps/measure.ts";
import type { DownloadLimits } from "../../sources/fetch/download.ts";
import { removeLeftBeside } from "../../workspace/beside.ts";
import { unloadSource } from "../../workspace/current.ts";
import { generationOf } from "../../workspace/generation.ts";
import { type LoadLine, loadSource } from "../../workspace/load.ts";
import { isNewTo } from "../../workspace/load-id.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { namedSource } from "../named-source.ts";
import { readSettings } from "../settings.ts";
import { withWorkspace } from "../with-workspace.ts";
import { type ListFile, listFiles } from "./list-files.ts";

export interface UpdateOptions {
  /** Whether publishers are asked; default `true`. Without it, files are read again where they are. */
  readonly fetch?: boolean | undefined;
  /** Bounds of each download. */
  readonly limits?: Partial<DownloadLimits> | undefined;
  readonly effects?: Effects | undefined;
}

/** Why a list is as it was. */
export interface UpdateFault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string;
}

/** What became of one file of a list. */
export interface UpdatedList {
  readonly source: string;
  readonly file: string;
  /** Whether it came from an address, or was read where it is. */
  readonly how: ListFile["how"];
  readonly state: "loaded" | "unchanged" | "failed";
  readonly fault: UpdateFault | null;
  /** What was loaded anew. */
  readonly loads: readonly LoadLine[];
}

export interface Updated {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly lists: readonly UpdatedList[];
  /** What the new copies say and those before them did not, and the other way round. */
  readonly changes: WatchReport["comparisons"];
  /** The generation that holds what was loaded; `null`: nothing was new, and the workspace is as it was. */
  readonly generation: string | null;
}

/**
 * Gets every list that is loaded anew, from its publisher or where it was loaded from, and publishes what is new as one generation, measured. A list that
 * cannot be had or read stays as it was and is told with its fault. Throws LM_NO_LISTS where none is loaded, LM_SETTINGS_INVALID,
 * LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * const { lists, changes } = await update("./levermap-data");
 */
export async function update(
  dir: string,
  { fetch: mayFetch = true, limits = {}, effects = quietEffects }: UpdateOptions = {},
): Promise<Updated> {
  const at = effects.clock.now().toISOString();
  const settings = await readSettings(dir);
  const files = await withWorkspace(dir, "read", effects, async (workspace) =>
    listFiles({ dir: workspace.dir, loads: await workspace.status(), settings, mayFetch, limits }),
  );
  if (files.length === 0) throw new LevermapError("LM_NO_LISTS", "No list is loaded that could be updated.");
  // Nobody has the workspace open while publishers take their time
  const had: Had[] = [];
  for (const each of files) had.push(await getFile(each, effects));
  const found = await withWorkspace(dir, "read", effects, async (workspace) => {
    const compared: Had[] = [];
    for (const each of had) compared.push("paths" in each ? await comparedWith(workspace, each, effects) : each);
    return compared;
  });
  const fresh = found.filter((each): each is Fresh => "paths" in each);
  // One that was killed as it ended may have left its copy, and nothing is written now that would remove it
  if (fresh.length === 0) await removeLeftBeside(dir);
  const { lists, changes, generation } = await published(dir, fresh, effects);
  const all = found.flatMap((each) => ("paths" in each ? (lists[fresh.indexOf(each)] ?? []) : [each]));
  return { at, lists: all, changes, generation };
}

/** A file that was had, with the mapping before it where its table needs one. */
interface Fresh extends Pick<UpdatedList, "source" | "file" | "how"> {
  readonly paths: readonly string[];
}

type Had = Fresh | UpdatedList;

const getFile = ({ get, ...of }: ListFile, effects: Effects): Promise<Had> =>
  orFailed(of, effects, async () => ({ ...of, paths: await get(effects) }));

/** Whether a file says anything that is not loaded. */
const comparedWith = (workspace: Workspace, { paths, ...of }: Fresh, effects: Effects): Promise<Had> =>
  orFailed(of, effects, async () =>
    (await isNewTo(workspace, namedSource(of.source), paths, effects.signal))
      ? { ...of, paths }
      : { ...of, state: "unchanged", fault: null, loads: [] },
  );

async function orFailed(of: Omit<Fresh, "paths">, { signal }: Effects, work: () => Promise<Had>): Promise<Had> {
  try {
    return await work();
  } catch (thrown) {
    return { ...of, state: "failed", fault: faultOf(thrown, signal), loads: [] };
  }
}

/** Faults of a list. Others, of the workspace and of Levermap, and a stop end the update. */
function faultOf(thrown: unknown, signal: AbortSignal): UpdateFault {
  signal.throwIfAborted();
  if (!(thrown instanceof LevermapError) || thrown.exitCode !== 2 || ofWorkspace.has(thrown.code)) throw thrown;
  const { code, message, next } = thrown;
  return { code, message, next };
}

const ofWorkspace: ReadonlySet<ErrorCode> = new Set(["LM_WORKSPACE_BUSY", "LM_WORKSPACE_MISSING", "LM_WORKSPACE_UPGRADE", "LM_DISK_SPACE"]);

type Published = Pick<Updated, "lists" | "changes" | "generation">;

/** Nothing could be loaded, so that there is nothing to publish. */
class NothingLoaded extends Error {
  readonly lists: readonly UpdatedList[];

  constructor(lists: readonly UpdatedList[]) {
    super("nothing was loaded");
    this.lists = lists;
  }
}

async function published(dir: string, fresh: readonly Fresh[], effects: Effects): Promise<Published> {
  if (fresh.length === 0) return { lists: [], changes: [], generation: null };
  const about = [...new Set(fresh.map(({ source }) => source))].join(", ");
  try {
    return await withWorkspace(dir, { what: "update", about, atOnce: true }, effects, async (workspace) => {
      const before = await workspace.status();
      const lists: UpdatedList[] = [];
      for (const each of fresh) lists.push(await loadFresh(workspace, each, before, effects));
      const loaded = new Set(lists.flatMap(({ loads }) => loads.map(({ id }) => id)));
      if (loaded.size === 0) throw new NothingLoaded(lists);
      await measureWorkspace(workspace, {}, effects);
      const { comparisons } = await answerWatch(workspace, {}, async () => []);
      const generation = await workspace.use(generationOf);
      return { lists, changes: comparisons.filter(({ to }) => loaded.has(to.id)), generation };
    });
  } catch (thrown) {
    if (thrown instanceof NothingLoaded) return { lists: thrown.lists, changes: [], generation: null };
    throw thrown;
  }
}

async function loadFresh(
  workspace: Workspace,
  { source, file, how, paths }: Fresh,
  before: readonly LoadStatus[],
  effects: Effects,
): Promise<UpdatedList> {
  const told = (loads: readonly LoadLine[], fault: UpdateFault | null): UpdatedList => {
    const fresh = loads.filter(({ already }) => !already);
    return { source, file, how, state: fault === null ? "loaded" : "failed", fault, loads: fresh };
  };
  try {
    const { loads } = await loadSource(workspace, namedSource(source), paths, { again: true }, effects);
    await requireRows(workspace, loads, before);
    return told(loads, null);
  } catch (thrown) {
    const fault = faultOf(thrown, effects.signal);
    return told(fault.code === "LM_LOAD_INCOMPLETE" ? ((thrown as LevermapError).details.loads as readonly LoadLine[]) : [], fault);
  }
}

/** Part of the rows of the copy before that a newer one needs: publishers take entries out one by one, and a table cut off between two records tells nothing of it. */
const leastPart = 0.5;

/** Takes back what has far fewer rows than the copy before it. Throws LM_LOAD_SHRUNK. */
async function requireRows(workspace: Workspace, loads: readonly LoadLine[], before: readonly LoadStatus[]): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  for (const { id, source, path, rows } of loads) {
    const last = before.find((load) => load.source === source && load.current && load.dataset === basename(path));
    if (known.has(id) || last === undefined || rows >= leastPart * last.rows) continue;
    await unloadSource(workspace, id);
    const message = `${path} has ${rows} rows, and the copy before it ${last.rows}.`;
    throw new LevermapError("LM_LOAD_SHRUNK", message, { path, rows, before: last.rows });
  }
}
