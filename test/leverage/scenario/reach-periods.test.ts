import { expect, it } from "vitest";
import { dateOf } from "../../../src/base/days.ts";
import { reachPeriods } from "../../../src/leverage/scenario/reach-periods.ts";
import { rule } from "../../measure/rows.ts";
import { days, modelOf } from "./scenario-world.ts";

const known = { published: "2020-01-01" };
const reach = [
  rule("gas", "CC", "BB", { ...known, effective: "2026-03-01", until: null }),
  rule("gas", "CC", "EE", { ...known, effective: "2020-01-01", until: "2026-02-01" }),
  rule("gas", "CC", "DD", { ...known, customers: "ZZ", effective: "2026-02-15" }),
  rule("gas", "CC", "FF", { published: "2027-01-01", effective: "2027-01-01" }),
];
const model = modelOf({ reach });
const periods = (from: string, asOf: string, names: readonly string[] = ["AA"]) =>
  reachPeriods({ ...model, map: { ...model.map, asOf } }, names, days(from)).map(({ from: first, until, reach: rules }) => [
    dateOf(first),
    until === null ? null : dateOf(until),
    [...rules.rules("CC", 0).keys()].sort(),
  ]);

it("periods end where a known rule against the target begins or ends, and hold what is in force in them", () => {
  expect(periods("2026-01-01", "2026-06-01")).toEqual([
    ["2026-01-01", "2026-02-01", ["EE"]],
    ["2026-02-01", "2026-03-01", []],
    ["2026-03-01", null, ["BB"]],
  ]);
});

it("an end that lies after the map's day is not known to come, a beginning is", () => {
  expect(periods("2026-01-01", "2026-01-15")).toEqual([
    ["2026-01-01", "2026-03-01", ["EE"]],
    ["2026-03-01", null, ["BB", "EE"]],
  ]);
});

it("a rule for a customer counts for that customer alone", () => {
  expect(periods("2026-02-10", "2026-06-01", ["ZZ"]).map(([from, , rules]) => [from, rules])).toContainEqual(["2026-02-15", ["DD"]]);
});
