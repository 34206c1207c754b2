import { describe, expect, test } from "vitest";
import { knownFrom } from "../../../src/screen/rules/known-from.ts";
import { ruleAsKnown, ruleState } from "../../../src/screen/rules/state.ts";
import { createTimeline, mergeRules, type Rule, withEffect } from "../../../src/screen/rules/timeline.ts";
import { allRules, controls, party } from "../loaded.ts";
import { controlRule, statement } from "./control-rule.ts";

describe("rules", () => {
  test("statements about one rule are merged, the most trusted first; days that differ are named", () => {
    const merged = mergeRules([
      statement({ effective: "2019-05-15", published: "2019-05-21", title: "act" }),
      statement({ citation: "84 FR 22961", published: "2019-05-21", origin: "federal-register-table", title: "Table" }),
      statement({ effective: "2019-05-16", origin: "atlas", title: "Atlas" }),
      statement({ id: "s", published: "2018-01-01" }),
    ]);
    expect(merged.map(({ id }) => id)).toEqual(["s", "r"]);
    expect(merged[1]).toMatchObject({ title: "Atlas", citation: "84 FR 22961", effective: "2019-05-16", published: "2019-05-21" });
    expect(merged[1]?.origins).toEqual(["atlas", "federal-register-table", "act"]);
    expect(merged[1]?.disputed).toEqual([{ column: "effective", values: ["2019-05-16", "2019-05-15"] }]);
  });

  test("a rule stands by its day of effect, else of publication; its last day is its own", () => {
    const rules = [controlRule({ effective: "2020-02-01", published: "2020-01-01", ends: "2020-12-31" })];
    const state = (day: string): string => ruleState(rules[0] as Rule, createTimeline(rules), day).state;
    expect(["2020-01-31", "2020-02-01", "2020-12-31", "2021-01-01"].map(state)).toEqual([
      "not yet in force",
      "in force",
      "in force",
      "ended",
    ]);
    const published = controlRule({ published: "2020-01-01" });
    expect(ruleState(published, createTimeline([published]), "2020-01-01")).toMatchObject({ state: "in force", basis: "publication" });
    expect(ruleState(controlRule({}), createTimeline([]), "2020-01-01").state).toBe("start unknown");
  });

  test.each([
    ["Proposed Rule", "Review of Controls", "published, not binding by itself"],
    ["Notice", "Request for Comments on Modifications", "published, not binding by itself"],
    ["Notice", "Order Activating Suspended Denial Order", "not known whether it still binds"],
    ["Rule", "Temporary General License: Extension of Validity", "not known whether it still binds"],
    ["Presidential Document", "Tariffs", "not known whether it still binds"],
    [null, "Advance Notice of Proposed Rulemaking", "published, not binding by itself"],
    [null, "Addition of Entities to the Entity List", "not known whether it still binds"],
    ["Rule", "Addition of Entities to the Entity List", "in force"],
    ["Ministerial order", "Equipment", "in force"],
  ])("what is no rule is not in force: %s, %s", (type, title, state) => {
    const rule = controlRule({ type, title, published: "2020-01-01" });
    expect(ruleState(rule, createTimeline([rule]), "2020-01-02").state).toBe(state);
    expect(ruleState(rule, createTimeline([rule]), "2019-12-31").state).toBe("not known yet");
  });

  test("a licence for a time ends on its last day where that is known, and the atlas holds rules under any name", () => {
    const licence = controlRule({ title: "Temporary General License", published: "2020-01-01", ends: "2020-03-31" });
    const states = ["2020-03-31", "2020-04-01"].map((day) => ruleState(licence, createTimeline([licence]), day).state);
    expect(states).toEqual(["in force", "ended"]);
    const notice = controlRule({ type: "Notice", origin: "atlas", title: "Individual licences", published: "2020-01-01" });
    expect(ruleState(notice, createTimeline([notice]), "2020-01-02").state).toBe("in force");
  });

  test("one published after its effect is not known before, unless the Federal Register had it open; nor is an end that was learnt later", () => {
    const quiet = controlRule({ effective: "2025-09-30", published: "2025-10-12", ends: "2025-11-08" });
    const pause = controlRule({ id: "s", suspends: "r", effective: "2025-10-15", published: "2025-10-20", ends: "2025-10-31" });
    const later = controlRule({ id: "later", published: "2026-06-30" });
    const timeline = createTimeline([quiet, pause, later]);
    const on = (day: string) => ruleState(quiet, timeline, day);
    expect(["2025-09-29", "2025-10-11"].map((day) => on(day).state)).toEqual(["not known yet", "not known yet"]);
    expect(["2025-10-12", "2025-10-19"].map(on)).toMatchObject([
      { state: "in force", until: null },
      { state: "in force", until: null },
    ]);
    expect(on("2025-10-20")).toMatchObject({ state: "suspended", suspendedBy: "s", until: "2025-10-31" });
    expect(on("2025-11-09")).toMatchObject({ state: "ended", until: "2025-11-08" });
    expect(ruleAsKnown(quiet, timeline, "2025-11-01").ends).toBeNull();
    expect(ruleAsKnown(pause, timeline, "2025-10-20").ends).toBe("2025-10-31");
    const lasting = controlRule({ published: "2026-01-01", ends: "2032-12-18" });
    expect(["2026-06-29", "2026-06-30"].map((day) => ruleAsKnown(lasting, timeline, day).ends)).toEqual([null, "2032-12-18"]);
    const stated = { ...lasting, end_known: "2026-01-01" };
    const cut = { ...lasting, ends: "2026-08-31", end_known: "2026-07" };
    expect(["2026-01-01", "2026-06-29"].map((day) => ruleAsKnown(stated, timeline, day).ends)).toEqual(["2032-12-18", "2032-12-18"]);
    expect(["2026-06-30", "2026-07-30", "2026-07-31"].map((day) => ruleAsKnown(cut, timeline, day).ends)).toEqual([
      null,
      null,
      "2026-08-31",
    ]);
    const open = controlRule({ effective: "2022-10-07", published: "2022-10-13", citation: "87 FR 62186" });
    expect(ruleState(open, createTimeline([open]), "2022-10-08").state).toBe("in force");
    expect(["2019", "2019-02", "2019-02-03"].map((published) => knownFrom({ ...quiet, published }))).toEqual([
      "2019-12-31",
      "2019-02-28",
      "2019-02-03",
    ]);
  });

  test("a suspension itself may have been extended after its last day", () => {
    const rule = controlRule({ id: "s", suspends: "r", effective: "2021-01-01", ends: "2021-12-31" });
    expect(ruleState(rule, createTimeline([rule]), "2022-01-01")).toMatchObject({
      state: "suspension ended unless extended",
      suspendedBy: null,
      until: "2021-12-31",
    });
  });

  test("a suspension ends with the last of what it suspends, and no later day of its own makes it doubtful", () => {
    const pause = controlRule({ id: "s", suspends: "r;q", effective: "2021-01-01", ends: "2021-12-31" });
    const states = (...rules: readonly Rule[]) =>
      ["2021-06-30", "2021-07-01", "2022-01-01"].map((day) => {
        const { state, until } = ruleState(pause, createTimeline([pause, ...rules]), day);
        return [state, until];
      });
    const first = controlRule({ id: "r", effective: "2020-01-01", ends: "2021-03-31" });
    const open = ["suspension ended unless extended", "2021-12-31"];
    expect(states(first, controlRule({ id: "q", effective: "2020-01-01", ends: "2021-06-30" }))).toEqual([
      ["in force", "2021-12-31"],
      ["ended", "2021-06-30"],
      ["ended", "2021-06-30"],
    ]);
    for (const others of [[first], [first, controlRule({ id: "q", effective: "2020-01-01" })]])
      expect(states(...others)).toEqual([["in force", "2021-12-31"], ["in force", "2021-12-31"], open]);
  });

  test("of several suspensions the one that lasts longest counts", () => {
    const rules = [
      controlRule({ effective: "2020-01-01" }),
      controlRule({ id: "s1", suspends: "r", effective: "2021-01-01", ends: "2021-12-31" }),
      controlRule({ id: "s2", suspends: "r", effective: "2021-12-01", ends: "2022-12-31" }),
    ];
    const state = (day: string) => ruleState(rules[0] as Rule, createTimeline(rules), day);
    expect(state("2021-11-30")).toMatchObject({ state: "suspended", suspendedBy: "s1", until: "2021-12-31" });
    expect(state("2022-06-01")).toMatchObject({ state: "suspended", suspendedBy: "s2" });
    expect(state("2023-01-01")).toMatchObject({ state: "suspension ended unless extended", suspendedBy: "s2" });
  });

  test("one suspended before it took effect is suspended, and comes into force if the suspension ends before", () => {
    const rules = [
      controlRule({ published: "2020-01-15", effective: "2020-06-01" }),
      controlRule({ id: "other", effective: "2020-01-01" }),
      controlRule({ id: "s", suspends: "r;other", effective: "2020-03-01", ends: "2020-04-30" }),
    ];
    const states = (at: number) =>
      ["2020-02-29", "2020-03-01", "2020-05-01", "2020-06-01"].map((day) => ruleState(rules[at] as Rule, createTimeline(rules), day).state);
    expect(states(0)).toEqual(["not yet in force", "suspended", "not yet in force", "suspension ended unless extended"]);
    expect(states(1)).toEqual(["in force", "suspended", "suspension ended unless extended", "suspension ended unless extended"]);
  });

  test("the timeline finds the rule that a control cites, of its issuer only", () => {
    const timeline = createTimeline([
      controlRule({ id: "a", citation: "Order 1", issuer: "SE" }),
      controlRule({ id: "b", citation: "Order 1" }),
      controlRule({ id: "c", citation: "Order 1" }),
      controlRule({ id: "d" }),
    ]);
    expect(timeline.cited({ issuer: "NO", citation: "Order 1" })?.id).toBe("b");
    expect(timeline.cited({ issuer: "DK", citation: "Order 1" })).toBeNull();
    expect(timeline.cited({ issuer: "NO", citation: "" })).toBeNull();
  });

  test("a row gets the day of effect of the rule that it cites first, by the nearest page before", () => {
    const rules = [
      controlRule({ id: "one", citation: "85 FR 83416", published: "2020-12-22", effective: "2020-12-18" }),
      controlRule({ id: "two", citation: "85 FR 83430", published: "2020-12-22", effective: "2020-12-20" }),
    ];
    const rows = [
      party({ entry: "a", citation: "85 FR 83420, 12/22/20", published: "2020-12-22" }),
      party({ entry: "b", citation: "86 FR 1, 1/4/21. 85 FR 83431, 12/22/20", published: "2020-12-22" }),
      party({ entry: "c", citation: "85 FR 83400, 12/22/20", published: "2020-12-22" }),
      party({ entry: "d", citation: "85 FR 83420", published: null }),
      party({ entry: "e", citation: "85 FR 83420, 12/22/20", published: "2020-12-22", effective: "2020-12-25" }),
    ];
    expect(withEffect(rows, rules).map(({ entry, effective, effectiveBy }) => [entry, effective, effectiveBy])).toEqual([
      ["a", "2020-12-18", "one"],
      ["b", "2020-12-20", "two"],
      ["c", null, null],
      ["d", null, null],
      ["e", "2020-12-25", null],
    ]);
  });
});

