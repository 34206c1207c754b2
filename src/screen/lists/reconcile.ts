import { kept } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { atOnce, eachInTurns, mapInTurns, type Turns } from "../../base/turns.ts";
import { earliestCitation, type FederalRegisterCitation, federalRegisterCitations } from "../../link/federal-register.ts";
import { nameKey } from "../../link/name-key.ts";
import { parseName } from "../../link/name-parse.ts";

type Party = Row<"party_entry">;

/** A row of one reading with all its names and citations. */
export interface ReadParty {
  readonly party: Party;
  readonly names: readonly string[];
  readonly citations: readonly string[];
}

/** Two rows of the same party. `by`: main names, or any names. */
export interface Matched {
  readonly a: Party;
  readonly b: Party;
  readonly by: "name" | "other name";
  readonly differs: readonly ("economy" | "citations" | "footnotes" | "ended" | "effective")[];
}

/** Agreement and differences of two readings of one list; both are kept. */
export interface Reconciliation {
  readonly matched: readonly Matched[];
  readonly onlyA: readonly Party[];
  readonly onlyB: readonly Party[];
}

/**
 * Matches rows of `a` and `b` one to one, best first: equal main names but for legal form or bracketed short name, then any shared name if
 * unambiguous. Preference: same economy, nearest Federal Register page, name similarity, common citations.
 */
export const reconcile = (a: readonly ReadParty[], b: readonly ReadParty[]): Reconciliation => atOnce(reconciling(a, b));

/** The same in turns. */
export function* reconciling(a: readonly ReadParty[], b: readonly ReadParty[]): Turns<Reconciliation> {
  const matched = new Map<ReadParty, Matched>();
  const left = new Set(b);
  const cited = new Map(yield* mapInTurns([...a, ...b], (each) => [each, citedFirst(each)] as const));
  const keyOf = kept(partyKeyOrNone);
  const pass = function* (by: Matched["by"], keysOf: (each: ReadParty) => readonly string[]): Turns<void> {
    const index = yield* indexing([...left], keysOf);
    const pairs = yield* mapInTurns(a, (one): readonly Pair[] => {
      if (matched.has(one)) return [];
      const others = new Set(keysOf(one).flatMap((key) => index.get(key) ?? []));
      const ranked = [...others]
        .filter((other) => isPossible(one, other))
        .map((other) => ({ one, other, rank: rankOf(one, other, cited) }))
        .sort(byRank);
      const isTie = by === "other name" && ranked.length > 1 && byRank(ranked[0]!, ranked[1]!) === 0;
      return isTie ? [] : ranked;
    });
    for (const { one, other } of pairs.flat().sort(byRank)) {
      if (matched.has(one) || !left.delete(other)) continue;
      matched.set(one, { a: one.party, b: other.party, by, differs: differences(one, other) });
    }
  };
  yield* pass("name", ({ party }) => [keyOf(party.name) || nameKey(party.name)]);
  yield* pass("other name", ({ names }) => [
    ...names.map(nameKey).filter((key) => key.length > 3),
    ...new Set(names.map(keyOf).filter((key) => key !== "")),
  ]);
  return {
    matched: a.flatMap((each) => matched.get(each) ?? []),
    onlyA: a.filter((each) => !matched.has(each)).map(({ party }) => party),
    onlyB: [...left].map(({ party }) => party),
  };
}

interface Pair {
  readonly one: ReadParty;
  readonly other: ReadParty;
  /** Lexicographic, greater is better. */
  readonly rank: readonly number[];
}

const byRank = ({ rank: a }: Pair, { rank: b }: Pair): number => a.map((value, at) => (b[at] ?? 0) - value).find((each) => each !== 0) ?? 0;

/** Names differing in legal form are different firms if the economies differ too. */
const isPossible = ({ party: a }: ReadParty, { party: b }: ReadParty): boolean =>
  a.economy === b.economy || a.economy === null || b.economy === null || nameKey(a.name) === nameKey(b.name);

type Cited = ReadonlyMap<ReadParty, FederalRegisterCitation | undefined>;

const citedFirst = ({ citations }: ReadParty): FederalRegisterCitation | undefined =>
  earliestCitation(citations.flatMap(federalRegisterCitations));

function rankOf(a: ReadParty, b: ReadParty, cited: Cited): readonly number[] {
  const known = new Set(b.citations);
  const [one, other] = [a.party, b.party];
  return [
    one.economy === other.economy ? 2 : one.economy === null || other.economy === null ? 1 : 0,
    nearness(cited.get(a), cited.get(b)),
    nameKey(one.name) === nameKey(other.name) ? 1 : 0,
    a.citations.filter((citation) => known.has(citation)).length,
  ];
}

/** 0: other volume; 1: unknown; 2 to 3: same volume, by distance of pages. */
function nearness(a: FederalRegisterCitation | undefined, b: FederalRegisterCitation | undefined): number {
  if (a === undefined || b === undefined) return 1;
  if (a.volume !== b.volume) return 0;
  return a.page === null || b.page === null ? 2 : 2 + 1 / (1 + Math.abs(a.page - b.page));
}

function* indexing(
  parties: readonly ReadParty[],
  keysOf: (each: ReadParty) => readonly string[],
): Turns<ReadonlyMap<string, readonly ReadParty[]>> {
  const index = new Map<string, ReadParty[]>();
  yield* eachInTurns(parties, (party) => {
    for (const key of new Set(keysOf(party))) {
      const found = index.get(key);
      if (found) found.push(party);
      else index.set(key, [party]);
    }
  });
  return index;
}

function differences(a: ReadParty, b: ReadParty): Matched["differs"] {
  const both = (column: "economy" | "footnotes" | "ended" | "effective"): boolean => {
    const [of, other] = [a.party[column], b.party[column]];
    return of !== null && other !== null && of !== other;
  };
  const cited = new Set(b.citations);
  const sameCitations = a.citations.length === cited.size && a.citations.every((citation) => cited.has(citation));
  const bothCite = a.citations.length > 0 && cited.size > 0;
  return [
    ...(["economy", "footnotes", "ended", "effective"] as const).filter(both),
    ...(bothCite && !sameCitations ? (["citations"] as const) : []),
  ];
}

const behind = /^(.+?)\s*[([]([^()[\]]+)[)\]]\s*\.?$/;
const acronym = /^[A-Z][A-Z0-9&.-]{1,9}$/;

/**
 * Normalised name: no case, punctuation, legal form or trailing short name in brackets. Other brackets may distinguish firms and are kept.
 * `null` if too short.
 */
function partyKey(name: string): string | null {
  const [, before, inside] = behind.exec(name) ?? [];
  const bare = before === undefined || inside === undefined ? null : parseName(before);
  const { core } = bare !== null && (bare.formed || acronym.test(inside ?? "")) ? bare : parseName(name);
  return core.length < shortest ? null : core;
}

/** As `partyKey`; empty if too short. */
const partyKeyOrNone = (name: string): string => partyKey(name) ?? "";

/** Shortest key: initials of three letters are ambiguous. */
const shortest = 4;

export const partyKeys = (names: readonly string[]): readonly string[] => [...new Set(names.map(partyKey))].filter((key) => key !== null);
