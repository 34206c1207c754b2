import { findEconomy } from "../link/economies.ts";
import { fail } from "./cells.ts";
import { requirementOf, withoutAddress } from "./entity-list-text.ts";
import { type JsonRecord, jsonText } from "./json-record.ts";
import { type PartyName, partyNames } from "./party-names.ts";
import type { PartyFacts } from "./party-rows.ts";

export const entityListId = "us-entity-list";

/** What one row of the Entity List states, from whatever layout. */
export interface EntityListRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly address: string | null;
  readonly requirement: string;
  readonly policy: string | null;
  readonly citation: string;
  readonly footnotes: readonly number[];
}

/** A row of the structured JSON. Throws BadRow. */
export function entityFacts(record: JsonRecord, day: string): PartyFacts {
  const { value } = record;
  const aliases = Array.isArray(value.aliases) ? value.aliases.map(jsonText).filter((text) => text !== "") : [];
  const { text, footnotes } = requirementOf(jsonText(value.notes));
  return entityListFacts(
    {
      name: jsonText(value.name) || fail("name is empty"),
      aliases,
      country: jsonText(value.country),
      address: jsonText(value.address) || null,
      requirement: text,
      policy: null,
      citation: jsonText(value.federal_register).replace(/\s+/g, " "),
      footnotes,
    },
    day,
  );
}

/** An address stands at the end of the last alias where the parse left none beside it. */
export function entityListFacts(row: EntityListRow, day: string | null): PartyFacts {
  const last = row.aliases.at(-1);
  const cut = row.address === null && last !== undefined ? withoutAddress(last, row.country) : null;
  const aliases = cut === null ? row.aliases : [...row.aliases.slice(0, -1), cut.name];
  const economy = findEconomy(row.country);
  const address = row.address ?? cut?.address ?? null;
  const others = aliases.map((name): PartyName => ({ name, kind: "alias", language: null }));
  return {
    list: entityListId,
    issuer: "US",
    native: null,
    kind: null,
    economy,
    published: null,
    effective: null,
    ended: null,
    edition: day,
    citation: row.citation || null,
    footnotes: row.footnotes.join(";") || null,
    requirement: row.requirement || null,
    policy: row.policy,
    programme: null,
    remark: economy === null && row.country !== "" ? row.country : null,
    url: null,
    names: partyNames(row.name, others),
    places: economy === null && address === null ? [] : [{ economy, place: address }],
    links: [],
  };
}
