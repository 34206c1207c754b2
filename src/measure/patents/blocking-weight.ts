import type { Bounds } from "../bootstrap.ts";
import { type CitationGraph, unknownDay } from "../citations/citation-graph.ts";

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

const sum = <T>(values: readonly T[], of: (value: T) => number): number => values.reduce((total, value) => total + of(value), 0);

/** Holders in compressed rows: of document `i` `holder[start[i] .. start[i+1])`, ascending; empty: unknown. */
export interface HolderLists {
  readonly start: Int32Array;
  readonly holder: Int32Array;
}

/** Result columns by document; they sum to the forward citations of the window. */
export interface CitationsByHolder {
  /** By other holders; -1 unknown. */
  readonly others: Int32Array;
  /** By the same holder; -1 unknown. */
  readonly own: Int32Array;
  /** By unknown holders; -1 unknown. */
  readonly unclear: Int32Array;
}

/** Citations within `windowDays` (`Infinity`: all) of documents `from` to `to` (exclusive); unknown without day or holder, or if open. */
export function countCitationsByHolder(
  graph: CitationGraph,
  holders: HolderLists,
  window: { readonly windowDays: number; readonly lastDay: number },
  from: number,
  to: number,
  out: CitationsByHolder,
): void {
  const { day, citingStart, citing } = graph;
  const { windowDays, lastDay } = window;
  for (let i = from; i < to; i++) {
    const own = day[i]!;
    const open = windowDays !== Number.POSITIVE_INFINITY && own + windowDays > lastDay;
    const counts = [0, 0, 0];
    if (own === unknownDay || open || holders.start[i] === holders.start[i + 1]) counts.fill(-1);
    else {
      for (let slot = citingStart[i]!; slot < citingStart[i + 1]!; slot++) {
        const citer = citing[slot]!;
        if (day[citer]! > own && day[citer]! <= own + windowDays) counts[relation(holders, citer, i)]!++;
      }
    }
    [out.others[i], out.own[i], out.unclear[i]] = counts as [number, number, number];
  }
}

function relation({ start, holder }: HolderLists, a: number, b: number): 0 | 1 | 2 {
  let i = start[a]!;
  let j = start[b]!;
  const endA = start[a + 1]!;
  const endB = start[b + 1]!;
  if (i === endA || j === endB) return 2;
  while (i < endA && j < endB) {
    if (holder[i] === holder[j]) return 1;
    if (holder[i]! < holder[j]!) i++;
    else j++;
  }
  return 0;
}
