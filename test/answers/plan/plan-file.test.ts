import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { economicInputs, readEconomics, recordInputs, withFileInputs } from "../../../src/answers/economics/plan-economics.ts";
import { outOfRange } from "../../../src/answers/economics/plan-input-ranges.ts";
import { homeLabel, listPlans, planFileJsonSchema, readPlanText, readyPlan, readyPlanIds } from "../../../src/answers/plan/plan-file.ts";
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
      years: 12,
      objective: { resilience: 1, income: 1, clout: 0 },
      generation: "any",
      problems: [],
      gap: 0.01,
      rounds: 4,
    });
  });

  it("counts resilience and income as 1 where the objective does not name them", () => {
    expect(readPlanText("mine.yaml", `${least}against: XB\nobjective: { clout: 3 }`).objective).toEqual({
      resilience: 1,
      income: 1,
      clout: 3,
    });
  });

  it("may be of a new home, by its name and seat", () => {
    const plan = readPlanText("mine.yaml", "name: Mine\nhome: { name: New, seat: BE, makes: photoresist, sells_usd_m: 3 }\nmoney: 1\n");
    expect(plan.home).toEqual({ name: "New", seat: "BE", makes: "photoresist", sells_usd_m: 3 });
  });

  it.each([
    ["partners: [XB]", "partners: programmes with partners are no longer chosen apart"],
    ["dependencies: true", "dependencies: supply is composed"],
    ["least: 0.5", "least: programmes come in sizes"],
    ["risk: { weight: 0.5 }", "risk: the worst worlds are shown beside every plan"],
    ["objective: { exposure: 2 }", "objective, exposure: is `resilience` now"],
    ["objective: { bargaining: 2 }", "objective, bargaining: is `income` now"],
    ["objective: { option: 2 }", "objective, option: has no place"],
  ])("of before is refused with what to change: %s", (line, told) => {
    const fault = faultOf(`${least}${line}`);
    expect(fault.code).toBe("LM_PLAN_INVALID");
    expect(fault.message).toContain(told);
  });

  it.each([
    ["home: XA\nmoney: 1", "name: is missing"],
    [`${least}generatoin: next`, "nothing is called `generatoin` here; did you mean `generation`?"],
    [`${least}objective: { clout: 1 }`, "against: clout counts, so the plan has to name whom it is on"],
    [`${least}home2: XA`, "nothing is called `home2` here"],
    ["name: Mine\nhome: XA", "money: is missing"],
    ["name: Mine\nhome: XA\nbudget: 3", "nothing is called `budget` here; did you mean `money`?"],
    [`${least}people: 3`, "nothing is called `people` here; did you mean `researchers`?"],
    [
      `${least}researchers: { packaging: 3 }`,
      "researchers: nothing is called `packaging` here; kinds are material, tool, process, design and product",
    ],
    ["name: Mine\nhome: { name: New }\nmoney: 1", "home, seat: is missing"],
    ["name: Mine\nhome: { name: New, seat: BE, makes: [hbm] }\nmoney: 1", "home, makes: is not text"],
    ["name: Mine\nhome: { name: New, seat: BE, sells_usd_m: -3 }\nmoney: 1", "home, sells_usd_m: is less than 0"],
    ["name: Mine\nhome: 3\nmoney: 1", "home: is neither a name nor a home with name and seat"],
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
    expect(plans.length).toBeGreaterThanOrEqual(14);
    expect(new Set(plans.map(({ home }) => homeLabel(home))).size).toBe(plans.length);
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
  const names = { isScope: (id: string) => id === "oven", isSource: (name: string) => name === "A report" };
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
    ["withheld", 2, 3, "withheld (chance in a year) is from 0 to 0.99, not 2 to 3"],
    ["works-ceiling", 3, 4, "works-ceiling (chance) is from 0 to 1, not 3 to 4"],
    ["effort-scale", 0, 0, "effort-scale (researcher-years) is from 0.1 to 10000000, not 0"],
    ["discount", -5, -1, "discount (a year) is from 0.001 to 1, not -5 to -1"],
    ["horizon", 1e9, 1e9, "horizon (years from the first) is from 1 to 50, not 1000000000"],
    ["steepness", 0, 0, "steepness (exponent) is from 0.5 to 10, not 0"],
    ["rival-families", 9, 9, "rival-families (families a year, power of ten) is from 0 to 6, not 9"],
    ["earned-back", 2, 3, "earned-back (part of the capital) is from 0 to 1, not 2 to 3"],
  ])("must be what its unit can be: %s from %d to %d", (id, low, high, told) => {
    expect(withFileInputs(bundled, [{ id, low, high }], names).problems).toEqual([`input 1: ${told}`]);
  });

  it("are bundled in units of which it is known what they can be, and within that", () => {
    for (const { id, unit, low, high } of [...economicInputs(createExclusionTerms([])), ...recordInputs([])]) {
      expect(outOfRange(id, unit, { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY })).toHaveLength(1);
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
      'input 1: size has no scope "stove"; it may be tool, material, or the id of a technology or problem',
    ]);
  });
});

it.each([
  ["money: [1, 2, 3]", "money: 3 amounts for 2 years"],
  ["money: 1\nresearchers: { tool: [1, 2, 3, 4] }", "researchers.tool: 4 amounts for 2 years"],
  ["money: 1\nobjective: { resilience: 0, income: 0, clout: 0 }", "objective: every weight is 0, so that nothing would count"],
])("refuses what contradicts itself: %s", (more, problem) => {
  expect(() => readPlanText("mine.yaml", `name: Mine\nhome: KR\nyears: 2\n${more}\n`)).toThrow(problem);
});
