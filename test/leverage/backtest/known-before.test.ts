import { expect, it } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { modelKnownBefore } from "../../../src/leverage/backtest/known-before.ts";
import { createTimeline } from "../../../src/screen/rules/timeline.ts";
import { parameter, place, share } from "../../measure/rows.ts";
import { inventedRows } from "./invented-shock.ts";

const published = new Map([
  ["early", 2018],
  ["same-year", 2020],
  ["late", 2022],
]);

const model = (more: Parameters<typeof inventedRows>[0]) =>
  modelKnownBefore(inventedRows(more), dayOf("2020-07-01")!, createTimeline([]), (source) => published.get(source) ?? null);

it.each([
  ["a figure and a document of before", 2018, "early", true],
  ["an old figure in a document of the year of the event", 2018, "same-year", false],
  ["an old figure in a later document", 2018, "late", false],
  ["a figure of the year of the event", 2020, "undated", false],
  ["an old figure in a document without a year", 2018, "undated", false],
  ["an old figure without a document", 2018, null, false],
  ["a figure of the year of the event in an early document", 2020, "early", false],
  ["a figure without a year in an early document", null, "early", true],
  ["a figure and a document without a year", null, "undated", false],
])("%s: known %s", (_, year, source, known) => {
  const { map } = model({
    shares: [share("gas", "AA", 0.7, { year, source })],
    more: {
      parameter: [parameter("gas", "spare", 0.1, { year, source })],
      product_place: [{ ...place("chip", "BB", "make", 0.5), year, source }],
    },
  });
  expect(map.technologies[map.indexOf.get("gas")!]!.supply !== null).toBe(known);
  expect(map.rows.parameter).toHaveLength(known ? 1 : 0);
  expect(map.rows.product_place).toHaveLength(known ? 1 : 0);
});
