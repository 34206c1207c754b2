import { describe, expect, it } from "vitest";
import { dateOf } from "../../../src/base/days.ts";
import { targetParty, worldParty } from "../../../src/leverage/course/parties.ts";
import { offRow } from "../../../src/leverage/course/stop.ts";
import type { Withheld } from "../../../src/leverage/scenario/scenario.ts";
import { reachPeriods, withheldStops } from "../../../src/leverage/scenario/withheld-stops.ts";
import { rule } from "../../measure/rows.ts";
import { act, days, modelOf } from "./scenario-world.ts";

const stopsOf = (more: Partial<Parameters<typeof act>[0]>, setting: Partial<Parameters<typeof withheldStops>[0]> = {}) => {
  const measure: Withheld = act({ senders: ["CC"], targets: ["AA"], from: days("2026-03-01"), ...more });
  const { model = modelOf() } = setting;
  const common = { model, targets: [targetParty(model, "AA")], senders: ["BB", "CC"], taking: ["CC"], everybody: false };
  return withheldStops({ ...common, start: days("2026-01-01"), ...setting }, measure, measure.items[0]!, 0, 0);
};

describe("the stops of an act", () => {
  it("are of what those who take part hold, from its day on, known since its announcement", () => {
    const [stop, ...rest] = stopsOf({ announced: days("2025-12-01"), service: true });
    expect(rest).toEqual([]);
    expect(stop).toMatchObject({ technology: 0, targets: [0], class: "ban", service: true, easing: [], repair: null });
    expect([stop!.start, stop!.notice]).toEqual([expect.closeTo(59 / (365.25 / 12), 1), expect.closeTo(3, 1)]);
    // CC is the second of the senders, and holds the first entry of the row.
    expect(stop!.parts).toEqual([expect.objectContaining({ sender: 1, slot: 0, low: 1, high: 1 })]);
  });

  it("ease as the file says, or end with the row of the control that carries them", () => {
    const months = (more: Parameters<typeof stopsOf>[0]) => stopsOf(more)[0]!.easing.map(({ month, left }) => [Math.round(month), left]);
    expect(months({ easing: [{ day: days("2026-07-01"), left: 0.5 }] })).toEqual([[6, 0.5]]);
    expect(months({ until: days("2027-01-01") })).toEqual([[12, 0]]);
    // What the file says of easing goes before the end in the atlas.
    expect(months({ until: days("2027-01-01"), easing: [{ day: days("2028-01-01"), left: 0.2 }] })).toEqual([[24, 0.2]]);
  });

  it("take what no one named holds as well where everyone joins, but not from all the world, which owns it", () => {
    const slots = (targets?: Parameters<typeof withheldStops>[0]["targets"]) =>
      stopsOf({}, { everybody: true, ...(targets ? { targets } : {}) })[0]!.parts.map(({ slot }) => slot);
    expect(slots()).toEqual([0, -1]);
    expect(slots([worldParty(modelOf(), ["CC"])])).toEqual([0]);
  });

  it("take what the target buys from a sender that the row does not name", () => {
    const model = modelOf();
    const targets = [targetParty(model, "AA", new Map([[0, new Map([["DD", 0.2]])]]))];
    const [stop] = stopsOf({ senders: ["DD"] }, { model, targets, senders: ["DD"], taking: ["DD"] });
    expect(stop!.parts).toEqual([{ slot: offRow, sender: 0, low: 1, high: 1, key: 0 }]);
    expect(stopsOf({ senders: ["DD"] }, { model, senders: ["DD"], taking: ["DD"] })).toEqual([]);
  });

  it("take what rules reach of others' supply in the period that a rule is in force, and that alone where it says so", () => {
    const reach = [rule("gas", "CC", "BB", { effective: "2026-04-01", published: "2026-01-01", until: "2027-01-01", low: 0.2, high: 0.6 })];
    const model = modelOf({ reach });
    const at = (day: string) => ({ ...model, map: { ...model.map, asOf: day } });
    const of = (more: Parameters<typeof stopsOf>[0]) => stopsOf({ reach: true, ...more }, { model: at("2027-06-01") });
    const [own, reached] = of({});
    expect(own!.parts.map(({ slot }) => slot)).toEqual([0]);
    expect(reached!.parts).toEqual([
      expect.objectContaining({ sender: 1, slot: 1, low: 0.2, high: 0.6, basis: "published", source: "s-three" }),
    ]);
    expect(Math.round(reached!.start)).toBe(3);
    expect(reached!.easing.map(({ month, left }) => [Math.round(month), left])).toEqual([[12, 0]]);
    expect(of({ reachOnly: true }).map(({ parts }) => parts.map(({ slot }) => slot))).toEqual([[1]]);
    expect(of({ reach: false })).toHaveLength(1);
  });
});

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
