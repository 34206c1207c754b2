import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ControlData, controlData, requireLists } from "../../../src/answers/screen/control-data.ts";
import { answerScreen as answerScreenSaid } from "../../../src/answers/screen/screen.ts";
import { screenReportSchema } from "../../../src/answers/screen/screen-report.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { english } from "../../words/english.ts";
import { controls, controlsWorkspace } from "../controls/controls-workspace.ts";

const answerScreen = english(answerScreenSaid);

let workspace: Workspace;
let data: ControlData;

/** Lists on which a name is found on a day. */
async function listsOf(name: string, asOf = "2026-07-31", by: "effective" | "publication" = "effective"): Promise<readonly string[]> {
  const { results } = await answerScreen(data, { queries: [{ name, kind: "organisation" }], by, top: 200 }, asOf);
  return [...new Set(results[0]?.hits.map(({ list, origin }) => `${list} ${origin}`))].sort();
}

const us = ["us-entity-list csl", "us-entity-list entity-list"];

describe.skipIf(controls.absent)(`screening against the lists in ${controls.path}`, () => {
  beforeAll(async () => {
    workspace = await openWorkspace(await controlsWorkspace(), { mode: "read" });
    data = controlData(workspace);
    await (await requireLists(data)).index();
  });
  afterAll(() => workspace.close());

  it.each([
    ["Dawning Information Industry", "2025-06-01"],
    ["China SpaceSat", "2025-06-01"],
    ["Inner Mongolia First Machinery Group", "2026-07-01"],
  ])("a firm that an edition prints with a bracket or a form more is not told as removed: %s on %s", async (name, day) => {
    const { results } = await answerScreen(data, { queries: [{ name, kind: "organisation" }], top: 200 }, day);
    const listed = results[0]?.hits.filter(({ list }) => list === "us-1260h") ?? [];
    expect(listed.length).toBeGreaterThan(0);
    const gone = results[0]?.notInForce.filter(({ list, standing }) => list === "us-1260h" && standing.status === "no longer listed");
    expect(gone?.filter(({ score }) => score > 0.9).map((hit) => hit.name)).toEqual([]);
  });

  it.each([
    ["Huawei", "Huawei Technologies Co., Ltd.", "华为技术有限公司", "華為", "Huawey Technologies"],
    [
      "SMIC",
      "Semiconductor Manufacturing International Corporation",
      "中芯國際",
      "中芯国际集成电路制造有限公司",
      "Semiconducter Manufacturing Internatonal Corp",
    ],
    ["YMTC", "Yangtze Memory Technologies", "长江存储科技有限责任公司", "長江存儲", "Yangtse Memory Technologies Co Ltd"],
    [
      "SMEE",
      "Shanghai Micro Electronics Equipment",
      "上海微电子装备(集团)股份有限公司",
      "上海微電子",
      "Shanghai Micro Electronic Equipement Group",
    ],
    ["NAURA", "Naura Technology Group", "北方华创科技集团股份有限公司", "北方華創", "Nauras Technology Group Co"],
    [
      "Biren",
      "Shanghai Biren Intelligent Technology Co., Ltd.",
      "上海壁仞智能科技有限公司",
      "壁仞",
      "Shanghai Birren Inteligent Technology",
    ],
  ])("finds %s under each of its names", async (...names) => {
    for (const name of names) expect([name, await listsOf(name)]).toEqual([name, expect.arrayContaining(us)]);
  });

  it.each([
    ["Samsung Electronics", "Samsung Electronics Co., Ltd."],
    ["SK hynix", "SK hynix Inc."],
    ["Tokyo Electron", "東京エレクトロン株式会社"],
  ])("finds %s on neither", async (...names) => {
    for (const name of names) expect([name, (await listsOf(name)).filter((list) => us.includes(list))]).toEqual([name, []]);
  });

  it("finds AMEC on the list of section 1260H while it was on it, and on no other", async () => {
    for (const name of ["AMEC", "Advanced Micro-Fabrication Equipment Inc. China", "中微半导体设备(上海)股份有限公司"]) {
      expect([name, (await listsOf(name, "2024-06-01")).filter((list) => !list.startsWith("us-1260h "))]).toEqual([name, []]);
      expect([name, await listsOf(name, "2024-06-01")]).toEqual([name, ["us-1260h us-1260h-editions"]]);
      expect([name, await listsOf(name, "2025-06-01")]).toEqual([name, []]);
    }
  });

  it("finds CXMT on the list of section 1260H only, on the days on which it was on it", async () => {
    for (const name of ["CXMT", "ChangXin Memory Technologies"]) {
      expect([name, await listsOf(name, "2026-03-01")]).toEqual([name, []]);
      expect([name, await listsOf(name, "2025-06-01")]).toEqual([name, ["us-1260h us-1260h-editions"]]);
      expect([name, await listsOf(name, "2026-07-31")]).toEqual([name, ["us-1260h dow-1260h", "us-1260h us-1260h-editions"]]);
    }
    expect(await listsOf("长鑫存储技术有限公司", "2025-06-01")).toContain("us-1260h us-1260h-editions");
    expect(
      (await listsOf("长鑫存储技术有限公司", "2026-03-01")).filter((list) => us.includes(list) || list.startsWith("us-1260h")),
    ).toEqual([]);
  });

  it("dates SMIC by effect or by publication, also in the reading that prints no day", async () => {
    const entityList = async (day: string, by: "effective" | "publication"): Promise<readonly string[]> =>
      (await listsOf("SMIC", day, by)).filter((list) => us.includes(list));
    expect(await entityList("2020-12-17", "effective")).toEqual([]);
    expect(await entityList("2020-12-18", "effective")).toEqual(us);
    expect(await entityList("2020-12-21", "publication")).toEqual([]);
    expect(await entityList("2020-12-22", "publication")).toEqual(us);
  });

  it.each(["CORP", "TECH", "株式会社", "有限公司"])("finds nothing for a bare %s", async (name) => {
    expect(await listsOf(name)).toEqual([]);
  });

  it("explains itself", async () => {
    const report = await answerScreen(data, { queries: [{ name: "中芯國際", economy: "CN" }], lists: ["us-entity-list"] }, "2026-07-31");
    expect(screenReportSchema.parse(report)).toEqual(report);
    const hit = report.results[0]!.hits.find(({ origin, name }) => origin === "entity-list" && name.includes("(SMIC)"))!;
    expect(hit).toMatchObject({
      place: "same",
      matchedName: expect.stringMatching(/^中芯(国际|國際)$/),
      matchedNameFrom: { organisation: "smic", source: expect.stringMatching(/^p-/) },
      standing: { status: "listed", basis: "effective", since: "2020-12-18", effectiveBy: "2020-28031" },
      footnotes: [5],
      decision: null,
    });
    expect(report.lists.map(({ list, readings }) => [list, readings.map(({ origin }) => origin)])).toEqual([
      ["us-entity-list", ["csl", "entity-list"]],
    ]);
    expect(report.statement).toContain("not clearance");
    expect(report.evidence.limits.join("\n")).toMatch(/later changes are not in it/);
    expect(report.evidence.limits.join("\n")).toMatch(/2025-19001\): suspended until 2026-11-09 on 2026-07-31, data end 2026-02-04/);
  });
});
