import { describe, expect, it, test } from "vitest";
import { endUseRules, exceptionLimits } from "../../../src/link/end-use-rules.ts";
import { type AskedItem, answerExceptionTo, covered, endUsesOf, isOneOf } from "../../../src/screen/items/end-use.ts";
import { createTimeline } from "../../../src/screen/rules/timeline.ts";
import { allRules } from "../loaded.ts";

const groups: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["B", new Set(["KR", "CN"])],
  ["D:1", new Set(["CN", "VN"])],
  ["D:4", new Set(["CN"])],
  ["D:5", new Set(["CN", "RU", "BY"])],
  ["A:5", new Set(["KR"])],
  ["A:6", new Set<string>()],
]);
const book = { groups, edition: "2026-07-23" };
const to = (economy: string, governedBy: string | null = null) => ({ economy, governedBy });

describe("rules on use and user", () => {
  const of = async (asked: AskedItem, destination = to("CN"), day = "2026-11-28") =>
    endUsesOf(endUseRules(), asked, { destination, book, timeline: await allRules(), day });
  const ids = async (...asking: Parameters<typeof of>) => (await of(...asking)).map(({ rule }) => rule.id);

  it("cite a section, a source and the day that was read, and name rules of the timeline", async () => {
    const known = new Set((await allRules()).rules.map(({ id }) => id));
    for (const rule of endUseRules()) {
      expect(rule.section, rule.id).toMatch(/^15 CFR \d{3}\.\d/);
      expect(
        [rule.source, rule.url, rule.when].every((text) => text.length > 5),
        rule.id,
      ).toBe(true);
      expect(rule.read, rule.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (rule.rule !== null) expect(known.has(rule.rule), rule.id).toBe(true);
    }
  });

  it("reach EAR99 where they reach any item, and entries where they name them", async () => {
    expect(await ids("EAR99")).toEqual(["advanced-node-facility", "design-software", "footnote-1", "footnote-4", "veu-chips"]);
    const tool = await ids({ item: "3B993", paragraph: "c" });
    expect(tool).toEqual(expect.arrayContaining(["meu-supplement-2", "unknown-node-facility", "equipment-making", "footnote-5"]));
    expect(tool).not.toContain("supercomputer");
    expect(await ids({ item: "3A001", paragraph: "z.1" })).toEqual(
      expect.arrayContaining(["supercomputer", "advanced-computing-headquarters"]),
    );
    expect(await ids({ item: "3A001", paragraph: "a.1" })).not.toContain("advanced-computing-headquarters");
  });

  it("hold for their destinations; Hong Kong follows China, Macau stands by itself", async () => {
    expect(await ids("EAR99", to("KR"))).toEqual(["footnote-1", "footnote-4"]);
    expect(await ids("EAR99", to("HK", "CN"))).toContain("advanced-node-facility");
    expect(await ids("EAR99", to("MO"))).toContain("advanced-node-facility");
    expect(await ids("EAR99", to("RU"))).toContain("meu-any-item");
  });

  it("tell what has not begun, and what was not read for a day", async () => {
    const on = async (id: string, day: string) => (await of("EAR99", to("CN"), day)).find(({ rule }) => rule.id === id);
    expect(await on("veu-chips", "2025-10-01")).toMatchObject({ state: "not yet in force", begins: "2025-12-31" });
    expect(await on("veu-chips", "2025-12-31")).toMatchObject({ state: "in force", begins: null });
    expect(await on("advanced-node-facility", "2022-10-06")).toMatchObject({ state: "not known yet" });
    expect(await on("advanced-node-facility", "2023-01-01")).toMatchObject({ state: "in force" });
    expect(await on("design-software", "2023-01-01")).toMatchObject({ state: "not known" });
  });

  it("are unclear where the groups are not loaded, never absent", () => {
    const [first] = endUsesOf(
      endUseRules(),
      { item: "3B001", paragraph: null },
      {
        destination: to("CN"),
        book: { groups: new Map() },
        timeline: createTimeline([]),
        day: "2026-11-28",
      },
    ).filter(({ rule }) => rule.id === "equipment-making");
    expect(first?.destination).toBe("unclear");
  });
});

describe("licence exceptions that part 740 leaves out", () => {
  const answer = (
    item: string,
    exception: string,
    text: string,
    paragraph: string | null,
    destination = to("CN"),
    edition = "2026-07-23",
  ) => {
    const row = { list: "ccl", edition, item, exception, text };
    const { says, because } = answerExceptionTo(row, paragraph, destination, { ...book, edition });
    return [says, because?.split(":")[0] ?? null];
  };

  it("cite a section, a source and the day that was read", () => {
    for (const limit of exceptionLimits()) {
      expect(limit.section).toMatch(/^15 CFR 740\.2/);
      expect(limit.items.length > 5 && limit.only.length > 0 && limit.source !== "").toBe(true);
    }
  });

  test.each([
    ["3B001", "IEC", "Yes, for 3B001.c.1.a, c.1.c, and .q", "c.1.a", to("CN"), ["not available", "15 CFR 740.2(a)(9)(i)"]],
    ["3B001", "IEC", "Yes, for 3B001.c.1.a, c.1.c, and .q", "c.1.a", to("MO"), ["not available", "15 CFR 740.2(a)(9)(i)"]],
    ["3B001", "IEC", "Yes, for 3B001.c.1.a, c.1.c, and .q", "c.1.a", to("KR"), ["may apply", null]],
    ["3B001", "IEC", "Yes, for 3B001.c.1.a, c.1.c, and .q", "q", to("CN"), ["may apply", null]],
    ["3B001", "GOV", "Yes", "c.1.a", to("CN"), ["may apply", null]],
    ["3B001", "LVS", "$500", null, to("CN"), ["see text", "15 CFR 740.2(a)(9)(i)"]],
    ["3B993", "LVS", "N/A", null, to("CN"), ["not available", null]],
    ["3D001", "TSR", "Yes", null, to("CN"), ["see text", "15 CFR 740.2(a)(9)(i)"]],
    ["3A090", "NAC", "Yes", "a", to("CN"), ["may apply", null]],
    ["3A090", "TSR", "Yes", "a", to("VN"), ["not available", "15 CFR 740.2(a)(9)(ii)"]],
    ["4A090", "LPP", "Yes", "a", to("VN"), ["not available", "15 CFR 740.2(a)(9)(ii)"]],
  ])("%s %s (%s), paragraph %s to %o", (item, exception, text, paragraph, destination, expected) => {
    expect(answer(item, exception, text, paragraph, destination)).toEqual(expected);
  });

  it("refer to the text for an edition before the one that was read", () => {
    expect(answer("3B001", "IEC", "Yes", "c.1.a", to("CN"), "2024-01-01")).toEqual(["see text", "15 CFR 740.2(a)(9)(i)"]);
  });
});

describe("places and items that a rule names", () => {
  it("are economies, groups, or everywhere", () => {
    expect([["*"], ["CN"], ["D:5"], ["D:9"], ["KR"], []].map((places) => isOneOf(to("CN"), places, book))).toEqual([
      "yes",
      "yes",
      "yes",
      "unclear",
      "no",
      "no",
    ]);
  });

  it("are entries, product groups, or parts of an entry", () => {
    const covers = [
      { item: "3B", scope: null, associated: false },
      { item: "3A001", scope: "z", associated: false },
      { item: "3D001", scope: null, associated: true },
    ];
    expect(
      [
        ["3B991", null],
        ["3A001", "z.2"],
        ["3A001", null],
        ["3A001", "b"],
        ["3D001", null],
        ["2B230", null],
      ].map(([item, paragraph]) => covered(covers, item as string, paragraph as string | null)),
    ).toEqual(["all", "all", "part", "none", "unclear", "none"]);
  });
});
