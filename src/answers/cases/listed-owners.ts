import { kept } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import type { IdentifierIndex } from "../../screen/evidence/listed-facts.ts";
import type { KnownOfParty } from "../../screen/evidence/other-evidence.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import type { Party } from "../../screen/ownership/owner-book.ts";
import type { PartyIndex } from "../../screen/party-index.ts";
import type { Lists } from "../../screen/read-lists.ts";
import { findHits, type SearchedLists } from "../screen/find-hits.ts";
import type { ListsOn } from "../screen/lists-on.ts";
import type { ListsSay } from "../screen/owner-standing.ts";
import { mostHits } from "../screen/owners.ts";
import { screenHit } from "../screen/screen-hit.ts";
import type { ScreenHit } from "../screen/screen-report.ts";

interface Searched {
  readonly lists: Lists;
  readonly on: ListsOn;
  readonly thresholds: SearchedLists["thresholds"];
  /** Made when they are first asked for. */
  readonly index: () => PartyIndex;
  readonly identifiers: () => IdentifierIndex;
  /** Rows in force. */
  readonly among: ReadonlySet<string>;
}

/**
 * What lists say of owners, each compared once. Nothing (`undefined`) of a party without a name that can be compared. Decisions on names alone
 * do not count: a run is to be made again from its own file.
 */
export function listsSayOf({ lists, on, thresholds, index, identifiers, among }: Searched): (party: Party) => ListsSay | undefined {
  const groups = [(entry: string): boolean => among.has(entry)];
  const hitsOf = (name: string, kind: Customer["kind"], known: KnownOfParty): readonly ScreenHit[] =>
    findHits(name, { kind, known }, { lists, thresholds, groups, index: index(), identifiers: identifiers() }).flatMap((hit) => {
      const [row, standing] = [lists.byEntry.get(hit.entry), on.standing(hit.entry)];
      if (row === undefined || standing === null || !isListed(standing)) return [];
      return screenHit(hit, row, standing, lists, { known, thresholds, decision: null }) ?? [];
    });
  const say = kept((key: string): ListsSay | undefined => {
    const { name, economy, kind } = JSON.parse(key) as Pick<Party, "economy" | "kind"> & { readonly name: string };
    const known = { country: economy, born: null, countryAs: null, identifiers: [], addresses: [] };
    try {
      return { hits: hitsOf(name, kind === "person" ? "person" : null, known).slice(0, mostHits), decided: [] };
    } catch (thrown) {
      if (!(thrown instanceof LevermapError)) throw thrown;
      return undefined;
    }
  });
  return ({ name, economy, kind }) =>
    name === null || kind === "public" || !/[\p{L}\p{N}]/u.test(name) ? undefined : say(JSON.stringify({ name, economy, kind }));
}
