/**
 * A number for a draw that depends on nothing but what it is for, so that draws are the same in whatever order and beside whatever else
 * they are made: 0 < u < 1, uniform. Counter-based, as in Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3*
 * (2011), with the finaliser of MurmurHash3 (Appleby) three times.
 *
 * @param seed of a run, an integer
 * @param draw which of the draws, 0..
 * @param key of what is drawn, from `keyOf`
 */
export function uniform(seed: number, draw: number, key: number): number {
  const mixed = mix(key ^ mix((draw + golden) ^ mix(seed + golden)));
  return ((mixed >>> 0) + 0.5) / 4294967296;
}

/** The fractional part of the golden ratio, so that zeros do not stay zeros. */
const golden = 0x9e3779b9;

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * Whether a chance that lies in an interval comes true in a draw, 1 or 0: as often as the middle of the interval says, by the one number `u`
 * drawn for it, so that what hangs on it is seen.
 */
export const comesTrue = (u: number, low: number, high: number): 0 | 1 => (u > 1 - (low + high) / 2 ? 1 : 0);

/** The key of a name: 32 bits (FNV-1a over UTF-16 code units, mixed). */
export function keyOf(name: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) h = Math.imul(h ^ name.charCodeAt(at), 0x01000193);
  return mix(h);
}
