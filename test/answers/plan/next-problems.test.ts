import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyPlan, readyPlanIds } from "../../../src/answers/plan/plan-file.ts";
import type { PlannedProgramme } from "../../../src/answers/plan/plan-report.ts";
import { bundledFile } from "../../../src/base/built-file.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { some } from "../../tiers.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const economies = new Set(["CN", "US", "EU", "NL", "KR", "JP", "TW", "IN"]);
const ids = readyPlanIds().filter((id) => economies.has(readyPlan(id).home as string));

/** A ready plan with the next generation alone, as a file of one's own. */
const nextOf = (id: string) => ({
  place: `${id}.yaml`,
  text: `${readFileSync(bundledFile(`plans/${id}.yaml`), "utf8")}\ngeneration: next\n`,
});

const total = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0);
/** Researcher-years and over how many years; money, USD m; clock and the year of first claims. */
const figures = ({ effort, people, money, clock, claimsFrom }: PlannedProgramme): readonly [string, string, string] => [
  `${Math.round(effort)} over ${people.length} years`,
  total(money).toPrecision(4),
  `${clock?.join("-")} ${claimsFrom.toFixed(1)}`,
];

/** Most of some sets of figures found one by one, of which no two have the people or the clock in common. */
function apart<T extends PlannedProgramme>(all: readonly T[]): readonly T[] {
  const taken = new Set<string>();
  return all.filter((each) => {
    const [people, , clock] = figures(each);
    if (taken.has(people) || taken.has(clock)) return false;
    taken.add(people).add(clock);
    return true;
  });
}

describe("the next generation by its problems", () => {
  it("has ready plans of eight economies", () => {
    expect(ids).toHaveLength(economies.size);
  });

  it.each(some(ids, ["cn-under-controls", "kr-memory", "nl-equipment"]))(
    "%s values at least eight that differ in people, money and clock, and says of each what is known of itself",
    async (id) => {
      const { programmes, plan, evidence } = await map.planOutline(nextOf(id));
      expect(plan.generation).toBe("next");
      const full = programmes.filter(({ id: programme }) => /\/full(\+plant)?$/.test(programme));
      const all = [...new Map(full.map((each) => [each.problem, each])).values()];
      expect(all.length).toBeGreaterThanOrEqual(35);
      expect(new Set(all.map((each) => figures(each).join("|"))).size).toBeGreaterThanOrEqual(28);
      expect(apart(all).length).toBeGreaterThanOrEqual(8);
      expect(new Set(all.map((each) => figures(each)[1])).size).toBeGreaterThanOrEqual(7);
      expect(new Set(all.map(({ need }) => need)).size).toBe(all.length);

      const ownOf = (problem: string) => all.find((each) => each.problem === problem)!.ownInputs;
      expect([ownOf("soi-fd10"), ownOf("two-d-yield"), ownOf("dsa-defects"), ownOf("soi-rf")]).toEqual([
        ["clock", "effort-scale"],
        ["clock", "effort-scale"],
        ["clock"],
        [],
      ]);
      // Nothing is known of itself but by a document that the answer names.
      for (const { ownInputs, source } of all)
        if (ownInputs.length > 0) expect(evidence.documents.map(({ id: document }) => document)).toContain(source);
      // What is known of a problem itself moves it off what is usual of its kind.
      const effort = (problem: string): number => all.find((each) => each.problem === problem)!.effort;
      expect(effort("soi-fd10")).toBe((349 + 1111) / 2);
      expect(effort("soi-rf")).toBe((100 + 600) / 2);
    },
  );

  it.each(some(["nl-equipment", "cn-under-controls"], ["nl-equipment"]))(
    "%s says of each why it is in or out, in words of its own",
    async (id) => {
      const { programmes, out } = await map.plan({ ...nextOf(id) });
      const all = [...programmes, ...out];
      expect(all.every(({ nextGeneration, why }) => nextGeneration && why.length > 10)).toBe(true);
      const first = new Map(all.map((each) => [`${figures(each).join("|")}|${each.why}`, each]));
      expect(first.size).toBeGreaterThanOrEqual(28);
      expect(apart(all).length).toBeGreaterThanOrEqual(8);
      expect(new Set(apart(all).map(({ why }) => why)).size).toBe(apart(all).length);
    },
  );
});
