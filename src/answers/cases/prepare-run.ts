import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { canonical } from "../../screen/cases/digest.ts";
import type { AsOf } from "../../screen/lists/listing-status.ts";
import { presentCustomers } from "../../workspace/cases/customers.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type RunRecord, readContents, readDecisionLines, readRenames, readRunResults, readRuns, runRecord } from "./case-records.ts";
import { type CaseScreening, type CaseSettings, caseSettings, readCaseScreening, readLoads, seenLoad } from "./case-screening.ts";
import type { RunInput } from "./run-cases.ts";

/** What a run is asked for. `by` and `lists` are those of the run before where they are left out. */
export interface RunRequest {
  /** Day of the lists, `YYYY-MM-DD`. */
  readonly day: string;
  readonly by?: AsOf["by"] | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly full: boolean;
}

/** A run that is about to be made. */
export interface PreparedRun {
  readonly input: RunInput;
  readonly settings: CaseSettings;
  readonly loads: readonly ReturnType<typeof seenLoad>[];
  readonly previous: RunRecord | null;
}

/** Reads what a run is made of. Throws LM_NO_LISTS, LM_USAGE. */
export async function prepareRun(workspace: Workspace, request: RunRequest): Promise<PreparedRun> {
  const loads = (await workspace.status()).filter(({ current }) => current);
  const last = (await readRuns(workspace)).at(-1);
  const previous = last === undefined ? null : runRecord(last);
  const { by = previous?.settings.by ?? "effective", lists = previous?.settings.lists ?? [] } = request;
  const settings = caseSettings({ day: request.day, by }, lists);
  const read = await readLoads(workspace, loads);
  const now = read.screening(settings);
  requireLoaded(now, lists);
  const why = await whyFull(workspace, previous, settings, request.full);
  const before =
    previous === null || why !== null
      ? null
      : {
          results: await readRunResults(workspace, previous.row),
          screening: isSame(previous.loads, loads)
            ? read.screening(previous.settings)
            : await readCaseScreening(workspace, await loadsOf(workspace, previous), previous.settings),
        };
  const input: RunInput = {
    now,
    before,
    why,
    customers: (await presentCustomers(workspace)).filter(({ state }) => state === "active"),
    decisions: await readDecisionLines(workspace),
    renames: await readRenames(workspace),
    contents: await readContents(workspace),
  };
  return { input, settings, loads: loads.map(seenLoad), previous };
}

const isSame = (before: RunRecord["loads"], now: readonly Pick<LoadStatus, "id">[]): boolean =>
  before.length === now.length && before.every(({ id }, at) => id === now[at]?.id);

function requireLoaded({ lists }: CaseScreening, wanted: readonly string[]): void {
  if (lists.parties.length === 0) throw new LevermapError("LM_NO_LISTS", "No list of parties is loaded: nothing can be screened.");
  const loaded = new Set([...lists.parties, ...lists.editions].map(({ list }) => list));
  for (const list of wanted)
    if (!loaded.has(list)) throw new LevermapError("LM_USAGE", `No list "${list}" is loaded.`, { list, loaded: [...loaded].sort() });
}

/** The loads that a run saw. Throws LM_RUN_GONE where one was removed. */
export async function loadsOf(workspace: Workspace, { row, loads }: RunRecord): Promise<RunRecord["loads"]> {
  const there = new Set((await workspace.status()).map(({ id }) => id));
  const gone = loads.filter(({ id }) => !there.has(id));
  if (gone.length === 0) return loads;
  const names = gone.map(({ id, dataset }) => `${id} (${dataset})`).join(", ");
  throw new LevermapError("LM_RUN_GONE", `Run ${row.id} saw loads that are not there any more: ${names}.`, { run: row.id, gone });
}

/** Why a run screens everything although one went before; `null` where it need not, or is the first. */
async function whyFull(workspace: Workspace, previous: RunRecord | null, settings: CaseSettings, asked: boolean): Promise<string | null> {
  if (previous === null) return null;
  if (asked) return "asked for";
  const same = (value: CaseSettings): string => canonical(pick(value, "by", "lists", "thresholds"));
  if (previous.settings.engine !== settings.engine) return "names are compared in another way than in the run before";
  if (same(previous.settings) !== same(settings)) return "the settings are others than in the run before";
  const there = new Set((await workspace.status()).map(({ id }) => id));
  return previous.loads.some(({ id }) => !there.has(id)) ? "a load that the run before saw was removed" : null;
}
