import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  controlShownSchema,
  controlsDiffSchema,
  controlsListSchema,
  timelineSchema,
  watchReportSchema,
} from "../../../src/answers/controls/controls-report.ts";
import { load } from "../../../src/library/load.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { controlView as controlViewSaid } from "../../../src/report/controls/control.ts";
import { controlsDiffView as controlsDiffViewSaid } from "../../../src/report/controls/controls-diff.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { english } from "../../words/english.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";

const controlView = english(controlViewSaid);
const controlsDiffView = english(controlsDiffViewSaid);

const folder = temporaryFolder();
const list = "Entity List (EL) - Bureau of Industry and Security";
const header = "source,name,type,addresses,federal_register_notice,alt_names,license_requirement,start_date,end_date";
const rows = {
  nord: `${list},Nord Ltd,Entity,CN,85 FR 83420,,For all items,2020-12-18,`,
  sund: `${list},Sund Ltd,Entity,RU,,,,2022-01-01,2023-01-01`,
  vest: `${list},Vest Ltd,Entity,CN,,,,2024-05-05,`,
};

function file(name: string, text: string): string {
  const dir = join(folder, name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "list.csv"), text);
  return join(dir, "list.csv");
}

const rules = [
  "document_number,publication_date,fr_citation,type,title",
  "2020-1,2020-12-22,85 FR 83416,Rule,Addition of Entities to the Entity List",
  "2021-1,2021-03-01,86 FR 1,Rule,Expansion of End-Use Controls",
].join("\n");

let dir = "";
beforeAll(async () => {
  dir = join(folder, "workspace");
  await createWorkspace(dir);
  await load(dir, "csl", [file("first", [header, rows.nord, rows.sund].join("\n"))]);
  await load(dir, "csl", [file("second", [header, rows.nord.replace("For all items", "See text"), rows.vest].join("\n"))]);
  await load(dir, "rules", [file("rules", `${rules}\n`)]);
});

async function ask<T>(question: (map: Levermap) => Promise<T>, asOf = "2024-06-01", workspace = dir): Promise<T> {
  const map = await open(workspace, { asOf });
  try {
    return await question(map);
  } finally {
    map.close();
  }
}

describe("what is loaded of controls", () => {
  it("is told by list and reading, with what is in force on the day", async () => {
    const report = await ask((map) => map.controlsList({}));
    expect(controlsListSchema.parse(report)).toEqual(report);
    expect(report.lists).toMatchObject([{ list: "us-entity-list", readings: [{ origin: "csl", inForce: 2, startUnknown: 0 }] }]);
    expect(report.rules).toEqual([{ issuer: "US", states: [{ state: "in force", rules: 2 }] }]);
    expect(report.dataEnd).toBe("2021-03-01");
    expect((await ask((map) => map.controlsList({}), "2021-01-01")).lists[0]?.readings[0]?.inForce).toBe(1);
  });

  it("is told where no list is loaded, too", async () => {
    const empty = join(folder, "empty");
    await createWorkspace(empty);
    const report = await ask((map) => map.controlsList({}), "2024-06-01", empty);
    expect(report).toMatchObject({ lists: [], itemEditions: [], rules: [], dataEnd: null });
    expect(report.evidence.limits).toContain("No list of parties is loaded.");
  });
});

describe("one control", () => {
  it("is a list, an entry, or a rule by number or citation", async () => {
    const shown = await ask((map) => map.control({ id: "us-entity-list" }));
    expect(controlShownSchema.parse(shown)).toEqual(shown);
    expect(shown.list).toMatchObject({ issuer: "US", title: "Entity List", reconciled: [] });
    const entry = await ask((map) => map.control({ id: "csl/us-entity-list/nord-ltd-cn" }));
    expect(entry.parties).toMatchObject([{ name: "Nord Ltd", requirement: "See text", standing: { since: "2020-12-18" } }]);
    for (const id of ["2021-1", "86 FR 1", "86 fr 1"]) {
      expect((await ask((map) => map.control({ id }))).rule).toMatchObject({ id: "2021-1", state: "in force", basis: "publication" });
    }
  });

  it("of a rule on a day before its publication says when it was published, and the list counts it as such", async () => {
    const shown = await ask((map) => map.control({ id: "2021-1" }), "2021-02-28");
    expect(shown.rule).toMatchObject({
      state: "not known yet",
      note: null,
      published: "2021-03-01",
      known: "2021-03-01",
      basis: null,
      until: null,
    });
    expect(controlView(shown).finding).toMatch(/on 2021-02-28: not known yet; published on 2021-03-01, after that day\.$/);
    const { rules } = await ask((map) => map.controlsList({}), "2021-02-28");
    expect(rules).toEqual([
      {
        issuer: "US",
        states: [
          { state: "in force", rules: 1 },
          { state: "published later", rules: 1 },
        ],
      },
    ]);
  });

  it("is refused where there is none of that id", async () => {
    expect(await codeOf(ask((map) => map.control({ id: "us-entity-lst" })))).toBe("LM_CONTROL_UNKNOWN");
    await expect(ask((map) => map.control({ id: "" }))).rejects.toMatchObject({
      code: "LM_USAGE",
      message: "This cannot be asked (id is empty).",
    });
  });
});

