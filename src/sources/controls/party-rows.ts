import { createHash } from "node:crypto";
import type { Row } from "../../base/tables.ts";
import { birthSpan } from "../../link/birth-dates.ts";
import { findEconomy } from "../../link/economies.ts";
import { federalRegisterCitations, firstPublished } from "../../link/federal-register.ts";
import { identifierKey, identifierScheme } from "../../link/identifiers.ts";
import { withoutAsianForms, withoutForms } from "../../link/legal-forms.ts";
import { slug } from "../../link/name-key.ts";
import { plainLetters } from "../../link/name-script.ts";
import { wordsOf } from "../../link/name-words.ts";
import { type Place, type RowRecord, rowRecord, type Stated } from "../format/records.ts";
import type { PartyName } from "./party-names.ts";

export type PartyPlace = Omit<Row<"party_place">, "entry">;
export type PartyFact = Omit<Row<"party_fact">, "entry">;

/** What a list says of one party. `names` begins with its own; `citation` is as printed. */
export interface PartyFacts extends Omit<Stated<"party_entry">, "entry" | "origin" | "name"> {
  readonly names: readonly PartyName[];
  readonly places: readonly PartyPlace[];
  readonly facts?: readonly PartyFact[];
  readonly links?: readonly { readonly relation: string; readonly other: string; readonly date: string | null }[];
}

const longestId = 80;

/** Rows of parties in one reading (`origin`), keyed by origin, list, name and economy, the same in every edition; namesakes get `-2`. */
export class PartyRows {
  readonly #origin: string;
  readonly #taken = new Map<string, number>();
  readonly #editions = new Set<string>();

  readonly #severalEditions: boolean;

  /** `severalEditions`: the file holds several editions of a list, and a party has a row in each. */
  constructor(origin: string, severalEditions = false) {
    this.#origin = origin;
    this.#severalEditions = severalEditions;
  }

  /** Rows of one party. Without a day of publication of its own, that of what it cites first stands. */
  rows(place: Place, { names, places, facts: known = [], links = [], ...facts }: PartyFacts): readonly RowRecord[] {
    const [{ name } = { name: "" }] = names;
    const entry = this.#key(facts.list, name, facts.economy ?? null, facts.edition ?? null);
    const cited = federalRegisterCitations(facts.citation ?? "");
    const published = facts.published ?? firstPublished(cited);
    const withPlaces = facts.kind === "organisation" || ((facts.kind ?? null) === null && hasLegalForm(name));
    return [
      rowRecord("party_entry", place, { ...facts, entry, origin: this.#origin, name, published }),
      ...names.map((each) => rowRecord("party_name", place, { entry, ...each })),
      ...distinctPlaces(places, withPlaces).map((each) => rowRecord("party_place", place, { entry, ...each })),
      ...distinct(known).map((each) => rowRecord("party_fact", place, { entry, ...each })),
      ...links.map((each) => rowRecord("party_link", place, { entry, ...each })),
      ...cited.map(({ citation, published: day }, at) =>
        rowRecord("party_citation", place, { entry, position: at + 1, citation, published: day }),
      ),
    ];
  }

  /** The row of an edition, once. */
  edition(place: Place, list: string, day: string | null, kind: string, note: string | null): readonly RowRecord[] {
    const key = `${list} ${day}`;
    if (this.#editions.has(key)) return [];
    this.#editions.add(key);
    return [rowRecord("list_edition", place, { list, origin: this.#origin, day, kind, note })];
  }

  #key(list: string, name: string, economy: string | null, edition: string | null): string {
    const named = slug(name).slice(0, longestId) || createHash("sha256").update(name).digest("hex").slice(0, 12);
    const key = [this.#origin, list, economy === null ? named : `${named}-${economy.toLowerCase()}`].join("/");
    const inEdition = this.#severalEditions ? `${edition} ${key}` : key;
    const count = (this.#taken.get(inEdition) ?? 0) + 1;
    this.#taken.set(inEdition, count);
    const numbered = count === 1 ? key : `${key}-${count}`;
    return this.#severalEditions && edition !== null ? `${numbered}/${edition}` : numbered;
  }
}

/** Addresses of persons are not kept: only those of organisations are, told by what the list says or by a legal form in the name. */
function distinctPlaces(places: readonly PartyPlace[], withPlaces: boolean): readonly PartyPlace[] {
  const found = new Map<string, PartyPlace>();
  for (const { economy, place } of places) {
    const kept = { economy, place: withPlaces ? place : null };
    if (kept.economy !== null || kept.place !== null) found.set(JSON.stringify(kept), kept);
  }
  return [...found.values()];
}

const distinct = (facts: readonly PartyFact[]): readonly PartyFact[] => [
  ...new Map(facts.map((each) => [JSON.stringify(each), each])).values(),
];

const hasLegalForm = (name: string): boolean => {
  const plain = plainLetters(name);
  return withoutForms(wordsOf(plain)).formed || withoutAsianForms(plain).formed;
};

/** Longer texts are no date and no number. */
const longest = 200;

/** Dates of birth as printed; texts without a figure are none. */
export const bornFacts = (printed: readonly string[]): readonly PartyFact[] =>
  printed.flatMap((text) => (birthSpan(text) !== null || (/\d{4}/.test(text) && text.length <= longest) ? [born(text)] : []));

const born = (value: string): PartyFact => ({ kind: "born", scheme: null, value, economy: null });

/** An identifier by the words of its type; `null` where these name none, or the number has no figure. */
export function identifierFact(type: string, number: string, economy: string | null): PartyFact | null {
  const scheme = identifierScheme(type);
  const value = number.trim();
  const hasFigure = /\d/.test(value) || scheme === "swift";
  if (scheme === null || !hasFigure || value.length > longest || identifierKey({ scheme, value }) === "") return null;
  return { kind: "identifier", scheme, value, economy };
}

/**
 * Identifiers as the screening list prints them: `Passport, 836238033, KP; Tax ID No., 77`, and in older copies `US, 80-0890696, Tax ID No.`.
 * What is none (sanctions risk, gender, mail) is left out.
 */
export const printedIdentifiers = (text: string): readonly PartyFact[] =>
  text.split(";").flatMap((each) => {
    const parts = each.split(",").map((part) => part.trim());
    const place = parts.find((part) => /^[A-Z]{2}$/.test(part) && findEconomy(part) !== null);
    const rest = parts.filter((part) => part !== "" && part !== place);
    const number =
      rest.filter((part) => /\d/.test(part)).sort((a, b) => figures(b) - figures(a))[0] ?? rest.find((part) => !/swift/i.test(part));
    const type = rest.filter((part) => part !== number).join(", ");
    const fact = number === undefined || type === "" ? null : identifierFact(type, number, place === undefined ? null : findEconomy(place));
    return fact === null ? [] : [fact];
  });

/** Part of a text that is figures. */
const figures = (text: string): number => text.replace(/\D/g, "").length / text.length;
