import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileModel } from "../../src/leverage/model.ts";
import { noReach } from "../../src/leverage/reach.ts";
import { type Target, targetOf } from "../../src/leverage/target.ts";
import { createWithholding, type Withholding } from "../../src/leverage/withholding.ts";
import { worldWithout } from "../../src/leverage/world-target.ts";
import { buildSupplyMap } from "../../src/measure/supply/supply-map.ts";
import { day } from "../measure/rows.ts";
import { drawOf, middleOf } from "./draws.ts";
import { lossOf, seedsOf, type World } from "./oracle.ts";
import { economies, group, rowsOf, runs, worlds } from "./worlds.ts";

/** The composer may leave out effects that sum to this much of final output. */
const leftOut = 1e-4;

type Home = "AA" | "GG" | "world without DD";

interface Case {
  readonly withholding: Withholding;
  readonly target: Target;
  /** Economies whose making and use tell the home's. */
  readonly placed: readonly string[];
  readonly members: ReadonlySet<string>;
  readonly complement: boolean;
}

function caseOf(world: World, home: Home): Case {
  const withholding = createWithholding(compileModel(buildSupplyMap(rowsOf(world), { asOf: day })));
  const { model } = withholding;
  if (home === "world without DD") {
    const members = new Set([...economies.filter((economy) => economy !== "DD"), "rest"]);
    return { withholding, target: worldWithout(model, "DD"), placed: ["DD"], members, complement: true };
  }
  const placed = home === "GG" ? group.members : [home];
  return { withholding, target: targetOf(model, home), placed, members: new Set(placed), complement: false };
}

const homes = fc.constantFrom<Home>("AA", "GG", "world without DD");
const senderSets = fc.constantFrom(["DD"], ["CC"], ["CC", "DD"], []);
const cases = fc.tuple(worlds, homes, senderSets, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }));

function withheldIn(world: World): readonly string[] {
  return world.nodes.filter(({ id }) => seedsOf(world, id).length > 0).map(({ id }) => id);
}

describe("loss against the oracle", () => {
  it("equals it where every input stands in the middle", () => {
    fc.assert(
      fc.property(cases, ([world, home, senders]) => {
        const { withholding, target, placed, members, complement } = caseOf(world, home);
        const who = complement ? ["DD"] : senders;
        const draw = middleOf(world, placed, complement);
        for (const id of withheldIn(world)) {
          const wanted = lossOf(world, draw, members, new Set(who), id);
          const [, mid] = withholding.lossInterval(
            { target, senders: who, reach: noReach(withholding.model) },
            withholding.model.map.indexOf.get(id)!,
          );
          if (wanted === null) continue;
          expect(mid.total).toBeLessThanOrEqual(wanted + 1e-9);
          expect(mid.total).toBeGreaterThanOrEqual(wanted - leftOut - 1e-9);
        }
      }),
      runs(2000),
    );
  });

  it("lies within the interval wherever the inputs lie within theirs", () => {
    fc.assert(
      fc.property(cases, ([world, home, senders, seeds]) => {
        const { withholding, target, placed, members, complement } = caseOf(world, home);
        const who = complement ? ["DD"] : senders;
        for (const id of withheldIn(world)) {
          const [low, , high] = withholding.lossInterval(
            { target, senders: who, reach: noReach(withholding.model) },
            withholding.model.map.indexOf.get(id)!,
          );
          for (const seed of seeds) {
            const loss = lossOf(world, drawOf(world, placed, seed, complement), members, new Set(who), id);
            if (loss === null) continue;
            expect(loss).toBeGreaterThanOrEqual((low.total ?? 0) - 1e-9);
            expect(loss).toBeLessThanOrEqual((high.total ?? 0) + leftOut + 1e-9);
          }
        }
      }),
      runs(2000),
    );
  });
});
