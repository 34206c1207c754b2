/** A seeded random stream, reproducible on every machine. */
export interface Random {
  /** Whole number in 0..2^32-1. */
  readonly bits: () => number;
  /** In [0, 1), on a grid of 2^-53. */
  readonly uniform: () => number;
  /** Whole number in 0..count-1, for `count` from 1 to 2^53. */
  readonly below: (count: number) => number;
  /** Standard normal (Box and Muller 1958). */
  readonly normal: () => number;
}

/** Generator `sfc32` (Doty-Humphrey, PractRand), cycle at least 2^32, streams independent. Arguments are taken modulo 2^32. */
export function createRandom(seed: number, stream = 0): Random {
  let a = 0;
  let b = seed | 0;
  let c = stream | 0;
  let counter = 1;
  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const uniform = (): number => ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000;
  const below = (count: number): number => Math.floor(uniform() * count);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  for (let round = 0; round < mixingRounds; round++) bits();
  return { bits, uniform, below, normal };
}

/** Warm-up that decorrelates similar seeds. */
const mixingRounds = 15;

/** Draws without replacement; a shuffle if there are no more. */
export function draw<T>(list: readonly T[], count: number, random: Random): readonly T[] {
  const rest = [...list];
  const last = Math.max(0, rest.length - count);
  for (let end = rest.length - 1; end >= last; end--) {
    const at = random.below(end + 1);
    [rest[at], rest[end]] = [rest[end]!, rest[at]!];
  }
  return rest.slice(last);
}
