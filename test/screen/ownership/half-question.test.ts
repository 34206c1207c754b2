import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ownedByListed } from "../../../src/screen/ownership/half-question.ts";
import { isLong } from "../../tiers.ts";
import { countedByBruteForce, graphOf, multipliedByWalking, type Planted, type Planting, worlds } from "./worlds.ts";

const owns = (owner: string, low: number, high = low): Planted => ({ owner, quarters: [low, high] });
const unstated = (owner: string): Planted => ({ owner, quarters: null });
const ask = (planting: Planting, firm = "f0") => {
  const { answer, counted, multiplied } = ownedByListed(graphOf(planting), firm);
  return { answer, counted: [counted.low, counted.high], multiplied: [multiplied.low, multiplied.high] };
};

describe("the examples that the 50 percent rule is explained by (OFAC, frequently asked questions 399 and 401)", () => {
  const person = (left: number): readonly Planted[] => (left > 0 ? [owns("person", left)] : []);
  test.each<[string, Planting, "yes" | "no"]>([
    ["two listed parties own a quarter each", { f0: [owns("listed1", 1), owns("listed2", 1), ...person(2)] }, "yes"],
    ["half of a firm that owns half", { f0: [owns("a", 2), ...person(2)], a: [owns("listed1", 2), ...person(2)] }, "yes"],
    [
      "half of two firms that own a quarter each",
      { f0: [owns("a", 1), owns("b", 1), ...person(2)], a: [owns("listed1", 2), ...person(2)], b: [owns("listed1", 2), ...person(2)] },
      "yes",
    ],
    [
      "a quarter of two firms that own a half each passes nothing on",
      { f0: [owns("a", 2), owns("b", 2)], a: [owns("listed1", 1), ...person(3)], b: [owns("listed1", 1), ...person(3)] },
      "no",
    ],
    [
      "a quarter directly, a quarter through a firm",
      { f0: [owns("a", 1), owns("listed1", 1), ...person(2)], a: [owns("listed1", 2), ...person(2)] },
      "yes",
    ],
  ])("%s", (_, planting, answer) => {
    expect(ask(planting).answer).toBe(answer);
  });
});

describe("what is not known is never no", () => {
  it("a half that is held jointly with another is a half", () => {
    expect(ask({ f0: [owns("listed1", 2), owns("person", 2)] })).toEqual({ answer: "yes", counted: [0.5, 0.5], multiplied: [0.5, 0.5] });
  });

  it("a share that is not stated is anything that the others leave", () => {
    expect(ask({ f0: [unstated("listed1"), owns("person", 1)] })).toMatchObject({ answer: "not known", counted: [0, 0.75] });
    expect(ask({ f0: [unstated("listed1"), owns("person", 3)] })).toMatchObject({ answer: "no", counted: [0, 0.25] });
  });

  it("owners that no row names may be listed, and so may those of a firm without rows", () => {
    expect(ask({ f0: [owns("person", 2)] })).toMatchObject({ answer: "not known", counted: [0, 0.5] });
    expect(ask({ f0: [owns("a", 4)] })).toMatchObject({ answer: "not known", counted: [0, 1] });
    expect(ask({})).toMatchObject({ answer: "not known", counted: [0, 1] });
  });

  it("a party that may be listed counts as possibly listed", () => {
    expect(ask({ f0: [owns("maybe", 3), owns("person", 1)], maybe: [owns("person", 4)] })).toMatchObject({
      answer: "not known",
      counted: [0, 0.75],
    });
  });

  it("two firms that own each other do not make each other listed", () => {
    expect(ask({ f0: [owns("a", 3), owns("person", 1)], a: [owns("f0", 3), owns("person", 1)] })).toMatchObject({
      answer: "no",
      counted: [0, 0],
    });
    expect(ask({ f0: [owns("a", 3), owns("person", 1)], a: [owns("f0", 2), owns("listed1", 2)] })).toMatchObject({
      answer: "yes",
      counted: [0.75, 0.75],
      multiplied: [0.6, 0.6].map((part) => expect.closeTo(part, 12)),
    });
  });

  it("a joint venture of firms that listed parties half own counts in full, one that they own less of passes on nothing, round a ring too", () => {
    const venture = (first: number, second: number): Planting => ({
      f0: [owns("a", 2), owns("b", 2)],
      a: [owns("listed1", first), owns("person", 4 - first)],
      b: [owns("listed2", second), owns("person", 4 - second)],
    });
    expect(ask(venture(2, 2))).toMatchObject({ answer: "yes", counted: [1, 1], multiplied: [0.5, 0.5] });
    expect(ask(venture(2, 1))).toMatchObject({ answer: "yes", counted: [0.5, 0.5], multiplied: [0.375, 0.375] });
    expect(ask(venture(1, 1))).toMatchObject({ answer: "no", counted: [0, 0], multiplied: [0.25, 0.25] });
    const ring = (quarters: number): Planting => ({
      f0: [owns("a", 3), owns("person", 1)],
      a: [owns("b", 3), owns("person", 1)],
      b: [owns("f0", 4 - quarters), owns("listed1", quarters)],
    });
    expect(ask(ring(1))).toMatchObject({ answer: "no", counted: [0, 0] });
    expect(ask(ring(2))).toMatchObject({ answer: "yes", counted: [0.75, 0.75] });
  });

  it("where firms own one another wholly, rows are missing", () => {
    expect(ask({ f0: [owns("a", 4)], a: [owns("f0", 4)] })).toEqual({ answer: "not known", counted: [0, 1], multiplied: [0, 1] });
    const above: Planting = { f0: [owns("a", 2), owns("person", 2)], a: [owns("b", 4)], b: [owns("a", 4)] };
    expect(ask(above)).toEqual({ answer: "not known", counted: [0, 0.5], multiplied: [0, 0.5] });
  });

  it("shares that add up to more than the whole may be wrong anywhere", () => {
    expect(ask({ f0: [owns("listed1", 2), owns("person", 3)] })).toMatchObject({ answer: "not known", counted: [0.25, 0.5] });
    expect(ask({ f0: [owns("listed1", 4), owns("person", 1)] })).toMatchObject({ answer: "yes", counted: [0.75, 1] });
  });

  it("firms beyond the limit of the search are unknown", () => {
    const chain: Planting = { f0: [owns("a", 4)], a: [owns("b", 4)], b: [owns("person", 4)] };
    expect(ownedByListed(graphOf(chain), "f0").answer).toBe("no");
    const short = ownedByListed(graphOf(chain), "f0", 2);
    expect([short.answer, short.upstream.cut]).toEqual(["not known", true]);
  });
});

