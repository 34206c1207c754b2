import type { Cell } from "../cells/cell.ts";
import { recentYears } from "../cells/cell-activity.ts";
import { recentGrowth } from "./recent-growth.ts";

/** What speaks for a cell, from its patents alone; `null` unknown. */
const merits: readonly ((cell: Cell, year: number) => number | null)[] = [
  // Rising
  ({ families, byYear }, year) => (families === null ? null : recentGrowth(byYear, year, recentYears)),
  // Original
  ({ originality }) => originality.mean,
  // Uncrowded
  ({ families, holders }) => (families === null ? null : -holders.length),
  // Blockers that lapse
  ({ families, lapsing }) => (families === null || families === 0 || lapsing === null ? null : lapsing / families),
];

/**
 * Worth of cells as far as their patents tell of it, 0..1 each: the mean of their places among all cells by recent growth, by originality, by how
 * few hold them and by the part of families that lapse within five years. Every merit has the same weight and nothing is fitted; one that
 * is unknown of a cell is left out of its mean. `null` where none is known.
 */
export function cellScores(cells: readonly Cell[], year: number): readonly (number | null)[] {
  const places = merits.map((merit) => placesOf(cells.map((cell) => merit(cell, year))));
  return cells.map((_, at) => {
    const known = places.flatMap((of) => (of[at] === null ? [] : [of[at]!]));
    return known.length === 0 ? null : known.reduce((sum, place) => sum + place, 0) / known.length;
  });
}

/** Part of the other known values that are below each, equal ones counting half; a half where there is no other. */
function placesOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort();
  const others = sorted.length - 1;
  return values.map((value) => {
    if (value === null) return null;
    if (others === 0) return half;
    const [below, upTo] = [firstFrom(sorted, value), firstFrom(sorted, value, true)];
    return (below + half * (upTo - below - 1)) / others;
  });
}

const half = 0.5;

/** Place of the first that is not below a value, or that is above it. */
function firstFrom(sorted: Float64Array, value: number, above = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (above && sorted[middle]! === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
