import { LevermapError } from "../base/errors.ts";
import { rowsDifference } from "../screen/lists/difference.ts";
import type { LoadStatus } from "../workspace/status.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { changedRows, itemsDifference } from "./controls-diff.ts";
import type { WatchReport } from "./controls-report.ts";

/** Ids of two loads of one source; each newest copy and the one before it, if absent. */
export interface WatchQuestion {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const watched = ["csl", "entity-list", "party-list", "ccl", "rules"];

/** What a newer copy of lists, control lists and rules has that the one before it had not, and the other way round. Throws LM_LOAD_UNKNOWN, LM_USAGE. */
export async function answerWatch(workspace: Workspace, { from, to }: WatchQuestion): Promise<WatchReport> {
  const loads = (await workspace.status()).filter(({ source }) => watched.includes(source));
  const pairs = from === undefined || to === undefined ? newestPairs(loads) : [[requireLoad(loads, from), requireLoad(loads, to)] as const];
  const comparisons: WatchReport["comparisons"][number][] = [];
  for (const [before, after] of pairs) comparisons.push(await compared(workspace, before, after));
  const used = new Map(pairs.flat().map(({ id, source, edition }) => [id, { id, source, edition }]));
  return {
    comparisons,
    evidence: {
      grade: "derived",
      documents: [],
      rules: ["method:a-list-on-a-day"],
      loads: [...used.values()],
      limits: [
        "Copies are compared as they were loaded: a row that came between two copies and went again is in neither.",
        ...(comparisons.length === 0 ? ["No data set was loaded twice: load a newer copy, or compare two days with `controls diff`."] : []),
      ],
    },
  };
}

function requireLoad(loads: readonly LoadStatus[], id: string): LoadStatus {
  const load = loads.find((each) => each.id === id);
  if (load === undefined) throw new LevermapError("LM_LOAD_UNKNOWN", `There is no load ${id} of lists, items or rules.`, { load: id });
  return load;
}

/** Of each data set that was loaded more than once the copy in use and the latest other one. */
function newestPairs(loads: readonly LoadStatus[]): readonly (readonly [LoadStatus, LoadStatus])[] {
  return loads.flatMap((after) => {
    if (!after.current) return [];
    const before = loads.filter((each) => each.source === after.source && each.dataset === after.dataset && each.id !== after.id).at(-1);
    return before === undefined ? [] : [[before, after] as const];
  });
}

async function compared(workspace: Workspace, before: LoadStatus, after: LoadStatus): Promise<WatchReport["comparisons"][number]> {
  if (before.source !== after.source)
    throw new LevermapError(
      "LM_USAGE",
      `Load ${before.id} is of ${before.source} and ${after.id} of ${after.source}: they cannot be compared.`,
    );
  const [parties, items, rules] = [
    await both(workspace, "party_entry", before, after),
    await both(workspace, "control_item", before, after),
    await both(workspace, "control_rule", before, after),
  ];
  const saidBy = (rows: typeof items.before): ReadonlyMap<string, string> =>
    new Map(rows.map(({ item, heading, reasons, related }) => [item, JSON.stringify([heading, reasons, related])]));
  const known = new Set(rules.before.map(({ id }) => id));
  return {
    source: after.source,
    dataset: after.dataset,
    from: { id: before.id, loadedAt: before.loaded_at },
    to: { id: after.id, loadedAt: after.loaded_at },
    ...changedRows(rowsDifference(parties.before, parties.after)),
    items: items.before.length + items.after.length === 0 ? null : itemsDifference(saidBy(items.before), saidBy(items.after)),
    rules: rules.after.flatMap(({ id, issuer, title }) =>
      known.has(id) ? [] : [{ id, issuer, title, before: "not loaded", after: "loaded" }],
    ),
  };
}

async function both<T extends "party_entry" | "control_item" | "control_rule">(
  workspace: Workspace,
  table: T,
  before: LoadStatus,
  after: LoadStatus,
) {
  return { before: await workspace.allRows(table, before.id), after: await workspace.allRows(table, after.id) };
}
