import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCourse } from "../../../src/leverage/course/course.ts";
import { courseSteps } from "../../../src/leverage/course/steps.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { createForce } from "../../../src/leverage/halflife/force.ts";
import { type Holding, holdingOf } from "../../../src/leverage/halflife/holding.ts";
import { keptWhole } from "../../../src/leverage/halflife/kept.ts";
import { createReserve, reserveNumbers } from "../../../src/leverage/halflife/reserve.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import { buildSupplyMap } from "../../../src/measure/supply/supply-map.ts";
import { day } from "../../measure/rows.ts";
import { rowsOf, runs, worlds } from "../worlds.ts";

/** Imports of BB by origin, the same of every technology, or none that trade tells of. */
const imports = fc.option(
  fc
    .uniqueArray(fc.constantFrom("AA", "BB", "CC", "ZZ"), { minLength: 1, maxLength: 3 })
    .map((codes) => new Map(codes.map((code) => [code, 0.3]))),
  { nil: null },
);

/** Holdings of AA over BB that stop the technology itself, not varieties of it. */
function holdingsOf(world: Parameters<typeof rowsOf>[0], origins: ReadonlyMap<string, number> | null = null): readonly Holding[] {
  const model = compileModel(buildSupplyMap(rowsOf(world), { asOf: day }));
  const withholding = createWithholding(model);
  const all = model.map.technologies.map(({ index }) =>
    holdingOf(withholding, index, "AA", "BB", () => (origins ? new Map([[index, origins]]) : new Map())),
  );
  return all.filter(({ stops, technology }) => stops.length === 1 && stops[0]!.technology === technology);
}

describe("the force of a hold", () => {
  it("is what a course finds of the technology at the same months", () => {
    fc.assert(
      fc.property(worlds, fc.nat(99), imports, (world, draw, origins) => {
        for (const holding of holdingsOf(world, origins)) {
          const { model, target, parties, stops, technology: t } = holding;
          const steps = courseSteps();
          const course = createCourse({ model, targets: [target], senders: ["AA"], stops, steps, parties, backfill: true });
          const space = createInputSpace(model, { technologies: course.network.nodes, parties });
          const at = { seed: 1, draw };
          const inputs = space.draw(1, draw);
          course.run(inputs, at);
          const force = createForce(holding);
          force.read(inputs, at);
          const f = course.supply.flow[course.network.position[t]!]!;
          steps.middle.forEach((month, s) => {
            const slot = f * steps.middle.length + s;
            expect(force.at(month, true, [keptWhole])).toBeCloseTo(course.shortfall[slot]! * (1 - course.refilled[slot]!), 9);
          });
        }
      }),
      runs(100),
    );
  });

  it("lies between 0 and 1, and is nothing of what is no longer held", () => {
    fc.assert(
      fc.property(worlds, fc.nat(99), fc.double({ min: 0, max: 3, noNaN: true }), imports, (world, draw, part, origins) => {
        for (const holding of holdingsOf(world, origins)) {
          const force = createForce(holding);
          const space = createInputSpace(holding.model, { technologies: force.technologies, parties: holding.parties });
          force.read(space.draw(1, draw), { seed: 1, draw });
          const left = force.at(24, false, [() => part]);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(1);
          expect(force.at(24, false, [() => 0])).toBe(0);
        }
      }),
      runs(100),
    );
  });
});

describe("a hold in reserve", () => {
  it("is worth the same later where nothing wears it down, less where half of it is gone, and leaves the inputs as they were", () => {
    fc.assert(
      fc.property(worlds, fc.nat(99), imports, (world, draw, origins) => {
        for (const holding of holdingsOf(world, origins)) {
          const force = createForce(holding);
          const space = createInputSpace(holding.model, { technologies: force.technologies, parties: holding.parties });
          const reserve = createReserve(holding, space.middle);
          const numbers = (kept: (month: number) => number): Float64Array => {
            const into = new Float64Array(reserveNumbers.length);
            const inputs = space.draw(1, draw);
            reserve.read(inputs, { seed: 1, draw }, [kept], into);
            expect(inputs.hold[holding.technology]).toBe(1);
            return into;
          };
          const number = (of: Float64Array, name: string): number => of[reserveNumbers.indexOf(name)]!;
          const [whole, same, half] = [numbers(keptWhole), numbers(() => 1), numbers(() => 0.5)];
          expect(same).toEqual(whole);
          expect(number(whole, "held 5")).toBe(number(whole, "acted 0-12"));
          expect(number(half, "held 5")).toBeLessThanOrEqual(number(whole, "held 5") + 1e-9);
          expect(number(half, "acted 0-12")).toBe(number(whole, "acted 0-12"));
        }
      }),
      runs(60),
    );
  });
});