describe("the timeline", () => {
  it("is in order of days, by kind and day, each rule as it stands", async () => {
    const report = await ask((map) => map.timeline({}), "2021-01-01");
    expect(timelineSchema.parse(report)).toEqual(report);
    expect(report.rules.map(({ id, state }) => [id, state])).toEqual([["2020-1", "in force"]]);
    expect(report.publishedLater).toBe(1);
    expect((await ask((map) => map.timeline({ kind: "end-use" }))).rules.map(({ id }) => id)).toEqual(["2021-1"]);
    expect((await ask((map) => map.timeline({ to: "2020-12-22" }))).rules.map(({ id }) => id)).toEqual(["2020-1"]);
    expect((await ask((map) => map.timeline({ from: "2020-12-23" }))).rules.map(({ id }) => id)).toEqual(["2021-1"]);
    expect((await ask((map) => map.timeline({ issuer: "nl" }))).rules).toEqual([]);
  });
});

describe("differences", () => {
  it("between two days are rows that came and went, and rules that stand otherwise", async () => {
    const report = await ask((map) => map.controlsDiff({ from: "2020-12-20", to: "2024-06-01" }));
    expect(controlsDiffSchema.parse(report)).toEqual(report);
    expect(report.added.map(({ name }) => name)).toEqual(["Vest Ltd"]);
    expect(report.removed).toEqual([]);
    expect(report.rules.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["2020-1", "not known yet", "in force"],
      ["2021-1", "not known yet", "in force"],
    ]);
    const listed = await ask((map) => map.controlsDiff({ from: "2020-12-20", to: "2024-06-01", lists: ["us-entity-list"] }));
    expect([listed.added.map(({ name }) => name), listed.rules]).toEqual([["Vest Ltd"], []]);
  });

  it("are not looked through by a search for names, which says so", async () => {
    const { notLoaded } = await ask((map) => map.find({ query: "qqqqqqqqqq zzzzzzzz" }));
    expect(notLoaded).toContain("Names on lists of parties are found by screening them.");
  });

  it("between two days are those of rules where no list is loaded, too", async () => {
    const workspace = join(folder, "rules-only");
    await createWorkspace(workspace);
    await load(workspace, "rules", [file("only", `${rules}\n`)]);
    const days = { from: "2020-12-20", to: "2021-01-01" };
    const report = await ask((map) => map.controlsDiff(days), "2024-06-01", workspace);
    expect(report.rules.map(({ id }) => id)).toEqual(["2020-1"]);
    expect(report.evidence.limits).toContain("No list of parties is loaded.");
    expect(controlsDiffView(report).finding).toMatch(/: rows of lists unknown, as no list is loaded; 1 rule with another state, counted/);
    expect(await codeOf(ask((map) => map.controlsDiff({ ...days, lists: ["us-entity-list"] }), "2024-06-01", workspace))).toBe(
      "LM_NO_LISTS",
    );
  });

  it("between two loads are found by themselves, or by their ids in either order", async () => {
    const report = await ask((map) => map.watch({}));
    expect(watchReportSchema.parse(report)).toEqual(report);
    expect(report.comparisons).toHaveLength(1);
    const [{ added, removed, changed, from, to }] = report.comparisons as [(typeof report.comparisons)[number]];
    expect([added, removed].map((each) => each.map(({ name }) => name))).toEqual([["Vest Ltd"], ["Sund Ltd"]]);
    expect(changed).toMatchObject([{ name: "Nord Ltd", changes: [{ column: "requirement", before: "For all items", after: "See text" }] }]);
    const [turned] = (await ask((map) => map.watch({ from: to.id, to: from.id }))).comparisons;
    expect([turned?.added, turned?.removed].map((each) => each?.map(({ name }) => name))).toEqual([["Sund Ltd"], ["Vest Ltd"]]);
    expect(await codeOf(ask((map) => map.watch({ from: "0000000000000000", to: to.id })))).toBe("LM_LOAD_UNKNOWN");
  });

  it("between two copies under names of their own are found as between those of one name", async () => {
    const workspace = join(folder, "named-apart");
    await createWorkspace(workspace);
    const named = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    await load(workspace, "csl", [named("list-2026-06-01.csv", [header, rows.nord, rows.sund].join("\n"))]);
    await load(workspace, "csl", [named("list-2026-07-01.csv", [header, rows.nord, rows.vest].join("\n"))]);
    await load(workspace, "csl", [named("list-2026-05-01.csv", [header, rows.sund].join("\n"))]);
    const { comparisons } = await ask((map) => map.watch({}), "2026-08-01", workspace);
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]).toMatchObject({
      dataset: "list-2026-07-01.csv",
      added: [{ name: "Vest Ltd" }],
      removed: [{ name: "Sund Ltd" }],
    });
  });

  it("go to the newer copy where an old extract without a day was loaded later", async () => {
    const workspace = join(folder, "extract");
    await createWorkspace(workspace);
    for (const [name, ...lines] of [
      ["whole.csv", rows.nord, rows.vest],
      ["extract.csv", rows.nord],
    ] as const) {
      writeFileSync(join(folder, name), [header, ...lines].join("\n"));
      await load(workspace, "csl", [join(folder, name)]);
    }
    const { comparisons } = await ask((map) => map.watch({}), "2026-08-01", workspace);
    expect(comparisons).toMatchObject([{ dataset: "whole.csv", added: [{ name: "Vest Ltd" }], removed: [] }]);
  });

  it("are refused where the days, the kind or the issuer asked for cannot be", async () => {
    const turned = { from: "2024-06-01", to: "2024-05-01" };
    expect(await codeOf(ask((map) => map.controlsDiff(turned)))).toBe("LM_USAGE");
    expect(await codeOf(ask((map) => map.timeline(turned)))).toBe("LM_USAGE");
    expect(await codeOf(ask((map) => map.timeline({ kind: "foo" })))).toBe("LM_USAGE");
    expect(await codeOf(ask((map) => map.timeline({ issuer: "ZZ" })))).toBe("LM_ECONOMY_UNKNOWN");
    expect((await ask((map) => map.timeline({ issuer: "us", kind: "listed-party" }))).rules.map(({ id }) => id)).toEqual(["2020-1"]);
    expect((await ask((map) => map.timeline({ issuer: "KR" }))).rules).toEqual([]);
  });

  it("between two loads of rules are those that came, went, and stand on other days", async () => {
    const workspace = join(folder, "rules-twice");
    await createWorkspace(workspace);
    const statements = (lines: readonly string[]): string =>
      `${["document_number,publication_date,fr_citation,type,title", ...lines].join("\n")}\n`;
    const kept = "2020-1,2020-12-22,85 FR 83416,Rule,Addition of Entities to the Entity List";
    await load(workspace, "rules", [
      file("rules-before", statements([kept, "2021-1,2021-03-01,86 FR 1,Rule,Gone", "2021-2,2021-03-02,86 FR 2,Rule,Moved"])),
    ]);
    await load(workspace, "rules", [
      file("rules-after", statements([kept, "2021-2,2021-03-05,86 FR 2,Rule,Moved", "2021-3,2021-03-03,86 FR 3,Rule,Come"])),
    ]);
    const [comparison] = (await ask((map) => map.watch({}), "2024-06-01", workspace)).comparisons;
    expect(comparison?.rules.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["2021-1", "published 2021-03-01", "not loaded"],
      ["2021-2", "published 2021-03-02", "published 2021-03-05"],
      ["2021-3", "not loaded", "published 2021-03-03"],
    ]);
  });

  it("between two loads of a control list are entries that came, went, or say something else in any part", async () => {
    const workspace = join(folder, "items-twice");
    await createWorkspace(workspace);
    const entry = (eccn: string, text: string) => ({
      eccn,
      heading: "Mills",
      reasonForControl: "NS, AT",
      countryChart: [{ control: "NS applies to entire entry", countryChart: "NS Column 2." }],
      licenceExceptionFlags: {},
      relatedControls: null,
      items: [{ paragraph: "a", kind: "item", depth: 1, text }],
    });
    const list = (name: string, entries: readonly object[]): string => {
      const path = join(folder, name, "ccl_entries.json");
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(path, JSON.stringify({ citation: "Part 774", ecfrIssueDate: "2026-07-23", entries }, null, 1));
      return path;
    };
    await load(workspace, "ccl", [list("items-before", [entry("3B001", "Mills"), entry("3B002", "Gone")])]);
    await load(workspace, "ccl", [list("items-after", [entry("3B001", "Wind mills"), entry("3B003", "Come")])]);
    const [comparison] = (await ask((map) => map.watch({}), "2024-06-01", workspace)).comparisons;
    expect(comparison?.items).toEqual({ added: ["3B003"], removed: ["3B002"], changed: ["3B001"] });
  });
});
