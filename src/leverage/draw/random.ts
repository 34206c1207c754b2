/**
 * A uniform number 0 < u < 1 that depends only on its arguments, so draws are reproducible in any order. Counter-based (Salmon et al. 2011)
 * with three MurmurHash3 finalisers.
 *
 * @param seed of a run, an integer
 * @param draw number of the draw, from 0
 * @param key from `keyOf`
 */
export function uniform(seed: number, draw: number, key: number): number {
  const mixed = mix(key ^ mix((draw + golden) ^ mix(seed + golden)));
  return ((mixed >>> 0) + 0.5) / 4294967296;
}

/** Golden ratio, so that zeros do not stay zeros. */
const golden = 0x9e3779b9;

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Inverse distribution function of Beta(1, 4), by which a figure of which only the low end is known is drawn near it. */
export const nearLow = (u: number): number => 1 - (1 - u) ** 0.25;

/** Distribution over an interval, from one uniform number `u`. */
export type Shape = (u: number, low: number, high: number) => number;

export const even: Shape = (u, low, high) => low + (high - low) * u;

/** Of a figure of which only the low end is known. */
export const oneSided: Shape = (u, low, high) => even(nearLow(u), low, high);

/** Draws a chance given as an interval, 1 or 0, with the probability of its middle from one number `u`. */
export const comesTrue = (u: number, low: number, high: number): 0 | 1 => (u > 1 - (low + high) / 2 ? 1 : 0);

/** FNV-1a over UTF-16 code units, mixed to 32 bits. */
export function keyOf(name: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) h = Math.imul(h ^ name.charCodeAt(at), 0x01000193);
  return mix(h);
}

/** z of the ends of the middle 80%. */
const deciles = 1.2816;

/** Tukey's lambda close to the normal quantile (Joiner and Rosenblatt 1971), within 0.03 for 0.001 < `u` < 0.999. */
export const nearNormal = (u: number): number => (u ** 0.135 - (1 - u) ** 0.135) / 0.1975;

/** A lognormal number whose middle 80% is `low..high`; its median is `sqrt(low · high)`. */
export const lognormal = (u: number, low: number, high: number): number =>
  Math.sqrt(low * high) * (high / low) ** (nearNormal(u) / (2 * deciles));
/** One draw of a run. */
export interface Draw {
  readonly seed: number;
  readonly draw: number;
}

/** A number drawn uniformly within an interval; equal keys share a draw. */
export interface DrawnRange {
  readonly low: number;
  readonly high: number;
  readonly key: number;
}

/** The value in a draw, else the middle. */
export const valueIn = ({ low, high, key }: DrawnRange, draw: Draw | null): number =>
  high > low && draw ? low + (high - low) * uniform(draw.seed, draw.draw, key) : (low + high) / 2;
