import { afterAll, beforeAll, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { stockTables as stockTablesSaid } from "../../../src/report/card/card-stock.ts";
import { cellText } from "../../../src/report/cell.ts";
import { openBundled } from "../../answers/bundled-workspace.ts";
import { english } from "../../words/english.ts";

const stockTables = english(stockTablesSaid);

let map: Levermap;
beforeAll(async () => {
  map = await openBundled("2026-11-25");
});
afterAll(() => map.close());

it("tells first which row the model takes, and that a limit alone is not one", async () => {
  const [table] = stockTables(await map.technology({ technology: "photoresist" }));
  expect(table!.rows.map((row) => row.slice(0, 2).map(cellText))).toEqual([
    ["0.5 to 4 months", "used"],
    ["at most 24 months", "a limit alone: not used"],
    ["at most 6 months", "a limit alone: not used"],
  ]);
});

it("tells a row of one economy for whom it is used, and one that a newer replaced", async () => {
  const card = await map.technology({ technology: "photoresist" });
  const row = { ...card.parameters.find(({ parameter }) => parameter === "stock")!, low: 1, high: 2 };
  const parameters = [
    { ...row, used: false },
    { ...row, scope: "KR", used: true },
    { ...row, used: true },
  ];
  const [table] = stockTables({ ...card, parameters });
  expect(table!.rows.map(([, standing]) => cellText(standing!))).toEqual(["used", "used for KR", "older: not used"]);
});
