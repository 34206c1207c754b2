import type { Bounds } from "../bootstrap.ts";

export interface ShareUnit {
  /** Its holders with equal parts; empty: unknown. */
  readonly holders: readonly string[];
  /** Citations by other holders in the window; `null` unknown. */
  readonly citations: number | null;
  /** Blocking weight, whether or not in force; `null` unknown. */
  readonly weight: number | null;
  readonly weightInForce: Bounds | null;
  readonly q: Bounds | null;
}

/** Estimated shares, in column order. */
export const shareColumns = ["count", "countUnexpired", "weight", "weightUnexpired"] as const;

/** Units of a technology in typed arrays for repeated summing by holder. */
export interface ShareTally {
  /** Holders in row order. */
  readonly names: readonly string[];
  /** By holder: units and citations by others. */
  readonly units: Int32Array;
  readonly citations: Float64Array;
  /** Prepares the shares of some rows. */
  readonly sharesOf: (rows: readonly number[]) => SampledShares;
}

/** Shares by requested row and column, intervals taken at `place` (0..1); NaN if the total is 0. The array is reused. */
export type SampledShares = (sample: Int32Array, place: number) => Float64Array;

const columns = shareColumns.length;

export function createTally(held: readonly ShareUnit[]): ShareTally {
  const rows = new Map<string, number>();
  const start = new Int32Array(held.length + 1);
  const holder: number[] = [];
  const values = new Float64Array(held.length * columns * 2);
  held.forEach((unit, i) => {
    for (const name of new Set(unit.holders)) holder.push(rowOf(rows, name));
    start[i + 1] = holder.length;
    valuesOf(unit).forEach((value, column) => {
      values[(i * columns + column) * 2] = value.low;
      values[(i * columns + column) * 2 + 1] = value.high - value.low;
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
  return { names: [...rows.keys()], units, citations, sharesOf: (shown) => summing({ start, holders, values, size: rows.size }, shown) };
}

interface Prepared {
  readonly start: Int32Array;
  readonly holders: Int32Array;
  /** Low end and width by unit and column: one cache line per unit. */
  readonly values: Float64Array;
  readonly size: number;
}

function summing(prepared: Prepared, shown: readonly number[]): SampledShares {
  const { values } = prepared;
  const { start, slots, parts } = shownSlots(prepared, shown);
  const sums = new Float64Array(shown.length * columns);
  const totals = new Float64Array(columns);
  return (sample, place) => {
    sums.fill(0);
    totals.fill(0);
    for (const unit of sample) {
      const from = start[unit]!;
      const to = start[unit + 1]!;
      for (let column = 0; column < columns; column++) {
        const at = (unit * columns + column) * 2;
        const value = values[at]! + place * values[at + 1]!;
        totals[column]! += value;
        for (let k = from; k < to; k++) sums[slots[k]! * columns + column]! += value / parts[unit]!;
      }
    }
    for (let at = 0; at < sums.length; at++) sums[at]! /= totals[at % columns]!;
    return sums;
  };
}

/** Positions of a unit's holders among those shown, and its number of holders. */
function shownSlots(
  { start, holders, size }: Prepared,
  shown: readonly number[],
): Pick<Prepared, "start"> & Record<"slots" | "parts", Int32Array> {
  const slotOf = new Int32Array(size).fill(-1);
  shown.forEach((row, slot) => {
    slotOf[row] = slot;
  });
  const slots: number[] = [];
  const shownStart = new Int32Array(start.length);
  for (let unit = 0; unit + 1 < start.length; unit++) {
    for (let k = start[unit]!; k < start[unit + 1]!; k++) if (slotOf[holders[k]!]! >= 0) slots.push(slotOf[holders[k]!]!);
    shownStart[unit + 1] = slots.length;
  }
  return { start: shownStart, slots: Int32Array.from(slots), parts: Int32Array.from(start.subarray(1), (end, unit) => end - start[unit]!) };
}

const none: Bounds = { low: 0, high: 0 };

/** In column order; unknowns add to neither numerator nor denominator. */
function valuesOf(unit: ShareUnit): readonly Bounds[] {
  const weight = unit.weight === null ? none : { low: unit.weight, high: unit.weight };
  return [{ low: 1, high: 1 }, unit.q ?? none, weight, unit.weightInForce ?? none];
}

function rowOf(rows: Map<string, number>, name: string): number {
  const row = rows.get(name) ?? rows.size;
  rows.set(name, row);
  return row;
}
