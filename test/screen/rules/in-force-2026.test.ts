import { beforeAll, describe, expect, test } from "vitest";
import { bundledFile } from "../../../src/base/built-file.ts";
import { controlState } from "../../../src/screen/control-state.ts";
import { ruleState } from "../../../src/screen/rules/state.ts";
import { createTimeline, mergeRules, type Rule, type RuleTimeline } from "../../../src/screen/rules/timeline.ts";
import { atlas } from "../../../src/sources/supply/atlas/atlas.ts";
import { type Read, readAll } from "../../sources/support.ts";

const days = ["2025-06-01", "2025-10-20", "2025-12-01", "2026-02-01", "2026-07-01"] as const;

/** Short words of the table below for the states of a rule. */
const words = {
  "in force": "yes",
  "not known yet": "later",
  "not yet in force": "-",
  suspended: "paused",
  ended: "over",
  "published, not binding by itself": "told",
  "not known whether it still binds": "unsure",
} as const;

const states: readonly (readonly [issuer: string, rule: string, ...states: readonly string[]])[] = [
  // Equipment, chips and listed parties
  ["US", "2022-21658", "yes", "yes", "yes", "yes", "yes"],
  ["US", "2023-23048", "yes", "yes", "yes", "yes", "yes"],
  ["US", "2024-28270", "yes", "yes", "yes", "yes", "yes"],
  ["US", "2025-00711", "yes", "yes", "yes", "yes", "yes"],
  ["US", "2025-05427", "yes", "yes", "yes", "yes", "yes"],
  ["US", "2025-17893", "later", "yes", "yes", "yes", "yes"],
  // The affiliates rule and what suspends it
  ["US", "2025-19001", "later", "yes", "paused", "paused", "paused"],
  ["US", "2025-19846", "later", "later", "yes", "yes", "yes"],
  // Design software: five weeks; validated end users: until the end of 2025, then licences by the year
  ["US", "us-eda-2025-05", "yes", "over", "over", "over", "over"],
  ["US", "2025-16735", "later", "-", "-", "yes", "yes"],
  ["US", "us-annual-2026-samsung-skhynix", "later", "later", "later", "yes", "yes"],
  ["US", "us-annual-2026-tsmc", "later", "later", "later", "yes", "yes"],
  // Accelerators: the framework never operated, the letter and the policy of 2026 did
  ["US", "2025-00636", "over", "over", "over", "over", "over"],
  ["US", "us-h20-2025-04", "yes", "yes", "yes", "yes", "yes"],
  ["US", "us-h20-2025-08", "later", "told", "told", "told", "told"],
  ["US", "us-h200-2025-12", "later", "later", "later", "told", "told"],
  ["US", "2026-00789", "later", "later", "later", "yes", "yes"],
  ["US", "us-gp10-2025-05", "told", "told", "told", "told", "told"],
  // Investment and tariffs
  ["US", "us-31cfr850", "yes", "yes", "yes", "yes", "yes"],
  ["US", "us-coins-2025", "later", "later", "later", "yes", "yes"],
  ["US", "2024-21217", "yes", "yes", "yes", "yes", "yes"],
  ["US", "2025-06063", "yes", "yes", "yes", "yes", "over"],
  ["US", "us-232-100pct-2025", "later", "told", "told", "told", "told"],
  ["US", "2025-23912", "later", "later", "later", "yes", "yes"],
  ["US", "2026-01052", "later", "later", "later", "yes", "yes"],
  ["US", "us-122-2026", "later", "later", "later", "later", "yes"],
  ["US", "us-tw-deal-2026", "later", "later", "later", "told", "told"],
  ["US", "us-match-act-2026", "later", "later", "later", "later", "told"],
  // The Netherlands: equipment, and Nexperia
  ["NL", "nl-euv-2019", "yes", "yes", "yes", "yes", "yes"],
  ["NL", "nl-stcrt-2023-18212", "yes", "yes", "yes", "yes", "yes"],
  ["NL", "nl-bz2404162", "yes", "yes", "yes", "yes", "yes"],
  ["NL", "nl-2025-04", "yes", "yes", "yes", "yes", "yes"],
  ["NL", "nl-wbg-nexperia", "later", "yes", "paused", "paused", "paused"],
  ["NL", "nl-wbg-suspension", "later", "later", "yes", "yes", "yes"],
  ["NL", "nl-ok-nexperia-2025", "later", "yes", "yes", "yes", "yes"],
  ["NL", "nl-ok-nexperia-2026", "later", "later", "later", "later", "yes"],
  // Japan
  ["JP", "jp-meti-2019-07-01", "over", "over", "over", "over", "over"],
  ["JP", "jp-meti-2023-05-23", "yes", "yes", "yes", "yes", "yes"],
  ["JP", "jp-meti-2024-04-26", "yes", "yes", "yes", "yes", "yes"],
  ["JP", "jp-meti-2025-05", "yes", "yes", "yes", "yes", "yes"],
  ["JP", "jp-catch-all-2025", "-", "yes", "yes", "yes", "yes"],
  // China: minerals
  ["CN", "cn-mofcom-2023-23", "yes", "yes", "yes", "yes", "yes"],
  ["CN", "cn-mofcom-2024-33", "yes", "yes", "yes", "yes", "yes"],
  ["CN", "cn-mofcom-2024-46-2", "yes", "yes", "paused", "paused", "paused"],
  ["CN", "cn-us-deal-2025-11", "later", "later", "told", "told", "told"],
  ["CN", "cn-mofcom-2025-10", "yes", "yes", "yes", "yes", "yes"],
  // Rare earths: April 2025 stays, October 2025 is suspended in whole, partly before it took effect
  ["CN", "cn-mofcom-2025-18", "yes", "yes", "yes", "yes", "yes"],
  ["CN", "cn-mofcom-2025-55", "later", "-", "paused", "paused", "paused"],
  ["CN", "cn-mofcom-2025-56", "later", "-", "paused", "paused", "paused"],
  ["CN", "cn-mofcom-2025-57", "later", "-", "paused", "paused", "paused"],
  ["CN", "cn-mofcom-2025-58", "later", "-", "paused", "paused", "paused"],
  ["CN", "cn-mofcom-2025-61", "later", "yes", "paused", "paused", "paused"],
  ["CN", "cn-mofcom-2025-62", "later", "yes", "paused", "paused", "paused"],
  ["CN", "cn-tech-catalogue-2025", "later", "yes", "yes", "yes", "yes"],
  // Nexperia's plants in China, listed parties, cases that are no duty, and what no document shows
  ["CN", "cn-2025-nexperia", "later", "yes", "yes", "yes", "yes"],
  ["CN", "cn-uel-techinsights", "later", "yes", "yes", "yes", "yes"],
  ["CN", "cn-mofcom-2026-1", "later", "later", "later", "yes", "yes"],
  ["CN", "cn-mofcom-2026-23", "later", "later", "later", "later", "yes"],
  ["CN", "cn-mofcom-2026-26", "later", "later", "later", "later", "yes"],
  ["CN", "cn-mofcom-2026-27", "later", "later", "later", "later", "yes"],
  ["CN", "cn-mofcom-2026-30", "later", "later", "later", "later", "later"],
  ["CN", "cn-micron-2023", "yes", "yes", "yes", "yes", "yes"],
  ["CN", "cn-ad-analog-2025", "later", "told", "told", "told", "told"],
  ["CN", "cn-50pct-tools", "later", "later", "later", "unsure", "unsure"],
  ["CN", "cn-h200-customs-2026", "later", "later", "later", "unsure", "unsure"],
];

