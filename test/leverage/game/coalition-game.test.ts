import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Course, createCourse } from "../../../src/leverage/course/course.ts";
import { targetParty } from "../../../src/leverage/course/parties.ts";
import { stepsUntil } from "../../../src/leverage/course/steps.ts";
import type { Inputs } from "../../../src/leverage/draw/inputs.ts";
import { banOf, partsOf } from "../../../src/leverage/game/banned-stops.ts";
import { createLeverageMatrix, leverageMatrix } from "../../../src/leverage/game/leverage-matrix.ts";
import { shapleySplit } from "../../../src/leverage/game/shapley.ts";
import { outsiderRoles } from "../../../src/leverage/members.ts";
import { reachAgainst } from "../../../src/leverage/reach.ts";
import { untraded } from "../../../src/leverage/target.ts";
import { place, product, requirement, rule, share, technology } from "../../measure/rows.ts";
import { rowsOf, runs, worlds } from "../worlds.ts";
import { gameOf, valuesOf } from "./game-of.ts";

const ways = fc.constantFrom(...outsiderRoles);
const draws = fc.option(fc.nat(99));

/** Mean loss of a course over a year, USD bn. */
function usdOf({ network, lost, making, question }: Course, { value }: Inputs): number {
  const { width } = question.steps;
  let sum = 0;
  network.productRank.forEach((j, p) => {
    for (let s = 0; s < width.length; s++) sum += (value[j]! * making.make[j]! * lost[p * width.length + s]! * width[s]!) / 12;
  });
  return sum;
}

describe("a coalition", () => {
  it("of no one harms no one, and its parts by Shapley sum to what all do, in every draw", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, ways, draws, async (world, outsiders, draw) => {
        const { question, space } = gameOf(rowsOf(world), { outsiders });
        const [values] = await valuesOf(question, space, draw);
        const split = new Float64Array(3);
        shapleySplit(values, 3, split);
        expect(values[0]).toBe(0);
        expect(split.reduce((sum, part) => sum + part, 0)).toBeCloseTo(values[7]!, 9);
      }),
      runs(150),
    );
  });

  it("has nothing from a member that supplies nothing and reaches nothing", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, ways, draws, async (world, outsiders, draw) => {
        const { question, space } = gameOf(rowsOf(world), { outsiders, members: ["CC", "XX", "DD"] });
        const [values] = await valuesOf(question, space, draw);
        const split = new Float64Array(3);
        shapleySplit(values, 3, split);
        expect(split[1]).toBe(0);
      }),
      runs(150),
    );
  });

  it("gives equal parts to members that hold the same of everything", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, ways, async (world, outsiders) => {
        const twins = rowsOf(world);
        const share = twins.share.flatMap((row) =>
          row.holder === "CC" || row.holder === "DD"
            ? row.holder === "CC" && row.low !== null
              ? ["CC", "DD"].map((holder) => ({ ...row, holder, low: row.low! / 2, high: row.high! / 2 }))
              : []
            : [row],
        );
        const { question, space } = gameOf({ ...twins, share }, { outsiders });
        const [values] = await valuesOf(question, space, null);
        const split = new Float64Array(3);
        shapleySplit(values, 3, split);
        expect(split[1]).toBeCloseTo(split[2]!, 9);
      }),
      runs(150),
    );
  });

  it("does what the same act does by itself, whoever turned before", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.boolean(), draws, async (world, backfill, draw) => {
        const { question, space, model } = gameOf(rowsOf(world), { outsiders: backfill ? "backfilling" : "neutral" });
        const [values] = await valuesOf(question, space, draw);
        const steps = stepsUntil(12);
        const reach = reachAgainst(model, "BB");
        for (let mask = 1; mask < 8; mask++) {
          const senders = question.members.filter((_, i) => mask & (1 << i));
          const stops = question.technologies
            .map((t) => banOf(model, t, [0], partsOf(model, reach, senders, t, untraded("BB"))))
            .filter(({ parts }) => parts.length > 0);
          const course = createCourse({
            model,
            targets: [targetParty(model, "BB")],
            senders,
            stops,
            steps,
            parties: question.parties,
            backfill,
          });
          const inputs = draw === null ? space.middle : space.draw(1, draw);
          course.run(inputs, draw === null ? null : { seed: 1, draw });
          expect(usdOf(course, inputs)).toBeCloseTo(values[mask]!, 9);
        }
      }),
      runs(60),
    );
  });
});

describe("the matrix", () => {
  it("has in each cell what a coalition of one does, and no cell for oneself", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const parties = ["AA", "BB", "CC", "GG"];
        const { question, space } = gameOf(rowsOf(world), { parties });
        const matrix = createLeverageMatrix({ ...question, senders: parties, targets: parties });
        const cells = await leverageMatrix(matrix, space, { draws: 2, seed: 1 });
        expect(cells.map(({ from, on }) => `${from}${on}`).sort()).toEqual([
          "AABB",
          "AACC",
          "BBAA",
          "BBCC",
          "CCAA",
          "CCBB",
          "CCGG",
          "GGCC",
        ]);
        for (const { from, on, numbers } of cells) {
          const [values, game] = await valuesOf({ ...question, target: on, members: [from] }, space, null);
          expect(numbers.usd.middle).toBeCloseTo(values[1]!, 9);
          expect(numbers.net.middle).toBeCloseTo(values[1]! - game.cost(), 9);
        }
      }),
      runs(60),
    );
  });
});

/** CC makes all the tools, DD a gas that AA makes as well; a chip needs both. */
const small = {
  technology: [technology("tool", { kind: "tool" }), technology("gas"), product("chip")],
  share: [share("tool", "CC", 1), share("gas", "DD", 0.4), share("gas", "AA", 0.6)],
  requirement: [requirement("chip", "tool", "blocking"), requirement("chip", "gas", "blocking")],
  product_place: [place("chip", "BB", "make", 0.5), place("chip", "AA", "make", 0.5)],
};

describe("a rule that reaches further", () => {
  it("gives a member a part that it would not have without", async () => {
    const partOf = async (reach: ReturnType<typeof rule>[]): Promise<number> => {
      const { question, space } = gameOf({ ...small, reach }, { members: ["US", "DD"], unit: "output" });
      const [values] = await valuesOf(question, space, null);
      const split = new Float64Array(2);
      shapleySplit(values, 2, split);
      return split[0]!;
    };
    expect(await partOf([])).toBe(0);
    expect(await partOf([rule("tool", "US", "CC", { customers: "BB" })])).toBeGreaterThan(0.1);
  });
});
