import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paretoCoalitions, shapleySplit, smallestEffective } from "../../../src/leverage/game/shapley.ts";
import { runs } from "../worlds.ts";

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** What each adds to those before it, over all orders. */
function byOrders(values: Float64Array, n: number): readonly number[] {
  const sums = new Array<number>(n).fill(0);
  const orders = permutations([...Array(n).keys()]);
  for (const order of orders) {
    let mask = 0;
    for (const member of order) {
      sums[member]! += values[mask | (1 << member)]! - values[mask]!;
      mask |= 1 << member;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

const split = (values: Float64Array, n: number): readonly number[] => {
  const into = new Float64Array(n);
  shapleySplit(values, n, into);
  return [...into];
};

const games = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: 2 ** n, maxLength: 2 ** n })
      .map((list) => [n, Float64Array.from(list)] as const),
  );

describe("the split by Shapley", () => {
  it("is the mean over all orders of joining", () => {
    fc.assert(
      fc.property(games, ([n, values]) => {
        const expected = byOrders(values, n);
        for (const [i, part] of split(values, n).entries()) expect(part).toBeCloseTo(expected[i]!, 9);
      }),
      runs(200),
    );
  });

  it("of the glove game is 2/3, 1/6 and 1/6", () => {
    const values = Float64Array.from({ length: 8 }, (_, mask) => ((mask & 1) !== 0 && mask > 1 ? 1 : 0));
    expect(split(values, 3).map((part) => Math.round(part * 600) / 100)).toEqual([4, 1, 1]);
  });
});

describe("sets of members", () => {
  const cases = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }).map((list) => Float64Array.from([0, ...list])),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }).map((list) => Float64Array.from(list)),
  );
  const size = (mask: number): number => [0, 1, 2, 3].filter((i) => mask & (1 << i)).length;

  it("on the Pareto list are beaten by no set, and every other that harms is", () => {
    fc.assert(
      fc.property(cases, ([harm, cost]) => {
        const list = paretoCoalitions(harm, cost, 4);
        const beats = (a: number, b: number): boolean =>
          harm[a]! >= harm[b]! && cost[a]! <= cost[b]! && (harm[a]! > harm[b]! || cost[a]! < cost[b]!);
        for (let mask = 0; mask < 16; mask++) {
          const beaten = list.some((other) => beats(other, mask) || (harm[other] === harm[mask] && cost[other] === cost[mask]));
          if (list.includes(mask)) for (let other = 0; other < 16; other++) expect(beats(other, mask)).toBe(false);
          else if (harm[mask]! > 0) expect(beaten).toBe(true);
        }
      }),
      runs(300),
    );
  });

  it("that are the smallest to harm more than a threshold have no smaller, and none as small that harms more", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 9 }), ([harm], threshold) => {
        const best = smallestEffective(harm, 4, threshold);
        const over = [...harm.keys()].filter((mask) => harm[mask]! > threshold);
        if (best === null) expect(over).toEqual([]);
        else {
          expect(size(best)).toBe(Math.min(...over.map(size)));
          expect(harm[best]).toBe(Math.max(...over.filter((mask) => size(mask) === size(best)).map((mask) => harm[mask]!)));
        }
      }),
      runs(300),
    );
  });
});
