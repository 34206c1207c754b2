import type { Row } from "../../base/tables.ts";
import { nameKey } from "../../link/name-key.ts";

type Party = Row<"party_entry">;

/** A row of one reading of a list with all its names and the documents it cites. */
export interface ReadParty {
  readonly party: Party;
  readonly names: readonly string[];
  readonly citations: readonly string[];
}

/** Two rows that are the same party. `by`: their own names agree, or only some other name does. */
export interface Matched {
  readonly a: Party;
  readonly b: Party;
  readonly by: "name" | "other name";
  readonly differs: readonly ("economy" | "citations" | "footnotes" | "ended" | "effective")[];
}

/** Where two readings of one list agree and differ; both are kept, neither is right by itself. */
export interface Reconciliation {
  readonly matched: readonly Matched[];
  readonly onlyA: readonly Party[];
  readonly onlyB: readonly Party[];
}

/** Matches each row of `a` with at most one of `b`: by name and economy, by name, then by any of their names if only one row has it. */
export function reconcile(a: readonly ReadParty[], b: readonly ReadParty[]): Reconciliation {
  const left = new Set(b);
  const matched = new Map<ReadParty, Matched>();
  const pass = (by: Matched["by"], keysOf: (each: ReadParty) => readonly string[], only: boolean): void => {
    const index = indexed([...left], keysOf);
    for (const each of a) {
      if (matched.has(each)) continue;
      const found = [...new Set(keysOf(each).flatMap((key) => index.get(key) ?? []))].filter((other) => left.has(other));
      const [other] = found;
      if (other === undefined || (only && found.length > 1)) continue;
      left.delete(other);
      matched.set(each, { a: each.party, b: other.party, by, differs: differences(each, other) });
    }
  };
  pass("name", ({ party }) => [`${nameKey(party.name)}|${party.economy}`], false);
  pass("name", ({ party }) => [nameKey(party.name)], false);
  pass("other name", ({ names }) => names.map(nameKey).filter((key) => key.length > 3), true);
  return {
    matched: [...matched.values()],
    onlyA: a.filter((each) => !matched.has(each)).map(({ party }) => party),
    onlyB: [...left].map(({ party }) => party),
  };
}

function indexed(parties: readonly ReadParty[], keysOf: (each: ReadParty) => readonly string[]): ReadonlyMap<string, readonly ReadParty[]> {
  const index = new Map<string, ReadParty[]>();
  for (const party of parties) {
    for (const key of new Set(keysOf(party))) {
      const known = index.get(key);
      if (known) known.push(party);
      else index.set(key, [party]);
    }
  }
  return index;
}

function differences(a: ReadParty, b: ReadParty): Matched["differs"] {
  const both = (column: "economy" | "footnotes" | "ended" | "effective"): boolean => {
    const [of, other] = [a.party[column], b.party[column]];
    return of !== null && other !== null && of !== other;
  };
  const cited = new Set(b.citations);
  const sameCitations = a.citations.length === cited.size && a.citations.every((citation) => cited.has(citation));
  const told = a.citations.length > 0 && cited.size > 0;
  return [
    ...(["economy", "footnotes", "ended", "effective"] as const).filter(both),
    ...(told && !sameCitations ? (["citations"] as const) : []),
  ];
}
