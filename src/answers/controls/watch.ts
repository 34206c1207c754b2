import { groupBy, pick } from "../../base/collections.ts";
import { lastDay } from "../../base/days.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import type { Row, TableName } from "../../base/tables.ts";
import { said } from "../../base/words.ts";
import { bookOn, type ItemBook } from "../../screen/items/book.ts";
import { type CopyAge, isNewer, latestDate, newestOf } from "../../screen/lists/copies.ts";
import { rowsDifference } from "../../screen/lists/difference.ts";
import { type PartyRowsOf, partyTexts } from "../../screen/lists/party-texts.ts";
import { isNextCopy, type ListFile, listOf } from "../../screen/lists/succession.ts";
import { readItems } from "../../screen/read-lists.ts";
import { mergeRules, type Rule } from "../../screen/rules/timeline.ts";
import type { Stored } from "../../workspace/schema.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { WatchQuestion } from "./control-questions.ts";
import { changedItems, changedRows, chartLimit } from "./controls-diff.ts";
import type { WatchReport } from "./controls-report.ts";

/** The atlas for its rules. */
const watched = ["csl", "entity-list", "party-list", "ccl", "rules", "atlas"];

/**
 * What a newer copy of lists, control lists and rules has that the one before it had not, and the other way round, and what is new to kept
 * searches on patents where no loads are named. Throws LM_LOAD_UNKNOWN, LM_USAGE.
 */
export async function answerWatch(
  workspace: Workspace,
  { from, to }: WatchQuestion,
  searches: () => Promise<WatchReport["searches"]>,
): Promise<WatchReport> {
  const loads = (await workspace.status()).filter(({ source }) => watched.includes(source));
  const pairs =
    from === undefined || to === undefined
      ? await copiesBefore(workspace, loads)
      : [[requireLoad(loads, from), requireLoad(loads, to)] as const];
  const comparisons: Comparison[] = [];
  for (const [before, after] of pairs) comparisons.push(await compared(workspace, before, after));
  const used = new Map(pairs.flat().map(({ id, source, edition }) => [id, { id, source, edition }]));
  return {
    comparisons,
    searches: from === undefined ? await searches() : [],
    evidence: {
      grade: "derived",
      documents: [],
      rules: ["method:a-list-on-a-day"],
      loads: [...used.values()],
      limits: said(
        chartLimit,
        "Copies are compared as they were loaded. A row that came and went between two copies is in neither.",
        comparisons.length === 0 &&
          "No list, control list or timeline was loaded twice. Load a newer copy, or compare two days with `controls diff`.",
      ),
    },
  };
}

type Comparison = WatchReport["comparisons"][number];

function requireLoad(loads: readonly LoadStatus[], id: string): LoadStatus {
  const load = loads.find((each) => each.id === id);
  if (load === undefined) throw new LevermapError("LM_LOAD_UNKNOWN", `There is no load ${id} of lists, items or rules.`, { load: id });
  return load;
}

async function compared(workspace: Workspace, before: LoadStatus, after: LoadStatus): Promise<Comparison> {
  const sources = say("watch.load-is-of-and", { id: before.id, source: before.source, afterId: after.id, afterSource: after.source });
  if (before.source !== after.source) throw new LevermapError("LM_USAGE", `${sources}: they cannot be compared.`);
  const [old, now] = [await readCopy(workspace, before.id), await readCopy(workspace, after.id)];
  // A list that a file of another name leaves out is still answered from the one that has it.
  const [oldFile, newFile] = [fileOf(before, old), fileOf(after, now)];
  const inBoth = ({ parties }: Copy, { lists }: ListFile): Copy["parties"] =>
    isNextCopy(oldFile, newFile) ? parties : parties.filter((row) => lists.has(listOf(row)));
  return {
    ...pick(after, "source", "dataset"),
    from: { id: before.id, loadedAt: before.loaded_at },
    to: { id: after.id, loadedAt: after.loaded_at },
    ...changedRows(rowsDifference(inBoth(old, newFile), inBoth(now, oldFile), { before: partyTexts(old), after: partyTexts(now) })),
    items: changedItems(old.book, now.book),
    rules: changedRules(old.rules, now.rules),
  };
}

const fileOf = ({ source, dataset }: LoadStatus, { parties }: Copy): ListFile => ({
  ...{ source, dataset },
  lists: new Set(parties.map(listOf)),
});

