import { expect, it } from "vitest";
import type { PlannedMeasure } from "../../../src/answers/scenario/simulate-report.ts";
import { reachedWords as reachedWordsSaid } from "../../../src/report/scenario/firms-reached.ts";
import { english } from "../../words/english.ts";

const reachedWords = english(reachedWordsSaid);

type Technology = PlannedMeasure["technologies"][number];

const firms = ["Firm D"];
const half = { sender: "BB", provider: "DD", firms, low: 0, high: 0.5 };
const technology = (name: string, reaches: Technology["reaches"], notReached: Technology["notReached"] = []) =>
  ({ name, reaches, notReached }) as unknown as Technology;
const measure = (senders: readonly string[], ...technologies: readonly Technology[]) =>
  ({ senders, technologies, names: { BB: "Land B", CC: "Land C", DD: "Land D" } }) as unknown as PlannedMeasure;

const nowhere = [{ provider: "DD", firms }];

it("tells of each firm which technologies rules reach, and which none does", () => {
  const words = reachedWords([
    measure(["BB"], technology("Etch", [half]), technology("Deposition", [half]), technology("Cleaning", [], nowhere)),
    measure(["BB"], technology("Bonding", [], nowhere)),
    measure(["CC"], technology("Cleaning", [], [{ provider: "EE", firms: ["Firm E"] }])),
  ]);
  expect(words).toEqual([
    "Firm D in Land D: rules of Land B reach 0 to 50% of etch and deposition; no rule of Land B that is in force reaches cleaning or bonding",
    "Firm E in EE: no rule of Land C that is in force reaches cleaning",
  ]);
});

it("never tells of a technology that it is reached and that it is not", () => {
  const early = measure(["BB", "CC"], technology("Etch", [], nowhere));
  const late = measure(["BB"], technology("Etch", [half]));
  for (const measures of [
    [early, late],
    [late, early],
  ])
    expect(reachedWords(measures)).toEqual(["Firm D in Land D: rules of Land B reach 0 to 50% of etch"]);
});

it("is silent where no plant is known", () => {
  expect(reachedWords([measure(["BB"], technology("Etch", [{ ...half, firms: [] }]))])).toEqual([]);
});
