import { LevermapError } from "../base/errors.ts";
import { groupBy } from "../base/group-by.ts";
import type { Row } from "../base/tables.ts";
import { type AtlasParties, readAtlasParties } from "../screen/atlas-names.ts";
import type { ItemRows } from "../screen/items/book.ts";
import type { AsOf } from "../screen/lists/standing.ts";
import { createPartyIndex, type PartyIndex } from "../screen/party-index.ts";
import { readItems, readTimeline } from "../screen/read-control-rows.ts";
import { type Lists, readLists } from "../screen/read-lists.ts";
import type { RuleTimeline } from "../screen/rules/timeline.ts";
import { type Decision, readDecisions } from "../workspace/decisions.ts";
import type { LoadStatus } from "../workspace/status.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type ListsOn, listsOn, requireLists } from "./lists-on.ts";
import { remembered } from "./remembered.ts";

/** What answers on controls read of a workspace, each part when it is first asked for. */
export interface ControlData {
  timeline(): Promise<RuleTimeline>;
  items(): Promise<ItemRows>;
  /** Titles of licence exceptions by their codes. */
  exceptionTitles(): Promise<ReadonlyMap<string, string>>;
  codes(): Promise<readonly Row<"code">[]>;
  /** Throws LM_NO_LISTS where no list of parties is loaded. */
  lists(): Promise<Lists>;
  atlas(): Promise<AtlasParties>;
  index(): Promise<PartyIndex>;
  /** The lists of these ids, all if absent, as they stood on a day. Throws LM_USAGE for one that is not loaded. */
  listsOn(asOf: AsOf, only?: readonly string[]): Promise<ListsOn>;
  /** The documents that rows of lists cite, by entry. */
  citations(): Promise<ReadonlyMap<string, readonly string[]>>;
  decisions(): Promise<readonly Decision[]>;
  loads(): Promise<readonly LoadStatus[]>;
  documents(): Promise<readonly Row<"document">[]>;
}

/** Days that are kept for: people ask of few. */
const keptDays = 20;

export function controlData(workspace: Workspace): ControlData {
  const parts = remembered<unknown>();
  const once =
    <T>(name: string, read: () => Promise<T>): (() => Promise<T>) =>
    () =>
      parts([name], read) as Promise<T>;
  const timeline = once("timeline", () => readTimeline(workspace));
  const lists = once("lists", async () => {
    const read = await readLists(workspace, (await timeline()).rules);
    if (read.parties.length === 0) throw new LevermapError("LM_NO_LISTS", "No list of parties is loaded: nothing can be screened.");
    return read;
  });
  const atlas = once("atlas", async () => readAtlasParties(workspace, await lists()));
  const days = remembered<ListsOn>(keptDays);
  return {
    timeline,
    items: once("items", () => readItems((table) => workspace.rows(table))),
    exceptionTitles: once(
      "exceptionTitles",
      async () => new Map((await workspace.rows("exception_title")).map(({ exception, title }) => [exception, title])),
    ),
    codes: once("codes", () => workspace.rows("code")),
    lists,
    atlas,
    index: once("index", async () => createPartyIndex(await lists(), await atlas())),
    listsOn: async (asOf, only) => {
      const read = await lists();
      return days([asOf, only], async () => listsOn(read, asOf, requireLists(read, only)));
    },
    citations: once("citations", async () => {
      const cited = groupBy(await workspace.rows("party_citation"), ({ entry }) => entry);
      return new Map([...cited].map(([entry, rows]) => [entry, rows.map(({ citation }) => citation)]));
    }),
    decisions: once("decisions", () => readDecisions(workspace)),
    loads: once("loads", async () => (await workspace.status()).filter(({ current }) => current)),
    documents: once("documents", () => workspace.rows("document")),
  };
}