let read: Read;
let timeline: RuleTimeline;

beforeAll(async () => {
  read = await readAll(
    atlas,
    ["rules", "withheld", "reach"].map((name) => bundledFile(`atlas/${name}.csv`)),
  );
  timeline = createTimeline(mergeRules(read.of("control_rule")));
});

const ruleOf = (id: string): Rule => timeline.rules.find((rule) => rule.id === id) as Rule;
const stateOf = (id: string, day: string): string => ruleState(ruleOf(id), timeline, day).state;

describe("the rules of the atlas to the end of the data, on five days", () => {
  test("are read without a reject", () => {
    expect(read.rejects).toEqual([]);
  });

  test.each(states)("%s %s: %s, %s, %s, %s, %s", (issuer, id, ...expected) => {
    expect(ruleOf(id)?.issuer).toBe(issuer);
    expect(days.map((day) => words[stateOf(id, day) as keyof typeof words])).toEqual(expected);
  });

  test("what is announced, proposed or opened never binds, and no withheld or reached technology cites it", () => {
    const told = timeline.rules.filter(({ id }) => stateOf(id, "2026-08-31") === "published, not binding by itself");
    expect(told.map(({ type }) => type?.split(" ")[0])).toEqual(
      told.map(() => expect.stringMatching(/^(?:Announced|Guidance|Investigation|Proposal)$/)),
    );
    const cited = new Set([...read.of("withheld"), ...read.of("reach")].map(({ citation }) => citation));
    expect(told.filter(({ citation }) => cited.has(citation ?? ""))).toEqual([]);
    expect(timeline.rules.some(({ title, type }) => /settle|penalty|stops wafers/i.test(`${title} ${type}`))).toBe(false);
  });
});

