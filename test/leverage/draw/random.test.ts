import { describe, expect, test } from "vitest";
import { keyOf, uniform } from "../../../src/leverage/draw/random.ts";

const sequence = <T>(length: number, of: (at: number) => T): readonly T[] => Array.from({ length }, (_, at) => of(at));

/** The greatest distance between the share of numbers below a bound and the bound (Kolmogorov, Smirnov). */
function distance(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.max(...sorted.map((value, at) => Math.max(Math.abs(value - at / sorted.length), Math.abs(value - (at + 1) / sorted.length))));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, at) => sum + (value - mx) * (y[at]! - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

const count = 20_000;
/** 1.95 / √n is passed by one sequence in a thousand. */
const mostDistance = 1.95 / Math.sqrt(count);
const mostCorrelation = 4 / Math.sqrt(count);

describe("uniform", () => {
  test("is the same whatever was drawn before", () => {
    const alone = uniform(7, 12, keyOf("neon|stock"));
    sequence(100, (at) => uniform(7, at, keyOf("neon|spare")));
    expect(uniform(7, 12, keyOf("neon|stock"))).toBe(alone);
  });

  test.each([
    ["draws", (at: number) => uniform(1, at, keyOf("neon|stock"))],
    ["keys", (at: number) => uniform(1, 3, keyOf(`technology-${at}|stock`))],
    ["seeds", (at: number) => uniform(at, 3, keyOf("neon|stock"))],
  ])("is uniform over %s", (_, of) => {
    expect(distance(sequence(count, of))).toBeLessThan(mostDistance);
  });

  test("neighbouring draws, keys and seeds do not go together", () => {
    const base = sequence(count, (at) => uniform(1, at, keyOf("a|stock")));
    const others = [
      sequence(count, (at) => uniform(1, at + 1, keyOf("a|stock"))),
      sequence(count, (at) => uniform(2, at, keyOf("a|stock"))),
      sequence(count, (at) => uniform(1, at, keyOf("b|stock"))),
      sequence(count, (at) => uniform(1, at, keyOf("a|spare"))),
    ];
    for (const other of others) expect(Math.abs(correlation(base, other))).toBeLessThan(mostCorrelation);
  });
});

test("names of the atlas have keys of their own", () => {
  const names = sequence(200_000, (at) => `technology-${at % 2000}|parameter-${Math.floor(at / 2000)}`);
  const keys = new Set(names.map(keyOf));
  // By chance alone 200,000 numbers of 32 bits share one about 5 times.
  expect(names.length - keys.size).toBeLessThan(25);
});
