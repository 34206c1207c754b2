import { birthSpan, compareBirths } from "../../link/birth-dates.ts";
import {
  areOtherIdentifiers,
  type Identifier,
  type IssuedIdentifier,
  identifierKey,
  identifierText,
  isSameIdentifier,
} from "../../link/identifiers.ts";
import type { ListedFacts } from "./listed-facts.ts";

/** What is known of a party beside its names. `country` is a code; `countryAs` what was written where that is no economy. */
export interface KnownOfParty {
  readonly country: string | null;
  readonly countryAs: string | null;
  /** Date of birth of a person: a year, a month or a day. */
  readonly born: string | null;
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly string[];
}

/**
 * What beside the name speaks for or against a match; `unknown`: the list as loaded does not tell, or tells something that decides nothing.
 * `effect`: what it adds to the log odds of the score.
 */
export interface OtherEvidence {
  readonly field: "country" | "born" | "identifier" | "address";
  readonly asked: string;
  readonly listed: string | null;
  readonly says: "for" | "against" | "unknown";
  readonly effect: number;
}

/**
 * Log odds (assumed, not fitted): another economy, since listed firms act through branches; a birth on another day, or another number of a
 * scheme of which a party has one, since lists and customers err; a birth on the same day.
 */
export const effects = { otherPlace: -0.5, otherBirth: -2, otherNumber: -2, sameBirth: 1 } as const;
/** All evidence beside name and economy together takes and gives no more than this. */
const [mostAgainst, mostFor] = [-3, 1];

/** Identifiers with fewer letters and figures stand in other texts by chance. */
const shortestInText = 5;
/** Part of the words of an address that another has to share (assumed). */
const sharedWords = 0.5;

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
const wordsOf = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])];

/**
 * All that is known of a party beside its names, held against what a list tells. Nothing is left out, and what the list does not tell is
 * unknown, never against.
 */
export function otherEvidence(known: KnownOfParty, listed: ListedFacts): readonly OtherEvidence[] {
  const { country, countryAs, born, identifiers, addresses } = known;
  const economies = listed.economies.length === 0 ? null : listed.economies.join(", ");
  return [
    ...(country === null ? [] : [placeEvidence(country, listed.economies, economies)]),
    ...(countryAs === null ? [] : [unknown("country", countryAs, economies)]),
    ...(born === null ? [] : [bornEvidence(born, listed.born)]),
    ...identifiers.map((each) => identifierEvidence(each, country, listed)),
    ...addresses.map((address) => addressEvidence(address, listed.addresses)),
  ];
}

const unknown = (field: OtherEvidence["field"], asked: string, listed: string | null): OtherEvidence => ({
  ...{ field, asked, listed, says: "unknown", effect: 0 },
});

function placeEvidence(country: string, economies: readonly string[], listed: string | null): OtherEvidence {
  if (economies.length === 0) return unknown("country", country, listed);
  const isSame = economies.includes(country);
  return { field: "country", asked: country, listed, says: isSame ? "for" : "against", effect: isSame ? 0 : effects.otherPlace };
}

function bornEvidence(born: string, printed: readonly string[]): OtherEvidence {
  const own = birthSpan(born);
  const listed = printed.length === 0 ? null : printed.join("; ");
  const spans = printed.map(birthSpan);
  if (own === null || spans.length === 0) return unknown("born", born, listed);
  const found = spans.map((span) => (span === null ? null : compareBirths(own, span)));
  if (found.includes("same day")) return { field: "born", asked: born, listed, says: "for", effect: effects.sameBirth };
  if (found.includes("may be")) return { field: "born", asked: born, listed, says: "for", effect: 0 };
  if (found.includes(null)) return unknown("born", born, listed);
  return { field: "born", asked: born, listed, says: "against", effect: effects.otherBirth };
}

function identifierEvidence(asked: Identifier, country: string | null, listed: ListedFacts): OtherEvidence {
  const said = (found: string, says: "for" | "against", effect: number): OtherEvidence => ({
    ...{ field: "identifier", asked: identifierText(asked), listed: found, says, effect },
  });
  const same = listed.identifiers.find((each) => isSameIdentifier(asked, each, country));
  if (same !== undefined) return said(printedIdentifier(same), "for", 0);
  const key = plain(identifierKey(asked));
  const texts = [listed.native, listed.remark, ...listed.addresses].flatMap((text) => text ?? []);
  const within = key.length < shortestInText ? undefined : texts.find((text) => plain(text).includes(key));
  if (within !== undefined) return said(within, "for", 0);
  const other = listed.identifiers.find((each) => areOtherIdentifiers(asked, each));
  return other === undefined
    ? unknown("identifier", identifierText(asked), null)
    : said(printedIdentifier(other), "against", effects.otherNumber);
}

const printedIdentifier = (each: IssuedIdentifier): string => `${identifierText(each)}${each.economy === null ? "" : ` (${each.economy})`}`;

function addressEvidence(address: string, addresses: readonly string[]): OtherEvidence {
  const found = addresses.find((other) => isAlike(address, other));
  const shown = found ?? (addresses.length === 0 ? null : addresses.join("; "));
  return { field: "address", asked: address, listed: shown, says: found === undefined ? "unknown" : "for", effect: 0 };
}

function isAlike(address: string, other: string): boolean {
  const [own, others] = [wordsOf(address), new Set(wordsOf(other))];
  const shared = own.filter((word) => others.has(word));
  return shared.length >= 2 && shared.length >= sharedWords * Math.min(own.length, others.size);
}

/** A score with the evidence beside name and economy, within its bounds; what is certain stays so. */
export function withEvidence(score: number, evidence: readonly OtherEvidence[]): number {
  const sum = evidence.reduce((total, { field, effect }) => total + (field === "country" ? 0 : effect), 0);
  return withLogOdds(score, Math.min(mostFor, Math.max(mostAgainst, sum)));
}

/** A score moved by log odds. */
export function withLogOdds(score: number, added: number): number {
  if (added === 0 || score >= 1) return score;
  const odds = (score / (1 - score)) * Math.exp(added);
  return odds / (1 + odds);
}
