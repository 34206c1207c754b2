import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PairGame, replyPath, stablePairs } from "../../../src/leverage/game/reply-path.ts";

const game = (first: readonly (readonly number[])[], second: readonly (readonly number[])[]): PairGame => ({
  rows: first.length,
  columns: first[0]!.length,
  values: [first.flat(), second.flat()],
});

const games = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) => {
  const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: rows * columns, maxLength: rows * columns });
  return fc.record({ rows: fc.constant(rows), columns: fc.constant(columns), values: fc.tuple(values, values) });
});

/** Whether a side has a choice that it values more, looked for among all. */
const hasBetter = ({ rows, columns, values }: PairGame, [row, column]: readonly [number, number]): boolean => {
  const at = (side: 0 | 1, r: number, c: number): number => values[side][r * columns + c]!;
  for (let r = 0; r < rows; r++) if (at(0, r, column) > at(0, row, column)) return true;
  for (let c = 0; c < columns; c++) if (at(1, row, c) > at(1, row, column)) return true;
  return false;
};

describe("best replies in turn", () => {
  it("come to rest where no side has a better choice", () => {
    const dilemma = game(
      [
        [2, 0],
        [3, 1],
      ],
      [
        [2, 3],
        [0, 1],
      ],
    );
    expect(replyPath(dilemma, [0, 0])).toEqual({
      steps: [
        { by: 1, pair: [0, 1] },
        { by: 0, pair: [1, 1] },
      ],
      isStable: true,
    });
    expect(replyPath(dilemma, [1, 1])).toEqual({ steps: [], isStable: true });
    expect(stablePairs(dilemma)).toEqual([[1, 1]]);
  });

  it("circle where each answer asks for another", () => {
    const pennies = game(
      [
        [1, -1],
        [-1, 1],
      ],
      [
        [-1, 1],
        [1, -1],
      ],
    );
    const { steps, isStable } = replyPath(pennies, [0, 0]);
    expect([isStable, stablePairs(pennies), steps.map(({ pair }) => pair.join(""))]).toEqual([false, [], ["01", "11", "10", "00"]]);
  });

  it("keep a choice than which none is better", () => {
    expect(replyPath(game([[1], [1]], [[0], [0]]), [1, 0])).toEqual({ steps: [], isStable: true });
  });

  it("end only where by brute force no side has a better choice, and every such pair is named", () => {
    fc.assert(
      fc.property(games, fc.nat(4), fc.nat(4), (each, row, column) => {
        const start = [row % each.rows, column % each.columns] as const;
        const { steps, isStable } = replyPath(each, start);
        const end = steps.at(-1)?.pair ?? start;
        if (isStable) expect(hasBetter(each, end)).toBe(false);
        const named = stablePairs(each).map((pair) => pair.join(","));
        for (let r = 0; r < each.rows; r++)
          for (let c = 0; c < each.columns; c++) expect(named.includes(`${r},${c}`)).toBe(!hasBetter(each, [r, c]));
      }),
    );
  });
});
