import { expect, it } from "vitest";
import { programmesCsv, resourcesCsv } from "../../web/src/plan/plan-csv.ts";
import { fixtureAsk } from "./fixture-ask.ts";

const report = await fixtureAsk().plan({ id: "invented-lab" });

it("copies the data of the pictures, with nothing for what has no limit", () => {
  expect(resourcesCsv(report).split("\n")[5]).toBe("invented-lab,tool,2027,50,");
});

it("copies programmes with their chances and values", () => {
  expect(programmesCsv(report).split("\n")[2]).toBe(
    "invented-lab,2026-01-01,problem-2/full+plant,problem-2,technology-2,Problem 2,true,120,tool,0.5,0.02,0.4,25,0.5,0.1,0,3,310,280,290,285",
  );
});