interface Copy extends PartyRowsOf {
  readonly parties: readonly Row<"party_entry">[];
  readonly book: ItemBook | null;
  readonly rules: readonly Rule[];
}

type PartyTable = "party_name" | "party_place" | "party_link" | "party_fact";

async function readCopy(workspace: Workspace, load: string): Promise<Copy> {
  const of = async <T extends PartyTable>(table: T): Promise<ReadonlyMap<string, readonly Stored<T>[]>> =>
    groupBy(await workspace.allRows(table, load), ({ entry }) => entry);
  return {
    parties: await workspace.allRows("party_entry", load),
    ...{ names: await of("party_name"), places: await of("party_place"), links: await of("party_link"), facts: await of("party_fact") },
    book: bookOn(await readItems((table) => workspace.allRows(table, load)), "9999-12-31"),
    rules: mergeRules(await workspace.allRows("control_rule", load)),
  };
}

/** Rules that are in one copy only, or whose days or suspensions are others. */
function changedRules(before: readonly Rule[], after: readonly Rule[]): Comparison["rules"] {
  const byId = (rules: readonly Rule[]) => new Map(rules.map((rule) => [rule.id, rule]));
  const [old, now] = [byId(before), byId(after)];
  return [...new Map([...old, ...now]).values()].flatMap(({ id, issuer, title }) => {
    const [was, is] = [daysOf(old.get(id)), daysOf(now.get(id))];
    return was === is ? [] : [{ id, issuer, title, before: was, after: is }];
  });
}

const dayColumns = ["published", "effective", "ends", "suspends"] as const;

function daysOf(rule: Rule | undefined): string {
  if (rule === undefined) return "not loaded";
  const parts = dayColumns.flatMap((column) => (rule[column] === null ? [] : [`${column} ${rule[column]}`]));
  return parts.length === 0 ? "loaded, without a day" : parts.join(", ");
}

/** Two copies of the same lists or control list, the older first. */
type CopyPair = readonly [before: LoadStatus, after: LoadStatus];

/** Parts of a control list that are files of their own. */
const itemParts = ["control_item", "chart_row", "economy_group", "exception_title"] as const satisfies readonly TableName[];

interface Held extends CopyAge {
  readonly load: LoadStatus;
  /** Its lists, by reading, and the parts of a control list that it has. */
  readonly lists: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

/**
 * Of each newest copy the one before it: of the same lists in the same reading, or of the same part of a control list, whatever their files
 * are called; of anything else the load of the same name. `loads` in the order of loading.
 */
async function copiesBefore(workspace: Workspace, loads: readonly LoadStatus[]): Promise<readonly CopyPair[]> {
  const held = await Promise.all(loads.map((load, order) => heldBy(workspace, load, order)));
  return held.flatMap((after): readonly CopyPair[] => {
    const copies = held.filter((each) => each !== after && isCopyOf(each, after));
    if (!after.load.current || copies.some((each) => each.load.current && isNewer(each, after))) return [];
    return copies.length === 0 ? [] : [[newestOf(copies).load, after.load]];
  });
}

async function heldBy(workspace: Workspace, load: LoadStatus, order: number): Promise<Held> {
  const editions = load.tables.list_edition === undefined ? [] : await workspace.allRows("list_edition", load.id);
  const parts = itemParts.filter((table) => load.tables[table] !== undefined);
  const [part] = parts;
  const [row] = part === undefined ? [] : await workspace.allRows(part, load.id);
  return {
    load,
    order,
    lists: new Set(editions.map(listOf)),
    parts: new Set(parts),
    day: load.edition ?? row?.edition ?? lastDay(editions.map(({ day }) => day)),
    latest: editions.length === 0 ? null : latestDate(await workspace.allRows("party_entry", load.id)),
  };
}

const isCopyOf = (a: Held, b: Held): boolean =>
  a.load.source === b.load.source &&
  (a.load.dataset === b.load.dataset ||
    shares(a.lists, b.lists) ||
    shares(a.parts, b.parts) ||
    (isLists(a) && isNextCopy(fileIn(a), fileIn(b))));

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((each) => b.has(each));
const isLists = ({ lists }: Held): boolean => lists.size > 0;
const fileIn = ({ load, lists }: Held): ListFile => ({ ...load, lists });