const others = ["listed1", "listed2", "maybe", "person", "bare"];

/** Some firms that own one another as they like, with stated, bounded and unstated shares, also too many of them. */
function plantings(firms: number, mostOwners = 3): fc.Arbitrary<Planting> {
  const ids = Array.from({ length: firms }, (_, at) => `f${at}`);
  const owned = (id: string) =>
    fc
      .uniqueArray(fc.constantFrom(...others, ...ids.filter((each) => each !== id)), { maxLength: mostOwners })
      .chain((owners) =>
        fc.tuple(
          ...owners.map((owner) =>
            fc
              .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.boolean())
              .map(([low, more, stated]): Planted => ({ owner, quarters: stated ? [low, Math.min(4, low + more)] : null })),
          ),
        ),
      );
  return fc.tuple(...ids.map(owned)).map((all) => Object.fromEntries(ids.map((id, at) => [id, all[at] as readonly Planted[]])));
}

/** Least and most of a figure over every world. */
function overWorlds(planting: Planting, figure: (...of: Parameters<typeof countedByBruteForce>) => number): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { world, listed } of worlds(planting)) {
    const value = figure("f0", world, listed);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

const isWhole = (planting: Planting): boolean =>
  [...ownedByListed(graphOf(planting), "f0").upstream.firms.values()].every(({ closed, excess }) => !closed && excess === 0);
const isOpen = (planting: Planting): boolean =>
  [...ownedByListed(graphOf(planting), "f0").upstream.firms.values()].every(({ closed }) => !closed);

describe("against brute force over every world", () => {
  it.each([
    [2, 3, 200],
    [3, 3, 25],
    [4, 2, 8],
  ])("counts through chains of %i firms as the meet of all sets that fit does, at least and at most", (firms, mostOwners, numRuns) => {
    fc.assert(
      fc.property(plantings(firms, mostOwners), (planting) => {
        fc.pre(isOpen(planting));
        const { counted, answer } = ownedByListed(graphOf(planting), "f0");
        const [low, high] = overWorlds(planting, countedByBruteForce);
        expect([counted.low * 4, counted.high * 4]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
        expect(answer).toBe(low >= 2 ? "yes" : high < 2 ? "no" : "not known");
      }),
      { numRuns },
    );
  });

  it("multiplies along chains as a walk to the last owners does, at least and at most", () => {
    fc.assert(
      fc.property(plantings(2), (planting) => {
        fc.pre(isWhole(planting));
        const { multiplied } = ownedByListed(graphOf(planting), "f0");
        const [low, high] = overWorlds(planting, (firm, world, listed) => multipliedByWalking(firm, world, listed, 120));
        expect([multiplied.low, multiplied.high]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
      }),
      { numRuns: isLong ? 60 : 15 },
    );
  });

  it("agrees for seven firms that own one another in every way, all shares known", () => {
    const ids = Array.from({ length: 7 }, (_, at) => `f${at}`);
    const known = fc
      .tuple(
        ...ids.map((id) =>
          fc.array(fc.constantFrom("listed1", "listed2", "person", ...ids.filter((each) => each !== id)), { minLength: 4, maxLength: 4 }),
        ),
      )
      .map(
        (all): Planting =>
          Object.fromEntries(
            ids.map((id, at) => {
              const quarters = new Map<string, number>();
              for (const owner of all[at] as readonly string[]) quarters.set(owner, (quarters.get(owner) ?? 0) + 1);
              return [id, [...quarters].map(([owner, own]) => owns(owner, own))];
            }),
          ),
      );
    fc.assert(
      fc.property(known, (planting) => {
        fc.pre(isWhole(planting));
        const [{ world, listed }] = [...worlds(planting)] as [{ world: never; listed: ReadonlySet<string> }];
        const { counted, multiplied, answer } = ownedByListed(graphOf(planting), "f0");
        expect(counted).toEqual({ low: counted.high, high: counted.high });
        expect(counted.low * 4).toBeCloseTo(countedByBruteForce("f0", world, listed), 9);
        expect(multiplied.low).toBeCloseTo(multipliedByWalking("f0", world, listed, 4000), 6);
        expect(answer).not.toBe("not known");
      }),
      { numRuns: 150 },
    );
  });
});
