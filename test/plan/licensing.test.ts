import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  abandonmentCandidates,
  mutualBlocks,
  type OthersFamily,
  type OwnFamily,
  waitOrDesignAroundCandidates,
} from "../../src/plan/licensing.ts";

const others = (id: string, more: Partial<OthersFamily> = {}): OthersFamily => ({
  id,
  lapses: 2040,
  inForce: { low: 0.9, high: 1 },
  citations: 9,
  firstUse: { low: 2020, high: 2020 },
  ...more,
});

describe("families of others to ask about", () => {
  it("are those that lapse before first use or soon, are unlikely to be in force or little cited", () => {
    const asked = waitOrDesignAroundCandidates(
      [
        others("strong"),
        others("early", { lapses: 2034, firstUse: { low: 2035, high: 2037 } }),
        others("soon", { lapses: 2029 }),
        others("weak", { inForce: { low: 0, high: 0.4 } }),
        others("uncited", { citations: 0, lapses: 2027 }),
      ],
      2026,
    );
    expect(asked.map(({ family, reasons }) => [family.id, ...reasons])).toEqual([
      ["uncited", "lapses-soon", "few-citations"],
      ["soon", "lapses-soon"],
      ["early", "lapses-before-use"],
      ["weak", "unlikely-in-force"],
    ]);
  });

  it("are none of which nothing is known, and none that have run out", () => {
    const unknown = others("unknown", { lapses: null, inForce: null, citations: null, firstUse: null });
    const gone = [others("ended", { inForce: { low: 0, high: 0 }, citations: 0 }), others("past", { lapses: 2025, citations: 0 })];
    expect(waitOrDesignAroundCandidates([unknown, ...gone], 2026)).toEqual([]);
    // In use already: a lapse before 2020 cannot be waited for.
    expect(waitOrDesignAroundCandidates([others("used", { lapses: 2035, firstUse: { low: 2020, high: 2050 } })], 2026)).toEqual([]);
  });
});

describe("holders that block one another", () => {
  it("are pairs with blocks both ways, the strongest lesser side first", () => {
    const pairs = mutualBlocks([
      { blocker: "a", blocked: "b", times: 2 },
      { blocker: "b", blocked: "a", times: 5 },
      { blocker: "a", blocked: "b", times: 1 },
      { blocker: "c", blocked: "a", times: 9 },
      { blocker: "d", blocked: "c", times: 4 },
      { blocker: "c", blocked: "d", times: 4 },
    ]);
    expect(pairs).toEqual([
      { first: "c", second: "d", firstBlocks: 4, secondBlocks: 4 },
      { first: "a", second: "b", firstBlocks: 3, secondBlocks: 5 },
    ]);
  });

  it("do not depend on the order of what is reported", () => {
    const id = fc.constantFrom("a", "b", "c", "d");
    const block = fc.record({ blocker: id, blocked: id, times: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const pairs = mutualBlocks(blocks);
        expect(mutualBlocks(blocks.toReversed())).toEqual(pairs);
        for (const { first, second } of pairs) {
          expect(blocks.some((each) => each.blocker === first && each.blocked === second)).toBe(true);
          expect(blocks.some((each) => each.blocker === second && each.blocked === first)).toBe(true);
        }
      }),
    );
  });
});

const own = (id: string, more: Partial<OwnFamily> = {}): OwnFamily => ({
  id,
  age: 12,
  inForce: { low: 0.5, high: 1 },
  citedByOthers: 0,
  exposes: false,
  upkeep: { low: 1000, high: 2000 },
  ...more,
});

describe("own families to let go", () => {
  it("are old, cited by nobody else, outside what could exclude and perhaps in force; what costs most first", () => {
    const { families, unknown } = abandonmentCandidates([
      own("cheap", { upkeep: { low: 1, high: 2 } }),
      own("dear"),
      own("young", { age: 3 }),
      own("cited", { citedByOthers: 1 }),
      own("excludes", { exposes: true }),
      own("ended", { inForce: { low: 0, high: 0 } }),
      own("no-cost", { upkeep: null }),
    ]);
    expect(families.map(({ id }) => id)).toEqual(["dear", "cheap", "no-cost"]);
    expect(unknown).toBe(0);
  });

  it("are none of which something is unknown, unless it would be none anyhow", () => {
    const { families, unknown } = abandonmentCandidates([
      own("age", { age: null }),
      own("citations", { citedByOthers: null }),
      own("exposure", { exposes: null }),
      own("cited", { age: null, citedByOthers: 4 }),
      own("status", { inForce: null }),
    ]);
    expect(families.map(({ id }) => id)).toEqual(["status"]);
    expect(unknown).toBe(3);
  });
});
