import { findEconomy } from "../../link/economies.ts";
import { type JsonRecord, jsonText } from "../format/json-record.ts";
import { fail } from "../format/records.ts";
import { addressStart, requirementOf, withoutAddress } from "./entity-list-text.ts";
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

/** What every layout states of a row becomes a party; `day` is that of the copy. */
export function entityListFacts(row: EntityListRow, day: string | null): PartyFacts {
  const { aliases, addresses } = withoutGluedAddress(row);
  const economy = findEconomy(row.country);
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
    places: addresses.length === 0 ? [{ economy, place: null }] : addresses.map((place) => ({ economy, place })),
    links: [],
  };
}

/** The parse left some addresses at the end of the last alias: mostly where there is none beside it. */
function withoutGluedAddress({ aliases, address, country }: EntityListRow): {
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
} {
  const beside = address === null ? [] : [address];
  const last = aliases.at(-1);
  const cut = last === undefined ? null : withoutAddress(last, address === null ? country : "");
  if (cut === null || cut.address === null || (address !== null && !addressStart.test(cut.address))) return { aliases, addresses: beside };
  return { aliases: [...aliases.slice(0, -1), cut.name], addresses: [...beside, cut.address] };
}