describe("suspensions", () => {
  test("end on the days that they state; one without a last day lasts until its rule ends", () => {
    const until = (id: string, day: string) => ruleState(ruleOf(id), timeline, day);
    expect(until("2025-19001", "2026-07-01")).toMatchObject({ suspendedBy: "2025-19846", until: "2026-11-09" });
    expect(until("cn-mofcom-2024-46-2", "2026-07-01")).toMatchObject({ suspendedBy: "cn-suspension-46-2", until: "2026-11-27" });
    for (const number of [55, 56, 57, 58, 61, 62])
      expect(until(`cn-mofcom-2025-${number}`, "2026-07-01")).toMatchObject({ suspendedBy: "cn-mofcom-2025-70", until: "2026-11-10" });
    expect(until("nl-wbg-nexperia", "2026-09-29")).toMatchObject({ state: "suspended", suspendedBy: "nl-wbg-suspension", until: null });
    expect(stateOf("nl-wbg-nexperia", "2026-09-30")).toBe("ended");
  });

  test("that have run out by the day of writing may have been extended, but for one whose rule is over: no document tells", () => {
    const today = "2026-11-28";
    const open = ["2025-19846", "cn-mofcom-2025-70", "cn-suspension-46-2"];
    for (const id of [...open, ...open.flatMap((each) => ruleOf(each).suspends?.split(";") ?? [])])
      expect([id, stateOf(id, today)]).toEqual([id, "suspension ended unless extended"]);
    for (const id of open) expect(ruleOf(id).note).toMatch(/whether it was extended is not known$/);
    expect(stateOf("cn-suspension-46-2", "2026-11-27")).toBe("in force");
    expect(["nl-wbg-nexperia", "nl-wbg-suspension"].map((id) => stateOf(id, "2026-09-30"))).toEqual(["ended", "ended"]);
    expect(stateOf("nl-wbg-suspension", "2026-09-29")).toBe("in force");
    expect(["us-122-2026", "us-annual-2026-samsung-skhynix"].map((id) => stateOf(id, today))).toEqual(["ended", "in force"]);
  });

  test("are no end: no rule that is suspended ends with the start of its suspension", () => {
    for (const rule of timeline.rules)
      for (const { effective } of timeline.suspensionsOf(rule.id)) expect(rule.ends === null || rule.ends > (effective ?? "")).toBe(true);
  });

  test("name rules that exist", () => {
    const ids = timeline.rules.map(({ id }) => id);
    for (const { suspends } of timeline.rules) expect(ids).toEqual(expect.arrayContaining(suspends?.split(";") ?? []));
  });
});

