import type { Bounds } from "./bootstrap.ts";

/** One family (or document) of a technology in a jurisdiction. */
export interface ShareUnit {
  /** Its holders; it counts in equal parts for each. None: unknown. */
  readonly holders: readonly string[];
  /** Citations by other holders in the window; `null` unknown. */
  readonly citations: number | null;
  /** Blocking weight in force or not; `null` unknown. */
  readonly weight: number | null;
  /** Blocking weight in force; `null` unknown. */
  readonly weightInForce: Bounds | null;
  /** Chance to be in force in the jurisdiction; `null` unknown. */
  readonly q: Bounds | null;
}

/** Shares that are estimated for each holder, in the order of their columns. */
export const shareColumns = ["count", "countUnexpired", "weight", "weightUnexpired"] as const;

/** Units of a technology as typed arrays, ready to be summed by holder again and again. */
export interface ShareTally {
  /** Holders in the order of their rows. */
  readonly names: readonly string[];
  /** By holder: units and citations by others. */
  readonly units: Int32Array;
  readonly citations: Float64Array;
  /**
   * Shares by holder and column of the units in a sample, with chances and weights at `place` (0..1) of their intervals; NaN where the
   * sum over all is 0. The array is used again for the next sample.
   */
  readonly shares: (sample: Int32Array, place: number) => Float64Array;
}

const columns = shareColumns.length;

/** Takes units that all have a holder. */
export function createTally(held: readonly ShareUnit[]): ShareTally {
  const rows = new Map<string, number>();
  const start = new Int32Array(held.length + 1);
  const holder: number[] = [];
  const low = new Float64Array(held.length * columns);
  const width = new Float64Array(held.length * columns);
  held.forEach((unit, i) => {
    for (const name of new Set(unit.holders)) holder.push(rowOf(rows, name));
    start[i + 1] = holder.length;
    valuesOf(unit).forEach((value, column) => {
      low[i * columns + column] = value.low;
      width[i * columns + column] = value.high - value.low;
    });
  });
  const units = new Int32Array(rows.size);
  const citations = new Float64Array(rows.size);
  held.forEach((unit, i) => {
    for (const row of holder.slice(start[i], start[i + 1])) {
      units[row]!++;
      citations[row]! += unit.citations ?? 0;
    }
  });
  const holders = Int32Array.from(holder);
  return { names: [...rows.keys()], units, citations, shares: summing({ start, holders, low, width, size: rows.size }) };
}

interface Prepared {
  readonly start: Int32Array;
  readonly holders: Int32Array;
  readonly low: Float64Array;
  readonly width: Float64Array;
  readonly size: number;
}

function summing({ start, holders, low, width, size }: Prepared): ShareTally["shares"] {
  const sums = new Float64Array(size * columns);
  return (sample, place) => {
    sums.fill(0);
    const totals = new Float64Array(columns);
    for (const unit of sample) {
      const from = start[unit]!;
      const to = start[unit + 1]!;
      for (let column = 0; column < columns; column++) {
        const value = low[unit * columns + column]! + place * width[unit * columns + column]!;
        totals[column]! += value;
        for (let slot = from; slot < to; slot++) sums[holders[slot]! * columns + column]! += value / (to - from);
      }
    }
    for (let at = 0; at < sums.length; at++) sums[at]! /= totals[at % columns]!;
    return sums;
  };
}

const none: Bounds = { low: 0, high: 0 };

/** In the order of the columns; the unknown adds to neither part of a share. */
function valuesOf(unit: ShareUnit): readonly Bounds[] {
  const weight = unit.weight === null ? none : { low: unit.weight, high: unit.weight };
  return [{ low: 1, high: 1 }, unit.q ?? none, weight, unit.weightInForce ?? none];
}

function rowOf(rows: Map<string, number>, name: string): number {
  const row = rows.get(name) ?? rows.size;
  rows.set(name, row);
  return row;
}
