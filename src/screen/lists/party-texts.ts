import type { Row } from "../../base/tables.ts";
import type { TextsOf } from "./difference.ts";

/** Rows that belong to entries, by entry. */
export interface PartyRowsOf {
  readonly names: ReadonlyMap<string, readonly Row<"party_name">[]>;
  readonly places: ReadonlyMap<string, readonly Row<"party_place">[]>;
  readonly links: ReadonlyMap<string, readonly Row<"party_link">[]>;
  readonly facts: ReadonlyMap<string, readonly Row<"party_fact">[]>;
}

/** What lists say of their parties in rows of their own, as texts. */
export const partyTexts =
  ({ names, places, links, facts }: PartyRowsOf): TextsOf =>
  ({ entry }) => ({
    names: (names.get(entry) ?? []).map(({ name }) => name),
    addresses: (places.get(entry) ?? []).map(placeText),
    links: (links.get(entry) ?? []).map(linkText),
    facts: (facts.get(entry) ?? []).map(factText),
  });

/** An address with its economy, where it does not end with that. */
export const placeText = ({ place, economy }: Pick<Row<"party_place">, "place" | "economy">): string =>
  [place, place !== null && economy !== null && place.endsWith(economy) ? null : economy].filter((part) => part !== null).join(", ");

/** `born 1961-02-03`, `imo 8898831 (KP)`. */
export const factText = ({ kind, scheme, value, economy }: Pick<Row<"party_fact">, "kind" | "scheme" | "value" | "economy">): string =>
  `${scheme ?? kind} ${value}${economy === null ? "" : ` (${economy})`}`;

export const linkText = ({ relation, other, date }: Pick<Row<"party_link">, "relation" | "other" | "date">): string =>
  `${relation} ${other}${date === null ? "" : ` (${date})`}`;
