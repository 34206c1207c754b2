import { expect, it } from "vitest";
import { gainParts } from "../../web/src/plan/gains.ts";
import { frontierCsv, resourcesCsv } from "../../web/src/plan/plan-csv.ts";
import { fixtureAsk } from "./fixture-ask.ts";

const report = await fixtureAsk().plan({ id: "invented-lab", frontier: 5 });

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

it("copies the data of the pictures, with nothing for what is unknown or has no limit", () => {
  expect(frontierCsv(report.plan, report.frontier!).split("\n")[1]).toBe("invented-lab,2026-01-01,0,0,,,,0");
  expect(resourcesCsv(report).split("\n")[5]).toBe("invented-lab,tool,2027,50,,");
});
