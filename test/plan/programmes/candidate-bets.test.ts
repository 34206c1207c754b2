import { describe, expect, it } from "vitest";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { effortOf } from "../../../src/plan/joint/improve.ts";
import { searchPlans } from "../../../src/plan/joint/search-plan.ts";
import type { BetChoices, BetFacts } from "../../../src/plan/programmes/bet-facts.ts";
import { type PlanJoint, planJoint } from "../../../src/plan/programmes/plan-joint.ts";
import { choices, economics, facts, problem } from "./small-bets.ts";

const same = (value: number): readonly [number, number, number] => [value, value, value];
const made = (of: BetFacts, given: Partial<BetChoices>): PlanJoint =>
  planJoint(of, choices({ unspent: 0, ...given }), economics(), [0, 0, 1], { worlds: 400, seed: 2 });
const chosen = ({ problem: joint, bets }: PlanJoint): readonly string[] => {
  const { chosen: isIn } = searchPlans(compileJoint(joint)).start(effortOf(200))!;
  return bets.filter((_, at) => isIn[at] === 1).map(({ id }) => id);
};

describe("a plan", () => {
  it("looks at less than half of the effort only for who has not the people or the money for it", () => {
    const names = (given: Partial<BetChoices>): readonly string[] => [
      ...new Set(made(facts([problem("a")]), given).bets.map(({ id }) => id.split(/[/+]/)[1]!)),
    ];
    const people = (each: number) => ({ people: [{ field: "material", byYear: new Array(10).fill(each) }] });
    expect(names({})).toEqual(["half", "full", "double"]);
    // Half of the effort is 50 researcher-years in two years.
    expect(names(people(25))).toEqual(["half", "full", "double"]);
    expect(names(people(24.9))).toEqual(["quarter", "three-eighths", "half", "full", "double"]);
    expect(names({ money: new Array(10).fill(7) })).toContain("quarter");
    expect(chosen(made(facts([problem("a")]), people(20)))).toEqual(["a/three-eighths+plant"]);
    expect(names({ required: ["a/quarter+plant"] })).toContain("quarter");
  });

  it("looks at what brings less than a thousandth of its cost only where what brings more leaves money over", () => {
    const market = { technology: "A", usd: same(1), part: same(1), isWhole: false };
    const of = facts([problem("a"), problem("b", { need: null, market })]);
    const looked = (money: readonly number[]): readonly string[] => [...new Set(made(of, { money }).bets.map((bet) => bet.problem.id))];
    // Double the effort with a plant takes 30.5, 30.5, 60 and 8.
    expect(looked([30.5, 30.5, 60, 8])).toEqual(["a"]);
    expect(looked([30.5, 30.5, 60, 9])).toEqual(["a", "b"]);
    expect(looked([1, 1, 1, 1])).toEqual(["a", "b"]);
  });
});
