import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const plan = (more: string): Promise<PlanReport> =>
  map.plan({
    place: "mine.yaml",
    rounds: 1,
    text: `name: Mine\nhome: KR\nagainst: JP\nyears: 14\nunspent: 0\ntechnologies: [abf-film, photoresist, metal-oxide-resist, cmp-pads, silicon-wafers]\n${more}`,
  });

/** Why programmes that would add something are out. */
const whys = ({ out }: PlanReport): readonly string[] => out.flatMap(({ adds, why }) => (adds > 0 ? [why] : []));

describe("what keeps a programme out is named, with its figure", () => {
  it.each([
    [
      "money of a year",
      "money: [40, 6]\n",
      /takes USD [\d.]+ M in 20\d\d (\(the others leave USD [\d.]+( M)?\)|where USD [\d.]+ M is there)/,
    ],
    [
      "people",
      "money: 3000\nresearchers: { material: 60 }\n",
      /takes [\d,]+ researchers of material in 20\d\d (\(the others leave [\d.]+\)|where 60 are there)/,
    ],
    [
      "one technology",
      "money: 60\ndiversification: 0.1\n",
      /would bring USD [\d.]+ M of spending to .+, where `diversification` allows USD 84 M \(10% of all money\) for one technology/,
    ],
    [
      "follow-up work",
      "money: 3000\nfollow_up: 0.08\n",
      /would bring follow-up work to (8\.\d+|9|[1-9]\d)[\d.]*% of spending, where `follow_up` allows 8%/,
    ],
    [
      "originality",
      "money: 3000\nfollow_up: 0.5\noriginality: 0.92\n",
      /would bring work that is not follow-up down to (91|90|[1-8]\d)(\.\d+)?% of spending, where `originality` asks for 92%/,
    ],
  ])("%s", async (_, more, words) => {
    const told = whys(await plan(more));
    expect(told.filter((why) => words.test(why)).length, told.join("\n")).toBeGreaterThan(0);
    for (const why of told) expect(why).not.toMatch(/, but $|a cap/);
  });
});

describe("what is beyond the means in every size", () => {
  it("is told by the smallest, with what it lacks", async () => {
    const { programmes, out } = await map.plan({
      place: "mine.yaml",
      rounds: 1,
      text: "name: Mine\nhome: KR\nyears: 15\nmoney: 1\nunspent: 0\nobjective: { clout: 0.2 }\nagainst: JP\ntechnologies: [abf-film, metal-oxide-resist, two-dimensional-channels, nanoimprint-lithography]\n",
    });
    expect(programmes).toEqual([]);
    expect(out.length).toBeGreaterThan(3);
    for (const { id, why } of out) {
      expect(id).toMatch(/\/quarter(\+((sixteenth|quarter)-)?sales)?$/);
      expect(why).toMatch(/alone takes USD [\d.]+ (M|B) in 20\d\d where USD 1 M is there/);
    }
  });
});
