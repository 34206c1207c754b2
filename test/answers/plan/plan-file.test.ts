import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { economicInputs, readEconomics, withFileInputs } from "../../../src/answers/economics/plan-economics.ts";
import { hasRange, outOfRange } from "../../../src/answers/economics/plan-input-ranges.ts";
import { listPlans, planFileJsonSchema, readPlanText, readyPlan, readyPlanIds } from "../../../src/answers/plan/plan-file.ts";
import { bundledFile } from "../../../src/base/built-file.ts";
import type { LevermapError } from "../../../src/base/errors.ts";
import { createExclusionTerms } from "../../../src/leverage/exclusion/exclusion-terms.ts";

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
    [`${least}as_of: 2026-02-30`, "as_of: is not a valid day (YYYY-MM-DD)"],
    [`${least}inputs: [{ id: family, low: 2, high: 1 }]`, "input 1: has its higher end first"],
    ["name: [", "the file:"],
    [`{"name": ${"[".repeat(30_000)}${"]".repeat(30_000)}}`, "the file: it is nested more than 32 deep"],
  ])("says what is wrong with %.60j", (content, told) => {
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
    expect(() => readEconomics(`${head}cost,,1,2,USD m,assumed,,why\ncost,,1,3,USD m,assumed,,why`)).toThrow(/is there twice/);
    expect(() => readEconomics(`${head}cost,,1,2,USD m,assumed,,`)).toThrow(/`note` is empty/);
  });

  const table = readEconomics(`${head}cost,,1,2,USD m,assumed,,why\nsize,tool,1,2,a,assumed,,why\nsize,material,3,4,a,assumed,,why`);
  const names = { isTechnology: (id: string) => id === "oven", isSource: (name: string) => name === "A report" };
  const ends = (own: Parameters<typeof withFileInputs>[1]) =>
    withFileInputs(table, own, names).inputs.map(({ id, scope, low, high, grade }) => `${id} ${scope} ${low} ${high} ${grade}`);

  it("may be given in the file for all, for a scope or for a technology, and stay assumed without a source", () => {
    expect(ends([{ id: "size", low: 9, high: 9 }])).toEqual(["cost  1 2 assumed", "size tool 9 9 assumed", "size material 9 9 assumed"]);
    expect(ends([{ id: "size", scope: "tool", low: 9, high: 9, source: "A report" }])).toEqual([
      "cost  1 2 assumed",
      "size material 3 4 assumed",
      "size tool 9 9 published",
    ]);
    expect(ends([{ id: "cost", scope: "oven", low: 9, high: 9 }])).toContain("cost oven 9 9 assumed");
  });

  it("of a technology stand in the place of those fitted for parts of it", () => {
    const fitted = ["oven, low", "oven, low, many", "ovens, low"].map((scope) => ({ ...table[1]!, scope }));
    const given = withFileInputs([...table, ...fitted], [{ id: "size", scope: "oven", low: 9, high: 9 }], names).inputs;
    expect(given.map(({ scope }) => scope)).toEqual(["", "tool", "material", "ovens, low", "oven"]);
  });

  const bundled = readEconomics(readFileSync(bundledFile("plan/economics.csv"), "utf8"));

  it.each([
    ["withheld", 2, 3, "withheld (chance in a year) is from 0 to 1, not 2 to 3"],
    ["top-tenth", 3, 4, "top-tenth (chance a family) is from 0 to 1, not 3 to 4"],
    ["families", 1e15, 1e15, "families (families a programme) is from 1 to 10000, not 1000000000000000"],
    ["families", 0, 0, "families (families a programme) is from 1 to 10000, not 0"],
    ["discount", -5, -1, "discount (a year) is from 0 to 1, not -5 to -1"],
    ["horizon", 1e9, 1e9, "horizon (years from the first) is from 1 to 50, not 1000000000"],
    ["supply", 50, 50, "supply (part of world supply) is from 0 to 1, not 50"],
    ["least", 2, 3, "least (part of a programme) is from 0.01 to 1, not 2 to 3"],
    ["partner-part", 5, 5, "partner-part (part of the cost) is from 0.01 to 1, not 5"],
    ["yield", -1, 1, "yield (times the families planned) is from 0.01 to 100, not -1 to 1"],
    ["programme-years", 0, 0, "programme-years (years) is from 0.1 to 50, not 0"],
    ["option", -1, 1, "option (USD m an approach) is from 0 to 1000000, not -1 to 1"],
  ])("must be what its unit can be: %s from %d to %d", (id, low, high, told) => {
    expect(withFileInputs(bundled, [{ id, low, high }], names).problems).toEqual([`input 1: ${told}`]);
  });

  it("are bundled in units of which it is known what they can be, and within that", () => {
    for (const { id, unit, low, high } of economicInputs(createExclusionTerms([]), [])) {
      expect(hasRange(unit)).toBe(true);
      expect(outOfRange(id, unit, { low, high })).toEqual([]);
    }
  });

  it("have a source that can be looked up", () => {
    expect(withFileInputs(table, [{ id: "cost", low: 1, high: 1, source: "nosuch-doc" }], names).problems).toEqual([
      'input 1: source "nosuch-doc" is neither a document of the atlas nor one of `sources`',
    ]);
    expect(withFileInputs(table, [{ id: "cost", low: 1, high: 1, source: "A report" }], names).problems).toEqual([]);
  });

  it("must be known", () => {
    expect(withFileInputs(table, [{ id: "costs", low: 1, high: 1 }], names).problems).toEqual([
      'input 1: no input "costs"; did you mean "cost"?',
    ]);
    expect(withFileInputs(table, [{ id: "size", scope: "stove", low: 1, high: 1 }], names).problems).toEqual([
      'input 1: size has no scope "stove"',
    ]);
  });
});
