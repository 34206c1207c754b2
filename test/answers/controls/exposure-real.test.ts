import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExposureReport, exposureReportSchema } from "../../../src/answers/controls/controls-report.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { isLong } from "../../tiers.ts";
import { codeOf } from "../../workspace/folder.ts";
import { bundledWorkspace } from "../bundled-workspace.ts";
import { controls, controlsWorkspace } from "./controls-workspace.ts";

const technologies = ({ touched }: ExposureReport): readonly string[] => touched.map(({ technology }) => technology);

describe("exposure on the bundled atlas, without lists", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await open(await bundledWorkspace(), { asOf: "2026-11-25" });
  });
  afterAll(() => map.close());

  it("of a rule lists the technologies of the controls that cite it, by number or citation", async () => {
    const report = await map.exposureToControls({ target: "2022-21658" });
    expect(exposureReportSchema.parse(report)).toEqual(report);
    expect(report.rule).toMatchObject({ citation: "87 FR 62186", state: "in force" });
    expect(technologies(report)).toEqual(
      expect.arrayContaining(["ai-accelerators", "deposition", "etch", "lithography", "advanced-logic-foundry"]),
    );
    expect(report.touched.every(({ links }) => links.length > 0)).toBe(true);
    const etch = report.touched.find(({ technology }) => technology === "etch");
    expect(etch?.links).toContainEqual(
      expect.objectContaining({ rule: "withheld-by-rule", id: "us-2022-etch", citation: "87 FR 62186", effective: "2022-10-07" }),
    );
    expect(technologies(await map.exposureToControls({ target: "87 FR 62186" }))).toEqual(technologies(report));
  });

  it("tells who deals in a technology that is touched, and around it, with the link of each", async () => {
    const [near, far] = await Promise.all([0, 2].map((depth) => map.exposureToControls({ target: "2022-21658", depth })));
    expect(new Set(near?.chain.map(({ position }) => position))).toEqual(new Set(["at"]));
    const etch = near?.chain.find(({ technology }) => technology === "etch");
    expect(etch?.organisations.map(({ organisation }) => organisation)).toContain("lam-research");
    expect(etch?.organisations.every(({ links }) => links.length > 0)).toBe(true);
    expect(new Set(far?.chain.map(({ position }) => position))).toEqual(new Set(["at", "up", "down"]));
    expect(far?.chain.every(({ distance }) => distance <= 2)).toBe(true);
  });

  it("of an organisation is told by what it deals in and what is kept from it and its economy", async () => {
    const report = await map.exposureToControls({ target: "smee" });
    expect(report).toMatchObject({ kind: "party", organisation: { id: "smee", economy: "CN" }, parties: [] });
    const lithography = report.touched.find(({ technology }) => technology === "lithography");
    expect(lithography?.links.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["plant", "withheld-from-economy"]));
    expect(technologies(await map.exposureToControls({ target: "上海微电子装备" }))).toEqual(technologies(report));
    const huawei = await map.exposureToControls({ target: "Huawei" });
    expect(huawei.touched.flatMap(({ links }) => links.map(({ rule }) => rule))).toContain("withheld-from-party");
  });

  it("tells controls against everyone as such, but not those of a party's own economy", async () => {
    const links = async (target: string) =>
      (await map.exposureToControls({ target })).touched.flatMap(({ links: each, technology }) =>
        each.map((link) => ({ ...link, technology })),
      );
    const korean = await links("sk-hynix");
    expect(korean).toContainEqual(
      expect.objectContaining({ rule: "withheld-from-all", id: "cn-2023-gallium", technology: "gallium", state: "in force" }),
    );
    expect(korean).toContainEqual(
      expect.objectContaining({ rule: "reach-to-all", id: "cn-61-2025-jp", state: "suspension ended unless extended" }),
    );
    expect((await links("smee")).filter(({ id }) => id.startsWith("cn-"))).toEqual([]);
  });

  it("is refused for what is neither", async () => {
    expect(await codeOf(map.exposureToControls({ target: "Ostrander Bakery" }))).toBe("LM_PARTY_UNKNOWN");
    for (const depth of [-1, 0.5, 6, Number.NaN]) expect(await codeOf(map.exposureToControls({ target: "smee", depth }))).toBe("LM_USAGE");
  });
});

describe.skipIf(controls.absent)(`exposure with the lists in ${controls.path}`, () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await open(await controlsWorkspace(), { asOf: "2026-07-31" });
  });
  afterAll(() => map.close());

  it.runIf(isLong)("joins a party to its rows of lists, whose requirement reaches the inputs of what it makes", async () => {
    const report = await map.exposureToControls({ target: "SMEE" });
    expect(report.parties.map(({ list, origin, standing }) => [list, origin, standing.since])).toEqual([
      ["us-entity-list", "entity-list", "2022-12-16"],
      ["us-entity-list", "csl", "2022-12-16"],
    ]);
    expect(report.evidence.rules).toContain("link:plant");
  });

  it("of a rule that lists parties tells them and what they deal in", async () => {
    const report = await map.exposureToControls({ target: "2022-27151" });
    expect(report.parties.filter(({ origin }) => origin === "entity-list")).toHaveLength(36);
    expect(report.parties.flatMap(({ organisation }) => organisation ?? [])).toEqual(expect.arrayContaining(["smee", "ymtc"]));
    expect(technologies(report)).toContain("lithography");
  });

  it("of a ship says that nothing but controls against everyone links it to technologies", async () => {
    const report = await map.exposureToControls({ target: "csl/us-sdn/abba" });
    expect(report.touched.length).toBeGreaterThan(0);
    expect(report.finding).toContain("All links are controls against everyone");
    expect((await map.exposureToControls({ target: "SMEE" })).finding).not.toContain("against everyone");
  });

  it("differs by day as the lists do", async () => {
    const between = await map.controlsDiff({ from: "2024-06-01", to: "2025-06-01", lists: ["us-1260h"] });
    expect(between.removed.map(({ name }) => name)).toContain("Advanced Micro-Fabrication Equipment Inc. China");
    expect(between.added.map(({ name }) => name)).toContain("ChangXin Memory Technologies, Inc.");
    const shown = await map.control({ id: "2025-19001" });
    expect(shown.rule).toMatchObject({ state: "suspended", suspendedBy: "2025-19846", until: "2026-11-09" });
  });
});
