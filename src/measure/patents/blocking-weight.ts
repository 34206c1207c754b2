import type { Bounds } from "../bootstrap.ts";

/** One document of a family, as its blocking weight needs it. */
export interface BlockingDocument {
  /** WIPO ST.3 code. */
  readonly office: string;
  /** Citations by other holders over the mean of its cohort; `null` where unknown (window open, cohort too small, holder unknown). */
  readonly normalised: number | null;
  /** Citations to it that an examiner marked, in whatever category, and of those the ones marked X or Y. */
  readonly categorised: number;
  readonly strong: number;
  /** Chance to be in force; `null` unknown. */
  readonly q: Bounds | null;
}

/** What the figure is made of; with no categorised citation it is the variant "citations without category". */
export type BlockingVariant = "X and Y" | "citations without category";

/** The blocking weight of a family. */
export interface BlockingWeight {
  /** Normalised citations by other holders × (1 + share of X and Y among categorised citations), in force or not; 0 and up. */
  readonly allTime: number;
  /** `allTime` × q, worldwide summed over the offices; 0 where no document of the family is in the jurisdiction. */
  readonly inForce: Bounds | null;
  readonly variant: BlockingVariant;
  /** Documents whose citations are unknown and left out. */
  readonly unknownDocuments: number;
  /** Offices where nothing tells whether the family is in force, left out of `inForce`. */
  readonly unknownOffices: number;
}

/**
 * Blocking weight of a family (definition of our own; docs/method/patents.md): citations to any of its documents count, each normalised by its
 * own cohort. Worldwide it is multiplied by the offices in force, that is by the sum of q over offices; in `jurisdiction` (an office) by
 * its q there, and by 0 without a document there. Of several documents at one office the one most in force counts.
 * `null`: the citations of every document are unknown.
 */
export function blockingWeight(family: readonly BlockingDocument[], jurisdiction: string | null = null): BlockingWeight | null {
  const known = family.filter((document) => document.normalised !== null);
  if (known.length === 0) return null;
  const categorised = sum(family, (document) => document.categorised);
  const factor = categorised === 0 ? 1 : 1 + sum(family, (document) => document.strong) / categorised;
  const weight = factor * sum(known, (document) => document.normalised!);
  const offices = officesInForce(family, jurisdiction);
  return {
    allTime: jurisdiction !== null && offices.length === 0 ? 0 : weight,
    inForce: inForceWeight(weight, offices),
    variant: categorised === 0 ? "citations without category" : "X and Y",
    unknownDocuments: family.length - known.length,
    unknownOffices: offices.filter((q) => q === null).length,
  };
}

/** Highest q at each office, `null` where none is known; in one jurisdiction at most one. */
export function officesInForce(family: readonly Pick<BlockingDocument, "office" | "q">[], jurisdiction: string | null): (Bounds | null)[] {
  const highest = new Map<string, Bounds | null>();
  for (const { office, q } of family) {
    if (jurisdiction !== null && office !== jurisdiction) continue;
    const other = highest.get(office) ?? null;
    highest.set(office, q === null || other === null ? (q ?? other) : bothHighest(q, other));
  }
  return [...highest.values()];
}

function inForceWeight(weight: number, offices: readonly (Bounds | null)[]): Bounds | null {
  const known = offices.filter((q) => q !== null);
  if (known.length === 0 && offices.length > 0) return null;
  return { low: weight * sum(known, (q) => q.low), high: weight * sum(known, (q) => q.high) };
}

const bothHighest = (a: Bounds, b: Bounds): Bounds => ({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) });

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