describe("ends", () => {
  test.each([
    ["us-annual-2026-samsung-skhynix", "2025-12-30", "2026-12-31"],
    ["us-annual-2026-tsmc", "2026-02-01", "2026-12-31"],
    ["us-122-2026", "2026-02-20", "2026-07-23"],
    ["us-coins-2025", "2025-12-18", "2032-12-18"],
    ["nl-wbg-nexperia", "2025-10-12", "2026-09-29"],
  ])("%s: stated at issue, on %s the last day is %s", (id, day, ends) => {
    expect(ruleState(ruleOf(id), timeline, day).until).toBe(ends);
  });

  test.each([
    ["2018-08354", "2018-07-12", "2018-07-13"],
    ["us-eda-2025-05", "2025-07-01", "2025-07-02"],
    ["2025-06063", "2026-02-23", "2026-02-24"],
  ])("%s: learnt when it was over, not yet on %s", (id, before, after) => {
    expect([before, after].map((day) => ruleState(ruleOf(id), timeline, day).until !== null)).toEqual([false, true]);
  });
});

describe("what the rules keep from whom", () => {
  const standing = (id: string): readonly string[] => {
    const row = [...read.of("withheld"), ...read.of("reach")].find((each) => each.id === id);
    return days.map((day) => (row === undefined ? "absent" : words[controlState(row, timeline, day).state as keyof typeof words]));
  };

  test.each([
    ["cn-2025-rare-earths", "yes", "yes", "yes", "yes", "yes"],
    // Announcement No. 61: origin in China from publication, content and technology never
    ["cn-2025-61-rare-earths", "later", "yes", "paused", "paused", "paused"],
    ["cn-61-2025-jp", "later", "-", "paused", "paused", "paused"],
    ["cn-2025-10-rare-earths", "later", "-", "paused", "paused", "paused"],
    ["cn-2025-55-wafer-machining-tools", "later", "-", "paused", "paused", "paused"],
    ["cn-2024-us-gallium", "yes", "yes", "paused", "paused", "paused"],
    ["cn-2023-gallium", "yes", "yes", "yes", "yes", "yes"],
    ["us-2025-eda", "yes", "over", "over", "over", "over"],
    ["us-2025-h20", "yes", "yes", "yes", "yes", "yes"],
    ["us-2026-ai", "later", "later", "later", "yes", "yes"],
    ["us-letter-2024-11-tsmc", "over", "over", "over", "over", "over"],
    ["nl-2025-process-control", "yes", "yes", "yes", "yes", "yes"],
    ["jp-2025-lithography", "yes", "yes", "yes", "yes", "yes"],
    ["eu-2025-ald", "later", "later", "yes", "yes", "yes"],
    ["us-zte-2018-mature-logic", "over", "over", "over", "over", "over"],
  ])("%s: %s, %s, %s, %s, %s", (id, ...expected) => {
    expect(standing(id)).toEqual(expected);
  });

  test.each([
    ["asml", "NL", ["euv-lithography", "high-na-euv-lithography", "arf-immersion-lithography", "overlay-metrology", "process-control"]],
    ["asm-international", "NL", ["ald", "epitaxy"]],
    ["tokyo-electron", "JP", ["etch", "ald", "wafer-cleaning", "single-wafer-cleaning"]],
    ["screen", "JP", ["wafer-cleaning", "single-wafer-cleaning"]],
    ["nikon", "JP", ["lithography"]],
  ])("the rules of its home name %s", (provider, issuer, technologies) => {
    const rows = read.of("reach").filter((row) => row.provider === provider && row.issuer === issuer);
    expect([...new Set(rows.map(({ technology }) => technology))].sort()).toEqual([...technologies].sort());
    for (const row of rows) expect([row.id, timeline.cited(row)?.issuer]).toEqual([row.id, issuer]);
    for (const row of rows) expect([row.id, row.low, row.high]).toEqual([row.id, 0, 0]);
  });

  test("Announcement No. 55 of 2025 is on superhard materials, not on rare earths", () => {
    const citing = read.of("withheld").filter(({ citation }) => citation === "MOFCOM and GAC Announcement No. 55 of 2025");
    expect(citing.map(({ technology }) => technology)).toEqual(["wafer-machining-tools"]);
    expect(ruleOf("cn-mofcom-2025-55").title).toMatch(/^Superhard materials/);
  });
});
