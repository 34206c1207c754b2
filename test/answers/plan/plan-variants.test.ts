import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { comparedBy } from "../../../src/answers/plan/plan-variants-labels.ts";
import type { PlanVariants } from "../../../src/answers/plan/plan-variants-report.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const file = (means: string) => ({
  place: "mine.yaml",
  text: `name: Mine\nhome: NL\nagainst: CN\nunspent: 0\n${means}\ntechnologies: [photoresist, metal-oxide-resist, silicon-wafers]\n`,
});
const staffed = file("money: 150\nresearchers: { tool: 900, material: 900, process: 900, product: 900, design: 900 }");

describe("plans of other means", () => {
  let [report, told]: [PlanReport | null, PlanVariants | null] = [null, null];
  beforeAll(async () => {
    [report, told] = [await map.plan(staffed), await map.planVariants(staffed)];
  });
  const variantAt = (money: number, people: number) => {
    const { variant } = told!.settings.find((each) => each.money === money && each.people === people)!;
    return told!.variants[variant!]!;
  };

  it("tell the plan itself with the numbers of the plan, at its own means", () => {
    const own = variantAt(1, 1);
    expect(own).toBe(told!.variants[0]);
    expect(own.programmes.map(({ id }) => id).sort()).toEqual(report!.programmes.map(({ id }) => id).sort());
    expect(own.programmes.every(({ isAdded }) => !isAdded)).toBe(true);
    expect(own.dropped).toEqual([]);
    expect(own.resilience).toEqual({ mean: report!.resilience!.mean, interval: report!.resilience!.interval });
    expect(own).toMatchObject({ income: report!.income, cost: report!.cost, capital: report!.capital });
  });

  it("are there for all means, keep to the money, and are all different", () => {
    expect(told!.settings.map(({ money, people }) => [people, money])).toEqual(
      [0.5, 1, 2].flatMap((people) => [0.25, 0.5, 1, 2, 4].map((money) => [people, money])),
    );
    const all = report!.plan.money.reduce((sum, each) => sum + each, 0);
    for (const { money, people } of told!.settings) expect(variantAt(money, people).capital).toBeLessThanOrEqual(money * all + 1e-6);
    const taken = told!.variants.map(({ programmes }) =>
      programmes
        .map(({ id }) => id)
        .sort()
        .join(" "),
    );
    expect(new Set(taken).size).toBe(taken.length);
    for (const { resilience, income, rights } of told!.variants)
      for (const worth of [resilience, income, rights])
        if (worth !== null) expect(worth.interval.low).toBeLessThanOrEqual(worth.interval.high);
  });

  it("say what they add to the plan and what of it they leave out", () => {
    const own = new Set(report!.programmes.map(({ problem }) => problem));
    for (const { programmes, dropped } of told!.variants) {
      for (const { problem, isAdded } of programmes) expect(isAdded).toBe(!own.has(problem));
      const taken = new Set(programmes.map(({ problem }) => problem));
      expect(dropped.map(({ problem }) => problem).sort()).toEqual([...own].filter((problem) => !taken.has(problem)).sort());
    }
  });

  it("bring more with four times the means than with a part of them", () => {
    const { of } = comparedBy(told!);
    expect(of(variantAt(4, 2))!.mean).toBeGreaterThan(1.2 * of(variantAt(0.25, 0.5))!.mean);
  });

  it("are of the money alone where researchers have no bound, and none where what is required does not fit", async () => {
    const newcomer = (means: string) =>
      map.planVariants({
        place: "mine.yaml",
        text: `name: Mine\nhome: { name: Firm, seat: NL }\ntechnologies: [photoresist]\n${means}\n`,
      });
    const free = await newcomer("money: 40\nunspent: 0");
    expect(free.people).toEqual([1]);
    const { id } = free.variants[0]!.programmes[0]!;
    const { settings, variants, finding } = await newcomer(`money: 40\nunspent: 0\nrequired: [${id}]`);
    for (const { money, variant } of settings) {
      if (money < 1) expect(variant).toBeNull();
      else expect(variants[variant!]!.programmes.map((each) => each.id)).toContain(id);
    }
    expect(finding).toContain("nothing that keeps to what is required with half the money");
  });
});