describe("the rules of the atlas", () => {
  test("the affiliates rule: in force, suspended, and after the last day of the suspension ended unless extended", async () => {
    const timeline = await allRules();
    const affiliates = timeline.rules.find(({ id }) => id === "2025-19001") as Rule;
    const state = (day: string) => ruleState(affiliates, timeline, day);
    expect(affiliates).toMatchObject({ published: "2025-09-30", effective: "2025-09-29" });
    expect(state("2025-09-28").state).toBe("not known yet");
    expect(state("2025-11-09").state).toBe("in force");
    expect(state("2025-11-10")).toMatchObject({ state: "suspended", suspendedBy: "2025-19846", until: "2026-11-09" });
    expect(state("2026-11-09").state).toBe("suspended");
    expect(state("2026-11-10").state).toBe("suspension ended unless extended");
    if (!controls.absent) expect(state("2026-11-10").caveats).toEqual(["data end 2026-02-04"]);
  });

  test("hold the Dutch and Japanese equipment rules and the Chinese notices on minerals, each with its document", async () => {
    const { rules } = await allRules();
    const of = (issuer: string) => rules.filter((each) => each.issuer === issuer);
    for (const issuer of ["NL", "JP", "CN"]) {
      expect(of(issuer).length).toBeGreaterThan(0);
      const told = (type: string | null) => type?.startsWith("Announced ") ?? false;
      const undated = of(issuer).filter(({ type, published, effective }) => !published || !(effective || told(type)));
      expect([...undated, ...of(issuer).filter(({ source, citation }) => !source || !citation)]).toEqual([]);
    }
    const ids = rules.map(({ id }) => id);
    for (const { suspends } of rules) expect(ids).toEqual(expect.arrayContaining(suspends?.split(";") ?? []));
  });
});

describe.skipIf(controls.absent)(`the timeline in ${controls.path}`, () => {
  test("ends on 2026-02-04 and tells the act on SMIC of 2020-12-18", async () => {
    const { rules, end } = await allRules();
    expect(end).toBe("2026-02-04");
    expect(rules.find(({ id }) => id === "2020-28031")).toMatchObject({
      citation: "85 FR 83416",
      published: "2020-12-22",
      effective: "2020-12-18",
    });
    expect(rules.find(({ id }) => id === "2020-28031")?.disputed).toEqual([]);
    // The author of an act dates it by its announcement
    expect(rules.find(({ id }) => id === "2019-10616")).toMatchObject({
      effective: "2019-05-16",
      disputed: [{ column: "effective", values: ["2019-05-16", "2019-05-15"] }],
    });
  });
});
