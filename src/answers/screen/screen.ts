import { groupBy } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { nameKey } from "../../link/name-key.ts";
import { isInvented } from "../../link/party-lists.ts";
import { type OwnersTold, ownersTold } from "../../screen/cases/owners-told.ts";
import type { IdentifierIndex } from "../../screen/evidence/listed-facts.ts";
import type { KnownOfParty } from "../../screen/evidence/other-evidence.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import { partyKeys } from "../../screen/lists/reconcile.ts";
import { fittedWeights } from "../../screen/names/weigh.ts";
import type { PartyIndex } from "../../screen/party-index.ts";
import type { Lists } from "../../screen/read-lists.ts";
import { type Decision, decidedEntry } from "../../workspace/decisions.ts";
import { requireEconomy } from "../shared/require-place.ts";
import { type ControlData, controlEvidence, listTables, organisationTables, requireLists } from "./control-data.ts";
import type { CustomerDecisions } from "./customer-decisions.ts";
import { findHits } from "./find-hits.ts";
import { inOrder } from "./hit-order.ts";
import { type ListsOn, screenLimits } from "./lists-on.ts";
import { decisionLine, screenHit, standingLine } from "./screen-hit.ts";
import type { ScreenQuery, ScreenQuestion } from "./screen-questions.ts";
import { type ScreenHit, type ScreenReport, type ScreenResult, setsAside } from "./screen-report.ts";

export const noClearance =
  "No match is not clearance: only these lists were searched, as loaded. Owners, end use, items and other lists are separate questions.";

const onlyInvented = "The only list that is loaded is invented, to try screening with: no party on it exists.";

/** Who is not like any of them was not screened. */
const onNoList = "No list of parties that exist is loaded, and no party on the invented one is called that.";

const usualHits = 10;

/**
 * Compares names with the lists as they were on a day. A name that cannot be screened gets a fault, the others their answer.
 * Where the only list is the invented one, what is not on that gets the fault LM_NO_LISTS. Throws LM_NO_LISTS, and LM_USAGE for a list that is not loaded.
 */
export async function answerScreen(data: ControlData, question: ScreenQuestion, day: string): Promise<ScreenReport> {
  const { by = "effective", queries, threshold } = question;
  const lists = (await data.lists()) ?? (await data.invented()) ?? (await requireLists(data));
  const on = await lists.on({ day, by }, question.lists);
  const [index, identifiers] = [await lists.index(), await lists.identifiers()];
  const [decisions, customers] = [await data.decisions(), await data.customers()];
  const thresholds = {
    organisation: threshold ?? fittedWeights().organisation.threshold,
    person: threshold ?? fittedWeights().person.threshold,
  };
  const screen: Screening = {
    lists,
    on,
    index,
    identifiers,
    thresholds,
    top: question.top ?? usualHits,
    decided: decisionsByName(decisions),
    customers,
    owners: ownersTold(await data.owners(), lists, day),
  };
  return {
    asOf: day,
    by,
    thresholds,
    statement: isInvented(on.screened) ? onlyInvented : noClearance,
    results: queries.map((query) => screened(query, screen)),
    lists: on.screened,
    evidence: await controlEvidence(data, {
      tables: [...listTables, ...organisationTables],
      rules: ["method:screening-a-name"],
      limits: screenLimits(on, await data.timeline()),
    }),
  };
}

interface Screening {
  readonly lists: Lists;
  readonly on: ListsOn;
  readonly index: PartyIndex;
  readonly identifiers: IdentifierIndex;
  readonly thresholds: ScreenReport["thresholds"];
  readonly top: number;
  /** The decisions on a name, by entry. */
  readonly decided: (name: string) => ReadonlyMap<string, Decision>;
  readonly customers: CustomerDecisions;
  readonly owners: OwnersTold;
}

function decisionsByName(decisions: readonly Decision[]): Screening["decided"] {
  const found = groupBy(decisions, ({ key }) => key);
  return (name) => new Map((found.get(nameKey(name)) ?? []).map((decision) => [decision.entry, decision]));
}

