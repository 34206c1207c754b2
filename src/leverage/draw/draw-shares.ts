import type { JointShare, ShareEntry } from "../../measure/supply/share-entries.ts";
import type { SupplyModel } from "../model.ts";
import type { DrawnInput, Inputs } from "./inputs.ts";
import { keyOf, nearLow, uniform } from "./random.ts";

/**
 * Joint draw of a technology's shares: figures within intervals (reduced to a sum of 1), one-sided ones as Beta(1, 4) from their end, sums of
 * several holders split flat, negligible holders within their flag, the rest to blanks and one unnamed remainder, flat Dirichlet (Devroye
 * 1986, XI.4). A row never exceeds 1.
 */
export function drawShares(
  model: SupplyModel,
  technologies: ArrayLike<number>,
  drawn: DrawnInput[],
): (into: Inputs, seed: number, draw: number) => void {
  const rows = Array.from(technologies)
    .filter((t) => model.map.technologies[t]!.supply !== null)
    .map((t) => shareRow(model, t, drawn))
    .filter((row) => row !== null);
  return (into, seed, draw) => {
    for (const row of rows) fill(row, into, seed, draw);
  };
}

interface DrawnRow {
  readonly t: number;
  readonly first: number;
  readonly end: number;
  /** By slot from `first`: interval and key of a figure or flag; NaN width for blanks; of a member of a sum its part, set by each draw. */
  readonly low: Float64Array;
  readonly width: Float64Array;
  readonly flagged: Uint8Array;
  readonly form: Uint8Array;
  readonly sums: readonly DrawnSum[];
  readonly keys: Int32Array;
  readonly restKey: number;
}

/** How a figure is drawn within its interval: evenly, near its low end, or as its part of a sum. */
const form = { even: 0, oneSided: 1, ofSum: 2 } as const;

const formOf = ({ lift, joint }: ShareEntry): number => (joint !== undefined ? form.ofSum : lift < 0.5 ? form.oneSided : form.even);

/** The sum of several holders, and their slots from `first`. */
interface DrawnSum extends JointShare {
  readonly key: number;
  readonly slots: readonly number[];
}

function shareRow(model: SupplyModel, t: number, drawn: DrawnInput[]): DrawnRow | null {
  const { id, supply } = model.map.technologies[t]!;
  const [first, end] = [model.shareStart[t]!, model.shareStart[t + 1]!];
  const count = end - first;
  const row = {
    t,
    first,
    end,
    low: new Float64Array(count),
    width: new Float64Array(count),
    flagged: new Uint8Array(count),
    form: Uint8Array.from(supply?.entries ?? [], formOf),
    sums: (supply?.joint ?? []).map((sum, at) => ({
      ...sum,
      key: keyOf(`${id}|share|sum ${at}`),
      slots: supply!.entries.flatMap(({ joint }, i) => (joint === at ? [i] : [])),
    })),
    keys: new Int32Array(count),
    restKey: keyOf(`${id}|share|rest`),
  };
  let open = false;
  supply?.entries.forEach((entry, i) => {
    row.keys[i] = keyOf(
      `${id}|share|${entry.holder}|${entry.joint !== undefined ? `sum ${entry.joint}` : entry.blank ? "blank" : "figure"}`,
    );
    row.low[i] = entry.low;
    row.width[i] = entry.blank && entry.high === 0 ? Number.NaN : entry.high - (entry.blank ? 0 : entry.low);
    if (entry.blank) row.low[i] = 0;
    row.flagged[i] = entry.blank && entry.high > 0 ? 1 : 0;
    if (row.width[i] !== 0) {
      open = true;
      const high = Number.isNaN(row.width[i]) ? model.unknownMost[t]! : row.low[i] + row.width[i];
      if (high > row.low[i])
        drawn.push({
          key: row.keys[i],
          technology: id,
          name: `share of ${entry.holder}`,
          low: row.low[i],
          high,
          ...sourceOf(model, t, entry),
        });
    }
  });
  return open ? row : null;
}

