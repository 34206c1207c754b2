import { expect, it } from "vitest";
import { reasonsInWords } from "../../../src/answers/plan/plan-words.ts";
import { reasonKinds } from "../../../src/plan/cells/candidate.ts";
import { candidatesOf } from "../../../src/plan/cells/candidates.ts";
import { cellOf, holder } from "../../plan/cells/cells.ts";

it("every reason is told with the figures that it comes with", () => {
  const others = ["b", "c", "d", "e", "f"].map((name) => holder(name, 30, { weight: 2 }));
  const cells = [
    cellOf("t/G03F1", [0, 1]),
    cellOf("t/G03F7", [20, 130], {
      holders: [...others, holder("a", 1, { economy: "XA", weight: 1 })],
      originality: { mean: 0.6, of: 40 },
      followUp: { followUp: 9, judged: 30 },
      thickets: 3,
      lapsing: { lapsing: 31, judged: 140 },
      inventors: new Map([["XA", 4]]),
    }),
    cellOf("elsewhere/A01B1", [100, 100]),
  ];
  const context = {
    year: 2022,
    exposure: new Map([["t", 4.2e9]]),
    freedom: new Map([["t", 2e6]]),
    dependence: new Map([["t", 3e6]]),
    clock: new Map([["t", { low: 2024, high: null }]]),
  };
  const found = candidatesOf(cells, { id: "XA", members: new Set(["XA"]), economies: new Set(["XA"]) }, context);
  const told = found.flatMap(({ reasons }) => reasonsInWords(reasons, "Aland"));
  const texts = new Map(told.map(({ kind, text }) => [kind, text]));
  expect([...texts.keys()].sort()).toEqual(Object.keys(reasonKinds).sort());
  for (const { text } of told) expect(text).not.toMatch(/undefined|NaN/);
  const figures = (kind: string): readonly string[] => texts.get(kind)!.match(/[\d.]+/g) ?? [];
  expect(figures("white-space")).toEqual(["1", "1", "130"]);
  expect(figures("rising")).toEqual(["130", "20"]);
  expect(figures("expiring-blockers")).toEqual(["31", "140", "150"]);
  expect(figures("talent")).toEqual(["4", "4"]);
  expect(figures("clock")).toEqual(["2024"]);
  expect(texts.get("exposure")).toMatch(/^Aland would lose USD 4.2 B/);
  expect(texts.get("dependence")).toBe("others would lose USD 3 M a year if Aland withheld the technology");
  expect(figures("crowded")).toEqual(["130", "6"]);
  expect(texts.get("others-block")).toContain("91%");
  expect(figures("follow-up")).toEqual(["9", "30"]);
});
