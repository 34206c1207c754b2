import { findEconomy } from "../../link/economies.ts";
import { type JsonRecord, jsonText } from "../format/json-record.ts";
import { fail } from "../format/records.ts";
import { trimmedEnd } from "../format/trimmed-end.ts";
import { type PartyName, partOf, partyNames } from "./party-names.ts";
import type { PartyFacts } from "./party-rows.ts";

export const entityListId = "us-entity-list";

/** What one row of the Entity List states, from whatever layout. */
export interface EntityListRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly address: string | null;
  readonly requirement: string;
  readonly policy?: string | null;
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
    economy,
    edition: day,
    citation: row.citation || null,
    footnotes: row.footnotes.join(";") || null,
    requirement: row.requirement || null,
    policy: row.policy ?? null,
    remark: economy === null && row.country !== "" ? row.country : null,
    names: partyNames(row.name, others),
    links: partOf(row.name),
    places: addresses.length === 0 ? [{ economy, place: null }] : addresses.map((place) => ({ economy, place })),
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

/** What a licence requirement of the Entity List says, and the numbers of the footnotes that stand glued to it. */
interface Requirement {
  readonly text: string;
  /** In ascending order, each once. */
  readonly footnotes: readonly number[];
}

/** A digit alone behind a bracket, a comma behind one, or `EAR`: the mark of a footnote, not a paragraph or a page. */
const footnote = /(\),?|\bEAR) ?([1-9])(?=\s|$|\)$)/g;

/**
 * Splits the marks of footnotes off a licence requirement.
 * @example requirementOf("(See §§ 734.9(e)(3), and 744.11 of the EAR) 5") // footnotes [5]
 */
export function requirementOf(printed: string): Requirement {
  const numbers = new Set<number>();
  const text = printed.replace(footnote, (_, before: string, digit: string) => {
    numbers.add(Number(digit));
    return before;
  });
  return { text: text.replace(/\s+/g, " ").trim(), footnotes: [...numbers].sort((a, b) => a - b) };
}

/** Behind a point, what goes on is a legal form and still the name. */
const legalForm = /^(?:ltd|inc|co|corp|llc|llp|lp|s\.?a|jsc|ojsc|pjsc|gmbh|b\.?v|n\.?v|pte|pty|plc|limited)\b/i;
/** How an address begins. */
const addressStart = /^(?:No\.? ?\d|\d|P\.? ?O\.? |Room|Rm|Unit|Suite|Bldg|Building|Floor|Block|Flat|Office|ul\.|d\. ?\d|\(Address)/i;

/** Longer texts are no name with an address. */
const longest = 3000;

/**
 * Splits an address off the end of a name: what follows a point that ends the name and holds a comma or begins with the `country` of the
 * row, or what follows a comma and begins like an address or ends with a place in the country.
 */
export function withoutAddress(printed: string, country: string): { readonly name: string; readonly address: string | null } {
  if (printed.length > longest) return { name: printed, address: null };
  for (const { index } of printed.matchAll(/[.,] /g)) {
    const rest = printed.slice(index + 2).trim();
    if (index < 3 || legalForm.test(rest) || /(?:^|[ .])\p{L}\.$/u.test(printed.slice(0, index + 1))) continue;
    const closed = printed[index] === "." && (rest.includes(", ") || (country !== "" && rest.startsWith(country)));
    if (closed || addressStart.test(rest) || endsInCountry(rest, country)) {
      return { name: printed.slice(0, index + 1).replace(/,$/, ""), address: rest };
    }
  }
  return { name: printed, address: null };
}

/** What may stand behind a country at the end of an address, a postal code above all. */
const behindCountry = " .,-0123456789";

/** `Johannesburg, South Africa`; the country alone may belong to the name. */
function endsInCountry(text: string, country: string): boolean {
  const [place, of] = [text, country].map((each) => trimmedEnd(each, behindCountry).toLowerCase());
  return of !== "" && place!.endsWith(`, ${of}`);
}
