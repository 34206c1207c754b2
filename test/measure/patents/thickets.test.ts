import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingPairs, thicket } from "../../../src/measure/patents/thickets.ts";
import { runs } from "../../leverage/worlds.ts";

type Block = readonly [blocker: number, blocked: number, count: number];

const pairsOf = (holders: number, blocks: readonly Block[]) => ({
  holders,
  blocker: Int32Array.from(blocks, (block) => block[0]),
  blocked: Int32Array.from(blocks, (block) => block[1]),
  count: Int32Array.from(blocks, (block) => block[2]),
  variant: "X and Y" as const,
});

/** All triples of holders looked at one by one. */
function triplesByEnumeration(holders: number, blocks: readonly Block[], least: number): string[] {
  const blocked = (a: number, b: number) =>
    blocks.filter(([x, y]) => x === a && y === b).reduce((sum, block) => sum + block[2], 0) >= least;
  const mutual = (a: number, b: number) => blocked(a, b) && blocked(b, a);
  const found: string[] = [];
  for (let a = 0; a < holders; a++)
    for (let b = a + 1; b < holders; b++)
      for (let c = b + 1; c < holders; c++) if (mutual(a, b) && mutual(b, c) && mutual(a, c)) found.push([a, b, c].join());
  return found;
}

describe("thicket", () => {
  it("finds the triples that an enumeration finds", () => {
    const block = fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 2 }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 70 }), fc.integer({ min: 1, max: 3 }), (blocks, least) => {
        const expected = triplesByEnumeration(5, blocks, least);
        const { triples, triplesOf } = thicket(pairsOf(5, blocks), least);
        expect(triples).toBe(expected.length);
        expect([...triplesOf]).toEqual(
          Array.from({ length: 5 }, (_, a) => expected.filter((triple) => triple.split(",").includes(`${a}`)).length),
        );
      }),
      runs(300),
    );
  });

  it("needs both directions of every pair, and no holder blocks itself", () => {
    const ring: Block[] = [
      [0, 1, 1],
      [1, 2, 1],
      [2, 0, 1],
    ];
    expect(thicket(pairsOf(3, ring))).toMatchObject({ mutualPairs: 0, triples: 0 });
    expect(
      thicket(
        pairsOf(2, [
          [0, 1, 1],
          [1, 0, 2],
        ]),
        2,
      ).mutualPairs,
    ).toBe(0);
    expect(
      thicket(
        pairsOf(2, [
          [0, 1, 2],
          [1, 0, 1],
        ]),
        2,
      ).mutualPairs,
    ).toBe(0);
    const back = ring.map(([a, b]): Block => [b, a, 1]);
    expect(thicket(pairsOf(3, [...ring, ...back, [1, 1, 9]]))).toMatchObject({ mutualPairs: 3, triples: 1 });
  });

  it("counts a whole clique and a star of many", () => {
    const n = 60;
    const clique = Array.from({ length: n * n }, (_, k): Block => [Math.floor(k / n), k % n, 1]);
    expect(thicket(pairsOf(n, clique)).triples).toBe((60 * 59 * 58) / 6);
    const star = Array.from({ length: 50_000 }, (_, k): Block[] => [
      [0, k + 1, 1],
      [k + 1, 0, 1],
    ]).flat();
    expect(thicket(pairsOf(50_001, star))).toMatchObject({ mutualPairs: 50_000, triples: 0 });
  });
});

describe("blockingPairs", () => {
  const lists = { start: Int32Array.of(0, 1, 3, 3, 4), holder: Int32Array.of(0, 1, 2, 0) };
  const citations = (strong: readonly number[]) => ({
    citing: Int32Array.of(1, 1, 0, 3, 2),
    cited: Int32Array.of(0, 0, 1, 0, 0),
    strong: Int8Array.from(strong),
  });

  it("lets only X and Y block where there are categories", () => {
    expect(blockingPairs(3, lists, citations([1, 0, -1, 1, 1]))).toEqual({
      holders: 3,
      blocker: Int32Array.of(0, 0),
      blocked: Int32Array.of(1, 2),
      count: Int32Array.of(1, 1),
      variant: "X and Y",
    });
  });

  it("lets every citation block without categories and says so", () => {
    expect(blockingPairs(3, lists, citations([-1, -1, -1, -1, -1]))).toEqual({
      holders: 3,
      blocker: Int32Array.of(0, 0, 1, 2),
      blocked: Int32Array.of(1, 2, 0, 0),
      count: Int32Array.of(2, 2, 1, 1),
      variant: "citations without category",
    });
  });
});
