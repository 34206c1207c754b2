import { groupBy, pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import type { Row, TableName } from "../../base/tables.ts";
import { inTurns } from "../../base/turns.ts";
import { type AtlasParties, readAtlasParties } from "../../screen/atlas-names.ts";
import { createIdentifierIndex, type IdentifierIndex } from "../../screen/evidence/listed-facts.ts";
import type { ItemRows } from "../../screen/items/book.ts";
import type { AsOf } from "../../screen/lists/listing-status.ts";
import { createOwnerBook, type OwnerBook } from "../../screen/ownership/owner-book.ts";
import { withRecordNames } from "../../screen/ownership/record-names.ts";
import { statedOwners } from "../../screen/ownership/stated-owners.ts";
import { indexParties, type PartyIndex } from "../../screen/party-index.ts";
import { type Lists, readItems, readLists, readTimeline } from "../../screen/read-lists.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { type Decision, readDecisions } from "../../workspace/decisions.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Evidence } from "../shared/evidence.ts";
import { sourceDocument } from "../shared/evidence-of.ts";
import { remembered } from "../shared/remembered.ts";
import { type CustomerDecisions, noCustomers } from "./customer-decisions.ts";
import { type ListsOn, listsOn, requireListIds } from "./lists-on.ts";

/** What answers on controls read of a workspace, each part when it is first asked for. */
export interface ControlData {
  timeline(): Promise<RuleTimeline>;
  items(): Promise<ItemRows>;
  /** Titles of licence exceptions by their codes. */
  exceptionTitles(): Promise<ReadonlyMap<string, string>>;
  codes(): Promise<readonly Row<"code">[]>;
  /** `null` where no list of parties is loaded. */
  lists(): Promise<ListData | null>;
  /** The list of parties that do not exist; `null` where it is not loaded. */
  invented(): Promise<ListData | null>;
  /** On names alone. */
  decisions(): Promise<readonly Decision[]>;
  customers(): Promise<CustomerDecisions>;
  /** Tables of owners, with what lists state of owners and parents. */
  owners(): Promise<OwnerBook>;
  loads(): Promise<readonly LoadStatus[]>;
  documents(): Promise<readonly Row<"document">[]>;
}

