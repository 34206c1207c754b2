import { type OwnershipGraph, type Part, tolerance } from "./stakes.ts";
import { type ControlChain, controlChain, type Firm, half, type Upstream, upstreamOf } from "./upstream.ts";

/** Whether a part is a half or more: for all that is not known, for none of it, or only for some. */
export type HalfAnswer = "yes" | "no" | "not known";

/** Whether listed parties own a half or more of one party, with what it was reckoned from. */
export interface OwnedByListed {
  readonly answer: HalfAnswer;
  /** As the 50 percent rules count. */
  readonly counted: Part;
  /** Shares multiplied along chains. */
  readonly multiplied: Part;
  readonly chain: ControlChain;
  readonly upstream: Upstream;
}

/** A half or more, up to the tolerance of sums of shares. */
export function answerOf({ low, high }: Part): HalfAnswer {
  if (low >= half - tolerance) return "yes";
  return high < half - tolerance ? "no" : "not known";
}

/**
 * Whether listed parties own a half or more of a party in sum, directly and through firms. Exact over all values of what is not known:
 * shares within their bounds, owners that no row names, owners of owners, and parties that may be listed. What is not known is never "no".
 */
export function ownedByListed(graph: OwnershipGraph, party: string, most?: number): OwnedByListed {
  const upstream = upstreamOf(graph, party, most);
  const chain = controlChain(graph, upstream);
  const counted = chain.parts.get(party) as Part;
  return { answer: answerOf(counted), counted, multiplied: multiplied(graph, upstream).get(party) as Part, chain, upstream };
}

/**
 * The part of each firm that listed parties own where shares are multiplied along every chain and added up over all chains. It is shown
 * beside the reading of the rules, which do not multiply. Firms whose owners lead only to one another, or whose stated shares exceed the
 * whole, are unknown: nothing to all.
 */
function multiplied(graph: OwnershipGraph, { firms }: Upstream): ReadonlyMap<string, Part> {
  const [low, high] = [solved(graph, firms, 0), solved(graph, firms, 1)];
  return new Map([...firms.keys()].map((id) => [id, { low: low(id), high: high(id) }]));
}

/** `unknown`: what an owner of whom nothing is known counts. */
function solved(graph: OwnershipGraph, firms: ReadonlyMap<string, Firm>, unknown: 0 | 1): (party: string) => number {
  const fixed = (party: string): number | null => {
    const standing = graph.standing(party);
    if (standing === "listed") return 1;
    if (standing === "may be listed" && unknown === 1) return 1;
    if (standing === "outside") return 0;
    const firm = firms.get(party);
    return firm === undefined || firm.closed || firm.excess > 0 ? unknown : null;
  };
  const open = [...firms.keys()].filter((id) => fixed(id) === null);
  const place = new Map(open.map((id, at) => [id, at]));
  const rows = open.map((id, at) => equation(firms.get(id) as Firm, at, { place, fixed, unknown }));
  const values = eliminate(rows);
  return (party) => fixed(party) ?? clamp(values[place.get(party) as number] ?? unknown);
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

interface Known {
  readonly place: ReadonlyMap<string, number>;
  readonly fixed: (party: string) => number | null;
  readonly unknown: 0 | 1;
}

/** The part of one firm less that of its owners who are firms, each by its share, is what its other owners give; the last number is that. */
function equation({ stakes, rest }: Firm, at: number, { place, fixed, unknown }: Known): number[] {
  const row = new Array<number>(place.size + 1).fill(0);
  row[at] = 1;
  row[place.size] = rest * unknown;
  for (const { owner, low } of stakes) {
    const value = fixed(owner);
    const column = value === null ? (place.get(owner) as number) : place.size;
    row[column] = (row[column] as number) + (value === null ? -low : low * value);
  }
  return row;
}

/** Gauss with the greatest pivot; a row without one is of firms that nobody owns in the end and stays unknown. */
function eliminate(rows: number[][]): readonly (number | undefined)[] {
  const size = rows.length;
  for (let step = 0; step < size; step += 1) {
    const pivot = rows.slice(step).reduce((best, row, at) => (abs(row, step) > abs(rows[best], step) ? step + at : best), step);
    [rows[step], rows[pivot]] = [rows[pivot] as number[], rows[step] as number[]];
    if (abs(rows[step], step) < tolerance) continue;
    for (const [at, row] of rows.entries()) if (at !== step) subtract(row, rows[step] as number[], step);
  }
  return rows.map((row, at) => (abs(row, at) < tolerance ? undefined : (row[size] as number) / (row[at] as number)));
}

const abs = (row: readonly number[] | undefined, at: number): number => Math.abs(row?.[at] ?? 0);

function subtract(row: number[], by: readonly number[], step: number): void {
  const factor = (row[step] as number) / (by[step] as number);
  if (factor === 0) return;
  for (let column = step; column < row.length; column += 1) row[column] = (row[column] as number) - factor * (by[column] as number);
}
