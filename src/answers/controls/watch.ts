import { LevermapError } from "../../base/errors.ts";
import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import { bookOn, type ItemBook } from "../../screen/items/book.ts";
import { rowsDifference } from "../../screen/lists/difference.ts";
import { readItems } from "../../screen/read-control-rows.ts";
import { mergeRules, type Rule } from "../../screen/rules/merge.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { copiesBefore } from "../screen/copies-before.ts";
import { changedItems, changedRows, chartLimit } from "./controls-diff.ts";
import type { WatchReport } from "./controls-report.ts";

/** Ids of two loads of one source; each newest copy and the one before it, if absent. */
export interface WatchQuestion {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The atlas for its rules. */
const watched = ["csl", "entity-list", "party-list", "ccl", "rules", "atlas"];

/** What a newer copy of lists, control lists and rules has that the one before it had not, and the other way round. Throws LM_LOAD_UNKNOWN, LM_USAGE. */
export async function answerWatch(workspace: Workspace, { from, to }: WatchQuestion): Promise<WatchReport> {
  const loads = (await workspace.status()).filter(({ source }) => watched.includes(source));
  const pairs =
    from === undefined || to === undefined
      ? await copiesBefore(workspace, loads)
      : [[requireLoad(loads, from), requireLoad(loads, to)] as const];
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
        chartLimit,
        "Copies are compared as they were loaded. A row that came and went between two copies is in neither.",
        ...(comparisons.length === 0
          ? ["No list, control list or timeline was loaded twice. Load a newer copy, or compare two days with `controls diff`."]
          : []),
      ],
    },
  };
}

function requireLoad(loads: readonly LoadStatus[], id: string): LoadStatus {
  const load = loads.find((each) => each.id === id);
  if (load === undefined) throw new LevermapError("LM_LOAD_UNKNOWN", `There is no load ${id} of lists, items or rules.`, { load: id });
  return load;
}

async function compared(workspace: Workspace, before: LoadStatus, after: LoadStatus): Promise<WatchReport["comparisons"][number]> {
  if (before.source !== after.source)
    throw new LevermapError(
      "LM_USAGE",
      `Load ${before.id} is of ${before.source} and ${after.id} of ${after.source}: they cannot be compared.`,
    );
  const [old, now] = [await readCopy(workspace, before.id), await readCopy(workspace, after.id)];
  // A list that a file of another name leaves out is still answered from the one that has it.
  const inBoth = ({ parties }: Copy, other: Copy): Copy["parties"] => {
    const lists = new Set(other.parties.map(listKey));
    return before.dataset === after.dataset ? parties : parties.filter((row) => lists.has(listKey(row)));
  };
  return {
    source: after.source,
    dataset: after.dataset,
    from: { id: before.id, loadedAt: before.loaded_at },
    to: { id: after.id, loadedAt: after.loaded_at },
    ...changedRows(rowsDifference(inBoth(old, now), inBoth(now, old), ({ entry }) => old.names.get(entry) ?? now.names.get(entry) ?? [])),
    items: changedItems(old.book, now.book),
    rules: changedRules(old.rules, now.rules),
  };
}

const listKey = ({ origin, list }: Row<"party_entry">): string => `${origin} ${list}`;

interface Copy {
  readonly parties: readonly Row<"party_entry">[];
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly book: ItemBook | null;
  readonly rules: readonly Rule[];
}

async function readCopy(workspace: Workspace, load: string): Promise<Copy> {
  const names = groupBy(await workspace.allRows("party_name", load), ({ entry }) => entry);
  return {
    parties: await workspace.allRows("party_entry", load),
    names: new Map([...names].map(([entry, rows]) => [entry, rows.map(({ name }) => name)])),
    book: bookOn(await readItems((table) => workspace.allRows(table, load)), "9999-12-31"),
    rules: mergeRules(await workspace.allRows("control_rule", load)),
  };
}

/** Rules that are in one copy only, or whose days or suspensions are others. */
function changedRules(before: readonly Rule[], after: readonly Rule[]): WatchReport["comparisons"][number]["rules"] {
  const [old, now] = [byId(before), byId(after)];
  return [...new Map([...old, ...now]).values()].flatMap(({ id, issuer, title }) => {
    const [was, is] = [told(old.get(id)), told(now.get(id))];
    return was === is ? [] : [{ id, issuer, title, before: was, after: is }];
  });
}

const byId = (rules: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(rules.map((rule) => [rule.id, rule]));

const toldColumns = ["published", "effective", "ends", "suspends"] as const;

function told(rule: Rule | undefined): string {
  if (rule === undefined) return "not loaded";
  const parts = toldColumns.flatMap((column) => (rule[column] === null ? [] : [`${column} ${rule[column]}`]));
  return parts.length === 0 ? "loaded, without a day" : parts.join(", ");
}
