import { expect, it } from "vitest";
import { dayOf } from "../../../../src/base/days.ts";
import { modelKnownBefore } from "../../../../src/proof/measure/events/known-before.ts";
import { createTimeline } from "../../../../src/screen/rules/timeline.ts";
import { document, parameter, place, share } from "../../../measure/rows.ts";
import { inventedRows } from "./invented-shock.ts";

const documents = [
  document("early", "2018"),
  document("month-before", "2020-06"),
  document("day-before", "2020-06-30"),
  document("same-day", "2020-07-01"),
  document("same-month", "2020-07"),
  document("same-year", "2020"),
  document("late", "2022"),
  document("undated", null),
];

const model = (more: Parameters<typeof inventedRows>[0]) => modelKnownBefore(inventedRows(more), dayOf("2020-07-01")!, createTimeline([]));

it.each([
  ["a figure and a document of before", 2018, "early", null, true],
  ["a document of the day before", 2020, "day-before", null, true],
  ["a document of the month before", 2020, "month-before", null, true],
  ["a document of the day of the event", 2018, "same-day", null, false],
  ["a document of the month of the event, known from its last day", 2018, "same-month", null, false],
  ["an old figure in a document of the year of the event, known from its last day", 2018, "same-year", null, false],
  ["an old figure in a later document", 2018, "late", null, false],
  ["an old figure in a later document that says since when it was known", 2018, "late", "2019-03", true],
  ["an old figure in an early document, but known later", 2018, "early", "2021-01-01", false],
  ["an old figure in a document without a day", 2018, "undated", null, false],
  ["an old figure without a document", 2018, null, null, false],
  ["a figure without a year in an early document", null, "early", null, true],
  ["a figure and a document without a year", null, "undated", null, false],
])("%s: known %s", (_, year, source, since, known) => {
  const dates = { year, source, known: since };
  const { map } = model({
    shares: [share("gas", "AA", 0.7, dates)],
    more: {
      document: documents,
      parameter: [parameter("gas", "spare", 0.1, dates)],
      product_place: [{ ...place("chip", "BB", "make", 0.5), ...dates }],
    },
  });
  expect(map.technologies[map.indexOf.get("gas")!]!.supply !== null).toBe(known);
  expect(map.rows.parameter).toHaveLength(known ? 1 : 0);
  expect(map.rows.product_place).toHaveLength(known ? 1 : 0);
});
