import { describe, expect, it } from "vitest";
import { readEconomics, withFileInputs } from "../../src/answers/plan-economics.ts";
import { planFileJsonSchema, readPlanText } from "../../src/answers/plan-file.ts";
import { listPlans, readyPlan, readyPlanIds } from "../../src/answers/ready-plans.ts";
import type { LevermapError } from "../../src/base/errors.ts";

function faultOf(content: string): LevermapError {
  try {
    readPlanText("mine.yaml", content);
  } catch (thrown) {
    return thrown as LevermapError;
  }
  throw new Error("it was read");
}

const least = "name: Mine\nhome: XA\nmoney: 10\n";

describe("a plan file", () => {
  it("needs a name, a home and money, and has defaults for the rest", () => {
    const plan = readPlanText("mine.yaml", least);
    expect(plan).toMatchObject({
      years: 8,
      objective: { exposure: 1, freedom: 1, bargaining: 1, option: 1 },
      dependencies: false,
      gap: 1e-3,
      seconds: 60,
    });
  });

  it("counts gains that the objective does not name as 1", () => {
    expect(readPlanText("mine.yaml", `${least}objective: { option: 3 }`).objective).toEqual({
      exposure: 1,
      freedom: 1,
      bargaining: 1,
      option: 3,
    });
  });

  it.each([
    ["home: XA\nmoney: 1", "name: is missing"],
    [`${least}partner: [XB]`, "nothing is called `partner` here; did you mean `partners`?"],
    [`${least}years: 0`, "years: is less than 1"],
    [`${least}researchers: { tools: 3 }`, "tool"],
    ["name: Mine\nhome: XA\nmoney: -1", "money: is less than 0"],
    [`${least}as_of: 2026-02-30`, "as_of: is no day of the calendar, YYYY-MM-DD"],
    [`${least}inputs: [{ id: family, low: 2, high: 1 }]`, "input 1: has its higher end first"],
    ["name: [", "the file:"],
  ])("says what is wrong with %j", (content, told) => {
    const fault = faultOf(content);
    expect(fault.code).toBe("LM_PLAN_INVALID");
    expect(fault.message).toContain(told);
  });

  it("has a JSON schema with what it needs", () => {
    expect(planFileJsonSchema()).toMatchObject({ required: ["name", "home", "money"] });
  });
});

describe("ready plans", () => {
  it("are at least six, of economies, a group and organisations, and every one can be read", () => {
    const plans = readyPlanIds().map((id) => readyPlan(id));
    expect(plans.length).toBeGreaterThanOrEqual(6);
    expect(new Set(plans.map(({ home }) => home)).size).toBe(plans.length);
    expect(listPlans().plans.map(({ id }) => id)).toEqual(readyPlanIds());
  });

  it("are found by names near in spelling", () => {
    expect(() => readyPlan("nl-equipmant")).toThrow(/did you mean "nl-equipment"/);
  });
});

const head = "id,scope,low,high,unit,grade,source,note\n";

describe("the inputs of a plan", () => {
  it("are assumed without a source, or have one", () => {
    expect(readEconomics(`${head}cost,,1,2,USD m,assumed,,why`)[0]).toMatchObject({
      id: "cost",
      low: 1,
      high: 2,
      source: null,
      given: "table",
    });
    expect(() => readEconomics(`${head}cost,,1,2,USD m,published,,why`)).toThrow(/assumed with a source, or not assumed without one/);
    expect(() => readEconomics(`${head}cost,,2,1,USD m,assumed,,why`)).toThrow(/lower end above the upper/);
    expect(() => readEconomics(`${head}cost,,1,2,USD m,assumed,,why\ncost,,1,3,USD m,assumed,,why`)).toThrow(/stands there twice/);
    expect(() => readEconomics(`${head}cost,,1,2,USD m,assumed,,`)).toThrow(/`note` is empty/);
  });

  const table = readEconomics(`${head}cost,,1,2,USD m,assumed,,why\nsize,tool,1,2,a,assumed,,why\nsize,material,3,4,a,assumed,,why`);
  const isTechnology = (id: string): boolean => id === "oven";
  const ends = (own: Parameters<typeof withFileInputs>[1]) =>
    withFileInputs(table, own, isTechnology).inputs.map(({ id, scope, low, high, grade }) => `${id} ${scope} ${low} ${high} ${grade}`);

  it("may be given in the file for all, for a scope or for a technology, and stay assumed without a source", () => {
    expect(ends([{ id: "size", low: 9, high: 9 }])).toEqual(["cost  1 2 assumed", "size tool 9 9 assumed", "size material 9 9 assumed"]);
    expect(ends([{ id: "size", scope: "tool", low: 9, high: 9, source: "A report" }])).toEqual([
      "cost  1 2 assumed",
      "size material 3 4 assumed",
      "size tool 9 9 published",
    ]);
    expect(ends([{ id: "cost", scope: "oven", low: 9, high: 9 }])).toContain("cost oven 9 9 assumed");
  });

  it("must be known", () => {
    expect(withFileInputs(table, [{ id: "costs", low: 1, high: 1 }], isTechnology).problems).toEqual([
      'input 1: no input "costs"; did you mean "cost"?',
    ]);
    expect(withFileInputs(table, [{ id: "size", scope: "stove", low: 1, high: 1 }], isTechnology).problems).toEqual([
      'input 1: size has no scope "stove"',
    ]);
  });
});
