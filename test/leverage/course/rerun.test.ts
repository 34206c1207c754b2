import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Course, createCourse } from "../../../src/leverage/course/course.ts";
import { targetParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps } from "../../../src/leverage/course/steps.ts";
import { ownParts } from "../../../src/leverage/course/stopped-parts.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { createTechnologyCourse } from "../../../src/leverage/scenario/technology-course.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import { buildSupplyMap } from "../../../src/measure/supply/supply-map.ts";
import { day } from "../../measure/rows.ts";
import type { World } from "../oracle.ts";
import { rowsOf, runs, worlds } from "../worlds.ts";
import { type Compiled, courseOf, courseRuns, plans } from "./stories.ts";

const senders = ["AA", "CC", "DD"];

/** Everything withheld from BB by three senders, some of it later and with service. */
function coursesOf(world: World) {
  const model = compileModel(buildSupplyMap(rowsOf(world), { asOf: day }));
  const { seeds } = createWithholding(model);
  const technologies = [...new Set(model.map.technologies.flatMap(({ index }) => seeds(index)))];
  const stops = technologies.map((technology, i) => ({
    technology,
    targets: [0],
    parts: ownParts(model, senders, technology),
    class: "ban" as const,
    start: i % 2 === 0 ? 0 : 5,
    notice: i % 3,
    easing: [],
    service: i % 2 === 0,
    repair: null,
  }));
  const parties = ["BB", ...senders];
  const question = { model, targets: [targetParty(model, "BB")], senders, stops, steps: courseSteps([5]), parties, backfill: true };
  const space = createInputSpace(model, { technologies: [...model.map.technologies.keys()], parties });
  return { space, course: createCourse(question), fresh: createCourse(question) };
}

const found = ({ lost, growthLost, useLost, shortfall, netShortfall, refilled, denials }: Course) =>
  [lost, growthLost, useLost, shortfall, netShortfall, refilled, denials.gone, denials.freed].map((array) => array.slice());

describe("a course that is run again", () => {
  it("finds what a whole run finds, whoever came and went before", () => {
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1 }), { maxLength: 6 }),
        fc.nat(9),
        (world, moves, draw) => {
          const { space, course, fresh } = coursesOf(world);
          const active = new Uint8Array(3);
          const inputs = space.draw(1, draw);
          const at = { seed: 1, draw };
          course.run(inputs, at, active);
          for (const move of moves) {
            for (const sender of move) active[sender] = 1 - active[sender]!;
            course.rerun([...new Set(move)], inputs, active);
            fresh.run(inputs, at, active);
            expect(found(course)).toEqual(found(fresh));
          }
        },
      ),
      runs(300),
    );
  });
});

describe("a draw", () => {
  it("finds what a new course finds, whatever was run before", () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), (plan, draws) => {
        const used = courseOf(plan);
        if (!used) return;
        for (const draw of draws) {
          const fresh = courseOf(plan)!;
          const at = { seed: 1, draw };
          used.course.run(used.space.draw(1, draw), at);
          fresh.course.run(fresh.space.draw(1, draw), at);
          expect(found(used.course)).toEqual(found(fresh.course));
        }
      }),
      courseRuns(300),
    );
  });
});

describe("a course of which only the use of stock has changed", () => {
  it("tells of what is held in stock what a whole run tells", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [again, fresh] = [courseOf(plan), courseOf(plan)];
        if (!again || !fresh) return;
        const countedAtOrigin = ({ course }: Compiled, run: (stocked: Int32Array) => void): Float64Array => {
          const technologies = createTechnologyCourse(course);
          run(technologies.stocked);
          const into = new Float64Array(technologies.metrics.length);
          technologies.read(inputs, into);
          return into.filter((_, i) => technologies.metrics[i]!.kind === "usedUp");
        };
        const inputs = again.space.middle;
        again.course.run(inputs);
        inputs.rationing.fill(0);
        const whole = countedAtOrigin(fresh, () => fresh.course.run(inputs));
        expect(countedAtOrigin(again, (stocked) => again.course.restock(stocked, inputs))).toEqual(whole);
      }),
      courseRuns(300),
    );
  });
});
