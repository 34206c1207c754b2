import type { Bounds } from "../bootstrap.ts";

export interface BlockingDocument {
  /** WIPO ST.3 code. */
  readonly office: string;
  /** Citations by other holders relative to its cohort; `null` unknown. */
  readonly normalised: number | null;
  /** Examiner citations with a category, and those marked X or Y. */
  readonly categorised: number;
  readonly strong: number;
  /** Chance to be in force; `null` unknown. */
  readonly q: Bounds | null;
}

/** Without categorised citations: "citations without category". */
export type BlockingVariant = "X and Y" | "citations without category";

export interface BlockingWeight {
  /** Normalised citations by others × (1 + X/Y share of categorised citations), at least 0. */
  readonly allTime: number;
  /** `allTime` × q, summed over offices worldwide; 0 without a document in the jurisdiction. */
  readonly inForce: Bounds | null;
  readonly variant: BlockingVariant;
  /** Documents with unknown citations, left out. */
  readonly unknownDocuments: number;
  /** Offices of unknown status, left out of `inForce`. */
  readonly unknownOffices: number;
}

/**
 * Blocking weight of a family (own definition; docs/method/patents.md): citations to all documents, each normalised by its cohort, times q summed
 * over offices, or q in `jurisdiction`. Per office the document most in force counts. `null`: all citations unknown.
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

/** Highest q by office, `null` unknown. */
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
