import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/measure/random.ts";

/** The published recurrence in whole numbers without overflow. */
function numbersByBigInt(seed: bigint, stream: bigint, count: number): number[] {
  const word = 2n ** 32n;
  let [a, b, c, counter] = [0n, seed, stream, 1n];
  const numbers: number[] = [];
  for (let i = 0; i < count + 15; i++) {
    const sum = (a + b + counter) % word;
    counter = (counter + 1n) % word;
    a = b ^ (b >> 9n);
    b = (c + c * 8n) % word;
    c = (((c * 2n ** 21n) % word) + (c >> 11n) + sum) % word;
    if (i >= 15) numbers.push(Number(sum));
  }
  return numbers;
}

describe("createRandom", () => {
  it("gives the numbers of sfc32", () => {
    for (const [seed, stream] of [
      [0, 0],
      [1, 2],
      [0xdeadbeef, 0xffffffff],
    ] as const) {
      const random = createRandom(seed, stream);
      expect(Array.from({ length: 200 }, () => random.bits())).toEqual(numbersByBigInt(BigInt(seed), BigInt(stream), 200));
    }
  });

  it("is even, also between streams next to each other", () => {
    const cells = new Int32Array(64);
    const streams = Array.from({ length: 4000 }, (_, stream) => createRandom(7, stream));
    for (const random of streams) for (let k = 0; k < 4; k++) cells[random.below(8) * 8 + random.below(8)]!++;
    const expected = (4000 * 4) / 64;
    const chiSquare = cells.reduce((sum, cell) => sum + (cell - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(103.4); // 0.1% of 63 degrees of freedom
    expect(chiSquare).toBeGreaterThan(32);
  });

  it("has normal numbers of mean 0, variance 1 and fourth moment 3", () => {
    const { normal } = createRandom(3);
    const moments = [0, 0, 0, 0, 0];
    for (let i = 0; i < 200_000; i++) {
      const value = normal();
      for (let k = 1; k <= 4; k++) moments[k]! += value ** k / 200_000;
    }
    expect(moments[1]).toBeCloseTo(0, 1.9);
    expect(Math.abs(moments[2]! - 1)).toBeLessThan(0.015);
    expect(Math.abs(moments[4]! - 3)).toBeLessThan(0.12);
  });

  it("keeps whole numbers below the count", () => {
    const { below, uniform } = createRandom(5);
    const drawn = new Set(Array.from({ length: 500 }, () => below(3)));
    expect([...drawn].sort()).toEqual([0, 1, 2]);
    for (let i = 0; i < 1000; i++) expect(uniform()).toBeLessThan(1);
  });
});
