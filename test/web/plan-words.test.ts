import { describe, expect, it } from "vitest";
import { gainParts } from "../../web/src/plan/gains.ts";
import { frontierCsv, inputsCsv, resourcesCsv } from "../../web/src/plan/plan-csv.ts";
import { frontierWords, headWords, launchWords, moreWords, usedWords } from "../../web/src/plan/plan-words.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { fixturePlanHead } from "./fixture-plan-report.ts";

const report = await fixtureAsk().plan({ id: "invented-lab", frontier: 5 });

describe("a plan in words", () => {
  it("tells what more would add no finer than the gaps allow", () => {
    expect(moreWords({ value: 32.2, within: 1.56 })).toBe("USD 32.2 M (within USD 1.56 M)");
    expect(moreWords({ value: 1, within: 1.5 })).toBe("nothing that can be told apart (within USD 1.5 M)");
    expect([moreWords({ value: 10.9, within: 0 }), moreWords({ value: 0, within: 0 })]).toEqual(["USD 10.9 M", "nothing"]);
  });

  it("tells launches with their parts, without those too small to see", () => {
    const launches = [
      { year: 2027, part: 0.0001 },
      { year: 2028, part: 0.4 },
      { year: 2031, part: 0.5999 },
    ];
    expect(launchWords({ launches })).toBe("2028 (40%), 2031 (60%)");
  });

  it("never takes no bound for all there is", () => {
    expect(report.resources.map(usedWords)).toEqual(["63% of what there is", "200 in all; no bound is given"]);
    expect(resourcesCsv(report).split("\n")[5]).toBe("invented-lab,tool,2027,50,,");
  });

  it("tells means of each year where they differ, and how money left over counts", () => {
    const head = headWords({ ...fixturePlanHead, money: [40, 50, 50, 50], unspent: 0, researchers: [] }, (code) => code);
    expect(head).toContain("USD 40, 50, 50, 50 M a year; money left over counts as lost; researchers without bound.");
    expect(head).toContain("left out, since no source says what chips are used there: DD");
  });

  it("compares budgets only where the plan itself is worth something", () => {
    const points = report.frontier!;
    expect(frontierWords(points)).toContain("71% of the value, twice the money 141%");
    expect(frontierWords(points.map((point) => ({ ...point, value: 0 })))).toBe("What the best plan of each budget is worth.");
    expect(frontierCsv(report.plan, points).split("\n")[1]).toBe("invented-lab,2026-01-01,0,0,,,,0");
  });

  it("puts gains one after the other, by kind", () => {
    const parts = gainParts([
      { kind: "option", worth: 1 },
      { kind: "exposure", worth: 2 },
      { kind: "option", worth: 3 },
    ]);
    expect(parts).toEqual([
      { kind: "exposure", from: 0, worth: 2 },
      { kind: "option", from: 2, worth: 4 },
    ]);
  });

  it("copies inputs with grade and source", () => {
    expect(inputsCsv(report).split("\n")[3]).toBe("invented-lab,option,,0.03,0.07,a year,assumed,,table,made up");
  });
});
