import { type Measure, words } from "../picture/wrap.ts";
import { labelOf } from "./label.ts";
import type { Family } from "./order.ts";

/** Widths of a stage's columns: the least that breaks no word, and the width at which labels take two lines. */
export interface Need {
  readonly least: number;
  readonly good: number;
}

const widest = 150;
/** Heads of stages are set larger and bolder than labels. */
const headScale = 1.12;

/** `around`: what a column takes beside its labels. */
export function columnNeed(families: readonly Family[], head: string, around: number, indent: number, measure: Measure): Need {
  let [least, good] = [0, 0];
  for (const { node, depth } of families.flat()) {
    const space = around + depth * indent;
    least = Math.max(least, space + Math.max(...words(labelOf(node)).map(measure)));
    good = Math.max(good, space + measure(labelOf(node)) * 0.56);
  }
  const bounded = Math.min(widest, Math.max(least, measure(head) * headScale + 10));
  return { least: bounded, good: Math.min(widest, Math.max(bounded, good)) };
}

/**
 * Widths that fill `room`. Each stage gets its least, then its weighted part of what is left until it has the width it would
 * gladly have, then its weighted part of the rest. `null`: no room.
 */
export function columnWidths(
  needs: readonly Need[],
  counts: readonly number[],
  weights: readonly number[],
  room: number,
): readonly number[] | null {
  const sum = (of: (need: Need, index: number) => number): number =>
    needs.reduce((total, need, index) => total + of(need, index) * (counts[index] ?? 1), 0);
  const left = room - sum((need) => need.least);
  if (left < 0) return null;
  const wish = (need: Need, index: number): number => (need.good - need.least + 4) * (weights[index] ?? 1);
  const wished = sum(wish);
  const part = Math.min(1, left / wished);
  const rest = (left - part * wished) / sum((_, index) => weights[index] ?? 1);
  return needs.map((need, index) => need.least + part * wish(need, index) + rest * (weights[index] ?? 1));
}

const smallest = 4;
const largest = 8.5;

/** Radius in px whose area grows with the logarithm of market size; unknown: the smallest. */
export function radiusScale(sizes: readonly (number | null)[]): (size: number | null) => number {
  const known = sizes.filter((size): size is number => size !== null && size > 0).map(Math.log);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return (size) => {
    if (size === null || size <= 0 || known.length === 0) return smallest;
    const part = high > low ? Math.min(1, Math.max(0, (Math.log(size) - low) / (high - low))) : 0.5;
    return Math.sqrt(smallest ** 2 + part * (largest ** 2 - smallest ** 2));
  };
}
