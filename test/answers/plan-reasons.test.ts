import { expect, it } from "vitest";
import { reasonWords } from "../../src/answers/plan-reasons.ts";
import { reasonKinds } from "../../src/plan/cells/candidate.ts";
import { candidatesOf } from "../../src/plan/cells/candidates.ts";
import { cellOf, holder } from "../plan/cells/cells.ts";

it("every reason is told with the figures that it comes with", () => {
  const others = ["b", "c", "d", "e", "f"].map((name) => holder(name, 30, { weight: 2 }));
  const cells = [
    cellOf("t/G03F1", [0, 1]),
    cellOf("t/G03F7", [20, 130], {
      holders: [...others, holder("a", 1, { economy: "XA", weight: 1 })],
      originality: { mean: 0.6, of: 40 },
      followUp: { followUp: 9, judged: 30 },
      thickets: 1,
      lapsing: 31,
      inventors: new Map([["XA", 4]]),
    }),
    cellOf("elsewhere/A01B1", [100, 100]),
  ];
  const context = {
    year: 2022,
    exposure: new Map([["t", 4.2e9]]),
    dependence: new Map([["t", 3e6]]),
    clock: new Map([["t", { low: 2024, high: null }]]),
  };
  const found = candidatesOf(cells, { id: "XA", members: new Set(["XA"]), economies: new Set(["XA"]) }, context);
  const told = new Map(found.flatMap(({ reasons }) => reasons.map(({ kind, figures }) => [kind, reasonWords[kind](figures)] as const)));
  expect([...told.keys()].sort()).toEqual(Object.keys(reasonKinds).sort());
  expect(Object.fromEntries(told)).toEqual({
    "white-space": "1 family in five years, where 1 neighbouring group had 130 on average",
    rising: expect.stringMatching(/^130 families in five years after 20: 6\.\d times the growth of the rest \(\d/),
    "expiring-blockers": "31 of 150 families will have lapsed in five years",
    original: "originality of 0.6 on average over 40 families; the upper third begins at 0.6",
    "own-base": "the home holds 1 family, of a blocking weight of 1 in force",
    talent: "4 of 4 active inventors work at home",
    clock: "first volume use not before 2024",
    exposure: "withheld, it would cost the home USD 4.2 bn a year",
    dependence: "withheld by the home, it would cost others USD 3 m a year",
    crowded: "130 families in five years, of 6 holders in all",
    thicket: "1 triple of holders block one another in the technology",
    "others-block": "others have 91 % of the blocking weight in force",
    "follow-up": "9 of 30 families judged are follow-up",
  });
  expect(reasonWords.clock({ low: 2024, high: 2024 })).toBe("first volume use 2024");
});