/** The lists of parties that are loaded, with what is made of them. */
export interface ListData extends Lists {
  /** Which parties are organisations of the atlas. */
  atlas(): Promise<AtlasParties>;
  index(): Promise<PartyIndex>;
  /** Entries by the identifiers that lists print. */
  identifiers(): Promise<IdentifierIndex>;
  /** The lists of these ids, all if absent, as they stood on a day. Throws LM_USAGE for one that is not loaded. */
  on(asOf: AsOf, only?: readonly string[]): Promise<ListsOn>;
  /** The documents that rows of lists cite, by entry. */
  citations(): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The lists, for questions that are about nothing else. Throws LM_NO_LISTS. */
export async function requireLists(data: ControlData): Promise<ListData> {
  const lists = await data.lists();
  if (lists === null) throw new LevermapError("LM_NO_LISTS", "No list of parties is loaded: nothing can be screened.");
  return lists;
}

/** Days that are kept for: people ask of few. */
const keptDays = 20;

/** Makes readers that read once. */
function createOnce(): <T>(name: string, read: () => Promise<T>) => () => Promise<T> {
  const parts = remembered<unknown>();
  return <T>(name: string, read: () => Promise<T>) =>
    () =>
      parts([name], read) as Promise<T>;
}

function listData(workspace: Workspace, lists: Lists): ListData {
  const once = createOnce();
  const days = remembered<ListsOn>(keptDays);
  const atlas = once("atlas", () => readAtlasParties(workspace, lists));
  return {
    ...lists,
    atlas,
    identifiers: once("identifiers", async () => createIdentifierIndex(lists)),
    index: once("index", async () => inTurns(indexParties(lists, await atlas()))),
    on: async (asOf, only) => days([asOf, only], async () => listsOn(lists, asOf, requireListIds(lists, only))),
    citations: once("citations", async () => {
      const cited = groupBy(lists.ownRows(await workspace.rows("party_citation")), ({ entry }) => entry);
      return new Map([...cited].map(([entry, rows]) => [entry, rows.map(({ citation }) => citation)]));
    }),
  };
}

/** `readCustomers`: decisions on the cases of customers. */
export function controlData(
  workspace: Workspace,
  readCustomers: (workspace: Workspace) => Promise<CustomerDecisions> = async () => noCustomers,
): ControlData {
  const once = createOnce();
  const loads = once("loads", async () => (await workspace.status()).filter(({ current }) => current));
  const timeline = once("timeline", () => readTimeline(workspace));
  const read = async (which: "real" | "invented"): Promise<ListData | null> => {
    const lists = await readLists(workspace, (await timeline()).rules, await loads(), which);
    return lists.parties.length === 0 ? null : listData(workspace, lists);
  };
  const data: ControlData = {
    timeline,
    items: once("items", () => readItems((table) => workspace.rows(table))),
    exceptionTitles: once(
      "exceptionTitles",
      async () => new Map((await workspace.rows("exception_title")).map(({ exception, title }) => [exception, title])),
    ),
    codes: once("codes", () => workspace.rows("code")),
    lists: once("lists", () => read("real")),
    invented: once("invented", () => read("invented")),
    decisions: once("decisions", () => readDecisions(workspace)),
    customers: once("customers", () => readCustomers(workspace)),
    owners: once("owners", async () => {
      const lists = await data.lists();
      const rows = await withRecordNames(workspace, await workspace.rows("ownership"));
      return createOwnerBook([...rows, ...(lists === null ? [] : statedOwners(lists))]);
    }),
    loads,
    documents: once("documents", () => workspace.rows("document")),
  };
  return data;
}

/** What an answer from lists rests on: rules tell days of effect that lists leave out. */
export const listTables = ["party_entry", "party_name", "party_place", "party_link", "party_fact", "list_edition", "control_rule"] as const;

/** What joins listed parties to organisations of the atlas and of records of firms. */
export const organisationTables = ["organisation", "organisation_name", "party_record", "record_name"] as const;

/** What an answer from control lists, the Country Chart and country groups rests on. */
export const itemTables = [
  "control_item",
  "item_paragraph",
  "item_reason",
  "item_exception",
  "chart_row",
  "chart_mark",
  "chart_footnote",
  "economy_group",
  "all_destinations",
  "exception_title",
] as const;

interface EvidenceParts {
  /** Tables whose current loads the answer rests on. */
  readonly tables: readonly TableName[];
  readonly rules: readonly string[];
  readonly limits: readonly string[];
  /** Ids of documents in the atlas. */
  readonly sources?: Iterable<string | null>;
  readonly grade?: Evidence["grade"];
}

/** What an answer on controls rests on. */
export async function controlEvidence(
  data: ControlData,
  { tables, rules, limits, sources = [], grade = "derived" }: EvidenceParts,
): Promise<Evidence> {
  const loads = (await data.loads()).filter((load) => tables.some((table) => load.tables[table] !== undefined));
  const ids = new Set(sources);
  const known = ids.size === 0 ? [] : await data.documents();
  return {
    grade,
    documents: known.filter(({ id }) => ids.has(id)).map(sourceDocument),
    rules,
    loads: loads.map((load) => pick(load, "id", "source", "edition")),
    limits: [...loads.flatMap(rejectLimit), ...limits],
  };
}

/** Half of what a file says may not pass for the whole of it. */
function rejectLimit({ rejects, source, dataset }: LoadStatus): readonly string[] {
  if (rejects === 0) return [];
  const records = rejects === 1 ? "1 bad record" : `${rejects} bad records`;
  return [`${records} of ${dataset} (${source}) could not be read and ${rejects === 1 ? "is" : "are"} missing from all answers.`];
}