function screened(query: ScreenQuery, screen: Screening): ScreenResult {
  const asked = { id: query.id ?? null, name: query.name, kind: query.kind ?? null, economy: query.economy ?? null };
  try {
    const economy = requireEconomy(asked.economy);
    const onEntries = decisionsOn(asked, screen);
    const hits = hitsOf({ ...asked, known: knownOf(query, economy) }, onEntries, screen);
    const inForce = hits.filter(({ standing }) => isListed(standing));
    const keysOf = keysIn(screen.lists);
    const known = new Set(inForce.flatMap(keysOf));
    const decided = decidedOtherwise(onEntries, hits, screen);
    if (isInvented(screen.on.screened) && !hits.some(({ match }) => match)) throw new LevermapError("LM_NO_LISTS", onNoList);
    const isKnown = decided.some(({ decision, standing }) => decision.verdict === "true" && isListed(standing));
    return {
      ...asked,
      economy,
      matched: isKnown || inForce.some(({ match, decision }) => match && !setsAside(decision)),
      hits: inForce.slice(0, screen.top),
      total: inForce.length,
      lists: [...new Set(inForce.map(({ list }) => list))].sort(),
      decided,
      notInForce: hits.filter((hit) => !isListed(hit.standing) && !keysOf(hit).some((key) => known.has(key))).slice(0, screen.top),
      fault: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof LevermapError)) throw thrown;
    const none = { matched: false, hits: [], total: 0, lists: [], decided: [], notInForce: [] };
    return { ...asked, ...none, fault: { code: thrown.code, message: thrown.message } };
  }
}

/** What tells a party in one reading of a list, whatever its edition and however that prints its names. */
const keysIn =
  ({ names }: Lists) =>
  ({ origin, list, entry, name }: ScreenHit): readonly string[] =>
    [nameKey(name), ...partyKeys(names.get(entry)?.map((each) => each.name) ?? [])].map((key) => [origin, list, key].join(" "));

/** Entries that were decided to be the party, or left unsure, and that are no hits by their names. */
function decidedOtherwise(decided: Decided, hits: readonly ScreenHit[], { lists, on }: Screening): ScreenResult["decided"] {
  const shown = new Set(hits.map(({ entry }) => decidedEntry(entry)));
  const open = [...decided].filter(([entry, { verdict }]) => verdict !== "false" && !shown.has(entry));
  if (open.length === 0) return [];
  const wanted = new Map(open);
  return [...lists.byEntry].flatMap(([entry, row]) => {
    const [decision, standing] = [wanted.get(decidedEntry(entry)), on.standing(entry)];
    return decision && standing ? [{ decision, list: row.list, party: row.name, standing: standingLine(row, standing) }] : [];
  });
}

/** Decisions that are shown with hits, by entry. */
type Decided = ReadonlyMap<string, NonNullable<ScreenHit["decision"]>>;

/** Those on the name, and over them those on the customer whose id is given. */
const decisionsOn = ({ id, name }: ScreenQuery, { decided, customers, lists, on, owners }: Screening): Decided =>
  new Map([
    ...[...decided(name)].map(([entry, decision]) => [entry, decisionLine(decision)] as const),
    ...customers.of(id ?? null, name, { lists, on, owners }),
  ]);

interface Asked extends Pick<ScreenQuery, "name" | "kind"> {
  readonly known: KnownOfParty;
}

const knownOf = ({ born = null, identifiers, addresses }: ScreenQuery, country: string | null): KnownOfParty => ({
  ...{ country, born, countryAs: null },
  identifiers: identifiers ?? [],
  addresses: addresses ?? [],
});

function hitsOf({ name, kind, known }: Asked, decided: Decided, screen: Screening): readonly ScreenHit[] {
  if (name.trim() === "") throw new LevermapError("LM_USAGE", "A name to be screened is empty.");
  if (!/[\p{L}\p{N}]/u.test(name)) throw new LevermapError("LM_USAGE", "A name to be screened has no letter and no figure in it.");
  const { lists, on, thresholds } = screen;
  return inOrder(
    name,
    findHits(name, { kind: kind ?? null, known }, { ...screen, groups: on.groups }).flatMap((hit) => {
      const [row, standing] = [lists.byEntry.get(hit.entry), on.standing(hit.entry)];
      if (row === undefined || standing === null) return [];
      return screenHit(hit, row, standing, lists, { known, thresholds, decision: decided.get(decidedEntry(hit.entry)) ?? null }) ?? [];
    }),
  );
}
