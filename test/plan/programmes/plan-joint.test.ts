import { describe, expect, it } from "vitest";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { createDraft } from "../../../src/plan/joint/draft.ts";
import { effortOf } from "../../../src/plan/joint/improve.ts";
import { searchPlans } from "../../../src/plan/joint/search-plan.ts";
import type { BetChoices, BetFacts } from "../../../src/plan/programmes/bet-facts.ts";
import { addedBeside, type PlanJoint, planJoint } from "../../../src/plan/programmes/plan-joint.ts";
import { presentYears } from "../../../src/plan/worlds/draw-worlds.ts";
import { choices, economics, facts, problem } from "./small-bets.ts";

/** All is withheld whenever an act is. */
const refused = [0, 0, 1] as const;
const made = (of: BetFacts, given: Partial<BetChoices> = {}, inputs = {}, worlds = 400): PlanJoint =>
  planJoint(of, choices(given), economics(inputs), refused, { worlds, seed: 2 });
const solved = (joint: PlanJoint) => searchPlans(compileJoint(joint.problem)).start(effortOf(200))!;
const worthWithout = (joint: PlanJoint): number => createDraft(compileJoint(joint.problem)).value();
const chosen = (joint: PlanJoint): readonly string[] => joint.bets.filter((_, at) => solved(joint).chosen[at] === 1).map(({ id }) => id);

describe("a plan as a joint problem", () => {
  it("never brings more resilience than is lost without it", () => {
    const joint = made(facts([problem("a"), problem("b"), problem("c")]), { unspent: 0 });
    const lost = joint.sales - worthWithout(joint);
    expect(lost).toBeGreaterThan(0);
    const gain = solved(joint).value - worthWithout(joint);
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeLessThanOrEqual(lost + 1e-9);
  });

  it("is worth what the chance that it works and its capacity say, in the mean over worlds", () => {
    const joint = made(
      facts([problem("a", { lead: [0, 0, 0] })]),
      { unspent: 0, required: ["a/full+plant"] },
      { "pilot-years": 0.01, "research-years": 0.01, "ramp-years": 0.001, withheld: 0.999999, correlation: 0 },
      4000,
    );
    const gain = solved({ ...joint }).value - worthWithout(joint);
    const [full] = joint.bets.filter(({ id }) => id === "a/full+plant");
    // Withheld nearly always: value of the horizon x works x the part of it that is withheld, kept by a posture of 6/7 in the mean.
    const all = 100 * presentYears({ years: 15, discount: 0.05 });
    expect(gain / all).toBeGreaterThan(0.85 * full!.works * Math.min(0.8, 6 / 7));
    expect(gain / all).toBeLessThan(1.1 * full!.works * 0.8);
  });

  it("brings no resilience without own sales, and no supply without a plant", () => {
    const none = made(facts([problem("a")], { sales: [] }));
    expect(none.sales).toBe(0);
    expect(chosen(none)).toEqual([]);
    const research = made(facts([problem("a", { need: null })]), { unspent: 0 });
    expect(research.bets).toEqual([]);
  });

  it("chooses of the next generation alone where asked", () => {
    const of = facts([problem("a"), problem("b", { isNext: true })]);
    expect(chosen(made(of, { unspent: 0, generation: "next" })).every((id) => id.startsWith("b/"))).toBe(true);
    expect(made(of, { generation: "next" }).bets.every(({ problem: { isNext } }) => isNext)).toBe(true);
  });

  it("is bound by money, people, follow-up work and diversification", () => {
    const of = facts([problem("a"), problem("b", { technology: "J", maturity: "production" })]);
    expect(chosen(made(of, { unspent: 0, money: new Array(10).fill(0) }))).toEqual([]);
    expect(chosen(made(of, { unspent: 0, people: [{ field: "material", byYear: new Array(10).fill(10) }] }))).toEqual([]);
    expect(chosen(made(of, { unspent: 0, followUp: 0 }))).toEqual([]);
    expect(chosen(made(of, { unspent: 0, originality: 0.95 }))).toEqual([]);
    expect(chosen(made(of, { unspent: 0, followUp: 0.2 })).length).toBeGreaterThan(0);
    expect(chosen(made(of, { unspent: 0, diversification: 0 }))).toEqual([]);
  });

  it("gains no less on its own worlds with ten times the money", () => {
    const of = facts([problem("a"), problem("b"), problem("c")]);
    const gain = (money: number): number => {
      const joint = made(of, { money: new Array(10).fill(money) });
      return solved(joint).value - worthWithout(joint);
    };
    expect(gain(200)).toBeGreaterThanOrEqual(gain(20));
  });

  it("waits for its clock: what can be used later supplies less", () => {
    const gain = (year: number): number => {
      const joint = made(facts([problem("a", { clock: [year, year, year] })]), { unspent: 0 });
      return solved(joint).value - worthWithout(joint);
    };
    expect(gain(2036)).toBeLessThan(gain(2027));
    expect(gain(2060)).toBeCloseTo(0, 9);
  });
});

describe("what a programme that serves nothing would add", () => {
  it("counts what its claims exclude beside those of the plan, as the joint problem does", () => {
    const same = (value: number): readonly [number, number, number] => [value, value, value];
    const claims = { valid: same(0.5), readOn: same(0.4), designAround: same(0.5) };
    const sale = {
      jurisdiction: "H",
      product: "P",
      usd: same(1e6),
      granted: same(0.8),
      held: same(0.1),
      technologies: new Map([["A", claims]]),
    };
    const of = facts([problem("a", { need: null }), problem("b", { need: null })], { rights: [sale] });
    const weights = { resilience: 1, income: 1, clout: 0.2 };
    const { bets, problem: joint } = made(of, { weights });
    const draft = createDraft(compileJoint(joint));
    const [first, second] = ["a/full", "b/double"].map((id) => bets.findIndex((bet) => bet.id === id)) as [number, number];
    const added = (chosen: readonly number[]) =>
      addedBeside(
        chosen.map((at) => bets[at]!),
        of,
        choices({ weights }),
        economics(),
      )(bets[second]!);
    expect(added([])).toBeGreaterThan(0);
    expect(added([])).toBeCloseTo(draft.effect(second), 6);
    draft.apply(draft.entry(first));
    expect(added([first])).toBeCloseTo(draft.effect(second), 6);
    expect(added([first])).toBeLessThan(added([]));
  });
});
