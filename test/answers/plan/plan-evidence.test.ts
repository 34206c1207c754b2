import { expect, it } from "vitest";
import { unchosenNeeds } from "../../../src/answers/plan/plan-evidence.ts";

const technologies = ["etch", "gas", "resist", "wafer"].map((id) => ({ id, name: id.toUpperCase() }));
const prepared = (dependencies: boolean) =>
  ({
    choices: { dependencies },
    gathered: {
      facts: {
        technologies: [
          { id: "etch", needs: ["gas", "wafer", "resist"] },
          { id: "resist", needs: ["gas"] },
        ],
      },
    },
    made: { programmes: ["etch", "resist"].map((technology) => ({ cell: { technology } })) },
    read: { map: { technologies, indexOf: new Map(technologies.map(({ id }, at) => [id, at])) } },
  }) as unknown as Parameters<typeof unchosenNeeds>[0];

it("names what programmes stand on and nobody can choose, and is silent where none need stand on another", () => {
  expect(unchosenNeeds(prepared(true), new Set(["etch", "resist"]))).toEqual([
    "2 technologies that the selected ones cannot do without have no programme to choose from, and are taken as available: GAS and WAFER.",
  ]);
  expect(unchosenNeeds(prepared(true), new Set(["resist"]))).toEqual([
    "1 technology that the selected ones cannot do without has no programme to choose from, and is taken as available: GAS.",
  ]);
  expect(unchosenNeeds(prepared(true), new Set())).toEqual([]);
  expect(unchosenNeeds(prepared(false), new Set(["etch"]))).toEqual([]);
});