/** Document of a figure or flag; none for blanks. */
function sourceOf({ map }: SupplyModel, t: number, { holder, high, blank }: ShareEntry): Pick<DrawnInput, "basis" | "source"> {
  if (blank && high === 0) return { basis: "unknown", source: null };
  const { rows = [], derived = false } = map.technologies[t]!.supply ?? {};
  const theirs = rows.filter((row) => (derived ? map.economyOf.get(row.holder) : row.holder) === holder && row.high !== null);
  return { basis: "published", source: theirs.find(({ source }) => source !== null)?.source ?? null };
}

function fill(row: DrawnRow, { share, rest }: Inputs, seed: number, draw: number): void {
  const { t, first, end, low, width, flagged, keys, restKey } = row;
  for (const sum of row.sums) split(row, sum, seed, draw);
  let [known, flags, blanks] = [0, 0, 0];
  for (let i = 0; i < end - first; i++) {
    if (Number.isNaN(width[i]!)) {
      blanks++;
      continue;
    }
    const value = low[i]! + width[i]! * placeIn(row.form[i]!, seed, draw, keys[i]!);
    share[first + i] = value;
    if (flagged[i]) flags += value;
    else known += value;
  }
  if (known > 1) lower(low, width, flagged, share, first, known);
  const left = Math.max(0, 1 - known);
  const flagScale = flags > left ? left / flags : 1;
  let open = Math.max(0, left - flags * flagScale);
  if (flagScale < 1) for (let i = 0; i < end - first; i++) if (flagged[i]) share[first + i]! *= flagScale;
  if (blanks > 0) {
    let sum = -Math.log(1 - uniform(seed, draw, restKey));
    for (let i = 0; i < end - first; i++)
      if (Number.isNaN(width[i]!)) sum += share[first + i] = -Math.log(1 - uniform(seed, draw, keys[i]!));
    const part = open / sum;
    for (let i = 0; i < end - first; i++) {
      if (!Number.isNaN(width[i]!)) continue;
      share[first + i]! *= part;
      open -= share[first + i]!;
    }
  }
  rest[t] = Math.max(0, open);
}

function placeIn(drawnAs: number, seed: number, draw: number, key: number): number {
  if (drawnAs === form.ofSum) return 1;
  const u = uniform(seed, draw, key);
  return drawnAs === form.oneSided ? nearLow(u) : u;
}

/** Draws a sum and splits it flat among its holders: `low` and `width` of each are its parts of the least and of what is above it. */
function split({ low, width, keys }: DrawnRow, sum: DrawnSum, seed: number, draw: number): void {
  const above = (sum.high - sum.low) * placeIn(sum.lift < 0.5 ? form.oneSided : form.even, seed, draw, sum.key);
  const weights = sum.slots.map((slot) => -Math.log(1 - uniform(seed, draw, keys[slot]!)));
  const all = weights.reduce((total, each) => total + each, 0);
  sum.slots.forEach((slot, i) => {
    low[slot] = (sum.low * weights[i]!) / all;
    width[slot] = (above * weights[i]!) / all;
  });
}

/** Reduces figures that sum to more than 1 towards their least; scales if even those exceed it. */
function lower(low: Float64Array, width: Float64Array, flagged: Uint8Array, share: Float64Array, first: number, known: number): void {
  let least = 0;
  for (let i = 0; i < low.length; i++) if (!flagged[i] && !Number.isNaN(width[i]!)) least += low[i]!;
  const part = least < 1 ? (1 - least) / (known - least) : 0;
  const scale = least > 1 ? 1 / least : 1;
  for (let i = 0; i < low.length; i++)
    if (!flagged[i] && !Number.isNaN(width[i]!)) share[first + i] = (low[i]! + part * (share[first + i]! - low[i]!)) * scale;
}
