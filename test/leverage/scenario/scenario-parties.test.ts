import { describe, expect, it } from "vitest";
import { createCourse } from "../../../src/leverage/course/course.ts";
import { targetParty, worldParty } from "../../../src/leverage/course/parties.ts";
import { courseSteps } from "../../../src/leverage/course/steps.ts";
import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { createScenarioRun } from "../../../src/leverage/scenario/run-scenario.ts";
import { namesOf, scenarioParties, targetsOf } from "../../../src/leverage/scenario/scenario-parties.ts";
import { share } from "../../measure/rows.ts";
import { act, compiled, days, loss, modelOf } from "./scenario-world.ts";

/** CC makes 0.6 of the gas and 0.3 of the chips, BB the rest of the gas and 0.2 of the chips, AA and whoever else the other chips. */
const model = modelOf();
const of = (...measures: Parameters<typeof compiled>[1]) => compiled(model, measures);

describe("who is in a scenario", () => {
  it("is targets and senders, and with the world as target also everyone it is reported without", () => {
    const { targets, senders, question } = of(act({ senders: ["firm-c"], targets: ["world", "AA"] }));
    expect(targets.map(({ code }) => code)).toEqual(["AA", "world"]);
    expect(targets[1]!.leaves).toEqual(["CC", "AA"]);
    expect(senders).toEqual(["firm-c"]);
    expect(question.parties).toEqual(["AA", "CC", "BB", "firm-c"]);
  });

  it("leaves the making of a firm's seat out of what all the world but the firm makes", () => {
    const scenario = of(act({ senders: ["firm-c"], targets: ["world"] }));
    const run = createScenarioRun(scenario);
    run.run(0);
    // CC makes 0.3 of the chips: 0.7 are everybody else's, who need 0.7 of the gas and have 0.4; firm-c is half of the 0.6 of CC.
    const course = createCourse(scenario.question);
    course.run(run.middle);
    expect(course.making.make[0]).toBeCloseTo(0.7, 12);
    expect(course.lost[0]).toBeCloseTo(((0.7 - 0.4) * 0.5) / 0.7, 9);
  });

  it("refuses a course without a place for a target, or for whom one leaves out", () => {
    const ask = (target: ReturnType<typeof targetParty>, parties: readonly string[]) => () =>
      createCourse({ model, targets: [target], senders: [], stops: [], steps: courseSteps(), parties, backfill: true });
    expect(ask(worldParty(model, ["CC"]), ["BB"])).toThrow("no place among the parties for CC");
    expect(ask(worldParty(model, ["CC"]), ["CC"])).toThrow("no place among the parties for BB");
    expect(ask(targetParty(model, "AA"), ["BB"])).toThrow("no place among the parties for AA");
    expect(ask(targetParty(model, "firm-c"), [])).not.toThrow();
    expect(ask(worldParty(model, ["UU", "CC"]), ["UU", "BB", "AA"])).not.toThrow();
  });

  it("tells who loses capacity beside everyone else, but not what it loses where no source says what it makes", () => {
    const told = of(loss({ kind: "economy", id: "BB", economy: "BB", organisation: null }));
    expect([told.targets.map(({ code }) => code), told.untold]).toEqual([["BB", "world"], []]);
    const untold = of(loss({ kind: "economy", id: "DD", economy: "DD", organisation: null }));
    expect([untold.targets.map(({ code }) => code), untold.untold]).toEqual([["world"], ["DD"]]);
    expect(untold.question.parties).toEqual(["CC", "BB", "AA"]);
  });

  it("counts as everyone else's what an economy makes of which no source tells: no need of its own stands in for the loss", () => {
    const made = modelOf({ share: [share("gas", "CC", 0.6), share("gas", "DD", 0.4)] });
    const { question } = compiled(made, [loss({ kind: "economy", id: "DD", economy: "DD", organisation: null }, { repair: null })]);
    const course = createCourse(question);
    course.run(createInputSpace(made, { technologies: course.network.nodes, parties: question.parties }).middle);
    expect([course.supply.need[0], course.lost[0]]).toEqual([1, expect.closeTo(0.4, 12)]);
  });

  it("tells apart whom a loss of capacity names, after who loses it, and everyone else without them", () => {
    const holder = { kind: "economy" as const, id: "BB", economy: "BB", organisation: null };
    const { targets, question } = of(loss(holder, { apart: ["AA", "BB"] }));
    expect(targets.map(({ code }) => code)).toEqual(["BB", "AA", "world"]);
    expect(targets[2]!.leaves).toEqual(["BB", "AA"]);
    expect(question.stops[0]!.targets).toEqual([0, 1, 2]);
  });

  it("has as followers whoever else holds what is kept back, but not for an act on the world", () => {
    const scenario = { outsiders: "following" as const, measures: [act({ senders: ["BB"], targets: ["AA"] })] };
    const { senders, followers } = scenarioParties(model, scenario, () => ["CC", "BB"]);
    expect([senders, [...followers]]).toEqual([["BB", "CC"], ["CC"]]);
    expect(compiled(model, scenario.measures, "following").followers).toEqual(new Set(["CC"]));
    expect(compiled(model, [act({ senders: ["BB"], targets: ["world"] })], "following").followers).toEqual(new Set());
  });

  it("hits the targets that a measure names; all but the senders where that is the world; everyone by a loss", () => {
    const { targets } = of(act({ senders: ["BB"], targets: ["world"] }), act({ senders: ["CC"], targets: ["AA", "BB"] }));
    expect(targets.map(({ code }) => code)).toEqual(["AA", "BB", "world"]);
    expect(targetsOf(model, act({ senders: ["CC"], targets: ["BB"] }), targets)).toEqual([1]);
    expect(targetsOf(model, act({ senders: ["BB"], targets: ["world"] }), targets)).toEqual([0, 2]);
    expect(targetsOf(model, loss({ kind: "economy", id: "CC", economy: "CC", organisation: null }), targets)).toEqual([0, 1, 2]);
  });

  it("is called by rules by its own name, that of its seat, and of a group's members", () => {
    expect(namesOf(model, targetParty(model, "firm-c"))).toEqual(["firm-c", "CC"]);
    expect(namesOf(model, targetParty(model, "UU"))).toEqual(["UU", "CC", "EE"]);
    expect(namesOf(model, worldParty(model, []))).toEqual([]);
  });

  it("counts its months from the first effect of any measure", () => {
    const late = act({ senders: ["BB"], targets: ["AA"], from: days("2026-05-01") });
    expect(of(late, act({ senders: ["CC"], targets: ["AA"], from: days("2026-03-01") })).start).toBe(days("2026-03-01"));
  });
});
