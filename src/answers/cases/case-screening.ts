import { groupBy, kept, keptWith, pick } from "../../base/collections.ts";
import { once } from "../../link/link-table.ts";
import { type AtlasParties, readAtlasParties } from "../../screen/atlas-names.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import { digestOf } from "../../screen/cases/digest.ts";
import { type OwnersTold, ownersTold, partiesOfCustomer } from "../../screen/cases/owners-told.ts";
import { type Statement, statementDigest, statementsOf } from "../../screen/cases/statement.ts";
import { createIdentifierIndex, type IdentifierIndex } from "../../screen/evidence/listed-facts.ts";
import { type AsOf, isListed } from "../../screen/lists/listing-status.ts";
import { fittedWeights } from "../../screen/names/weigh.ts";
import { createOwnerBook, type OwnerBook, type Party } from "../../screen/ownership/owner-book.ts";
import { withRecordNames } from "../../screen/ownership/record-names.ts";
import { statedOwners } from "../../screen/ownership/stated-owners.ts";
import { createPartyIndex, type PartyIndex } from "../../screen/party-index.ts";
import { type Lists, readLists, readTimeline } from "../../screen/read-lists.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type ListsOn, listsOn } from "../screen/lists-on.ts";
import { ownershipState } from "../screen/rule-owners.ts";
import { engineId } from "./engine.ts";
import { listsSayOf } from "./listed-owners.ts";
import { type CustomerOwned, customerOwned, type RunOwners } from "./owned-customers.ts";

/** How a run screens. `lists`: these only, all if empty. */
export interface CaseSettings extends AsOf {
  readonly lists: readonly string[];
  readonly thresholds: { readonly organisation: number; readonly person: number };
  readonly engine: string;
}

/** A load as a run saw it. */
export type SeenLoad = Pick<LoadStatus, "id" | "source" | "dataset" | "edition" | "sha256" | "rows">;

export const seenLoad = (load: LoadStatus): SeenLoad => pick(load, "id", "source", "dataset", "edition", "sha256", "rows");

/** The settings of today: the fitted thresholds and this engine. */
export function caseSettings(asOf: AsOf, lists: readonly string[]): CaseSettings {
  const { organisation, person } = fittedWeights();
  return {
    ...asOf,
    lists: [...lists].sort(),
    thresholds: { organisation: organisation.threshold, person: person.threshold },
    engine: engineId(),
  };
}

/** The lists as they stood, ready for customers. */
export interface CaseScreening {
  readonly settings: CaseSettings;
  readonly lists: Lists;
  readonly atlas: AtlasParties;
  readonly on: ListsOn;
  readonly owners: OwnersTold & RunOwners;
  /** Whether listed parties own a half or more of a customer. */
  readonly owned: (customer: Customer) => CustomerOwned;
  /** What the entries in force say, and its digest, by their keys. */
  readonly statements: ReadonlyMap<string, { readonly statement: Statement; readonly digest: string }>;
  /** Keys of the rows in force by that of their entry. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Built when it is first asked for. */
  index(): PartyIndex;
  identifiers(): IdentifierIndex;
}

/** `owners`: what tables of owners tell on the day. `index`: of the names of the lists. */
export function caseScreening(
  lists: Lists,
  atlas: AtlasParties,
  settings: CaseSettings,
  owners: CaseScreening["owners"],
  index: () => PartyIndex = once(() => createPartyIndex(lists, atlas)),
): CaseScreening {
  const on = listsOn(lists, settings, settings.lists.length === 0 ? undefined : new Set(settings.lists));
  const inForce = lists.parties.filter(({ entry }) => {
    const standing = on.standing(entry);
    return standing !== null && isListed(standing);
  });
  const identifiers = once(() => createIdentifierIndex(lists));
  const rows = groupBy(
    inForce.map(({ entry }) => entry),
    decidedEntry,
  );
  const loaded = new Set(on.screened.map(({ list }) => list));
  const among = new Set(inForce.map(({ entry }) => entry));
  const listsSay = listsSayOf({ lists, on, thresholds: settings.thresholds, index, identifiers, among });
  return {
    ...{ settings, lists, atlas, on, owners, rows, index, identifiers },
    owned: keptWith((customer) => customerOwned(customer, { owners, day: settings.day, loaded, listsSay })),
    statements: new Map(
      [...statementsOf(lists, inForce, decidedEntry, owners)].map(([entry, statement]) => [
        entry,
        { statement, digest: statementDigest(statement) },
      ]),
    ),
  };
}

/** What loads hold of lists and owners, whatever the day. */
interface ReadLoads {
  /** The same settings on another day cost no reading. */
  screening(settings: CaseSettings): CaseScreening;
}

type Loads = readonly Pick<LoadStatus, "id" | "source" | "dataset" | "edition">[];

/** Reads the lists of some loads, current or not, in loading order. */
export async function readLoads(workspace: Workspace, loads: Loads): Promise<ReadLoads> {
  const ids = loads.map(({ id }) => id);
  const reader: Pick<Workspace, "rows" | "rowsWith"> = {
    rows: (table) => workspace.rowsOf(table, ids),
    rowsWith: (table, column, texts) => workspace.rowsWith(table, column, texts, ids),
  };
  const timeline = await readTimeline(reader);
  const lists = await readLists(reader, timeline.rules, loads);
  const book = createOwnerBook([...(await withRecordNames(reader, await workspace.rowsOf("ownership", ids))), ...statedOwners(lists)]);
  const atlas = await readAtlasParties(reader, lists);
  const index = once(() => createPartyIndex(lists, atlas));
  return {
    screening: (settings) => caseScreening(lists, atlas, settings, ownersOn(book, lists, timeline, settings.day), index),
  };
}

const ownersOn = (book: OwnerBook, lists: Lists, timeline: RuleTimeline, day: string): CaseScreening["owners"] => ({
  ...ownersTold(book, lists, day),
  party: book.party,
  holdings: book.holdings,
  partiesOf: (customer): readonly Party[] => partiesOfCustomer(book, customer).filter(({ id }) => book.holdings(id, day).length > 0),
  stateOf: kept((rule) => ownershipState(rule, timeline, day)),
});

/** The lists of some loads as they stood for some settings. */
export const readCaseScreening = async (workspace: Workspace, loads: Loads, settings: CaseSettings): Promise<CaseScreening> =>
  (await readLoads(workspace, loads)).screening(settings);

/** Digest of all names that are searched, of any day: where two are equal, a pair of names has the same score in both. */
export const namesDigest = ({ lists, atlas }: CaseScreening): string =>
  digestOf(
    lists.parties.flatMap(({ entry, kind }) => {
      const organisation = atlas.byEntry.get(entry)?.organisation;
      const others = organisation === undefined ? [] : (atlas.names.get(organisation) ?? []);
      return [[entry, kind, ...[...(lists.names.get(entry) ?? []), ...others].map(({ name }) => name)]];
    }),
  );

/** What a search by name finds of an entry: what it says, and the names that the atlas adds. */
export const searchedAs = ({ statements, atlas, rows }: CaseScreening): ReadonlyMap<string, string> =>
  new Map(
    [...statements].map(([entry, { digest }]) => {
      const organisations = (rows.get(entry) ?? []).flatMap((row) => atlas.byEntry.get(row)?.organisation ?? []);
      const names = organisations.flatMap((organisation) => (atlas.names.get(organisation) ?? []).map(({ name }) => name));
      return [entry, names.length === 0 ? digest : digestOf([digest, [...new Set(names)].sort()])];
    }),
  );
