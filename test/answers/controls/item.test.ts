import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ItemReport, itemReportSchema } from "../../../src/answers/controls/item-report.ts";
import { itemView as itemViewSaid } from "../../../src/report/controls/item.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { english } from "../../words/english.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { openAsk } from "../open-ask.ts";
import { loadInventedControls } from "./controls-invented.ts";
import { controls, controlsWorkspace } from "./controls-workspace.ts";

const itemView = english(itemViewSaid);

const folder = temporaryFolder();
let invented: Workspace;

beforeAll(async () => {
  const dir = join(folder, "invented");
  await createWorkspace(dir);
  await loadInventedControls(dir, folder);
  invented = await openWorkspace(dir, { mode: "read" });
});
afterAll(() => invented.close());

const ask = (query: string, destination?: string, day = "2026-08-01", workspace = invented): Promise<ItemReport> =>
  openAsk(workspace, { asOf: day }).item({ query, destination });

describe("an item of an invented control list", () => {
  it("is found by its number, with what its reasons cover and the licence question", async () => {
    const report = await ask("3b001.A", "CN");
    expect(itemReportSchema.parse(report)).toEqual(report);
    expect(report.entry).toMatchObject({ item: "3B001", heading: "Mills", reasons: [{ reason: "NS", covers: "all" }] });
    expect(report.entry?.paragraphs.map(({ paragraph }) => paragraph)).toEqual(["a", "a.1"]);
    expect(report.chart).toMatchObject({ place: "China", marks: ["NS 2"] });
    expect(report.licences[0]).toMatchObject({ item: "3B001.a", answer: "required", reasons: [{ because: "NS 2 of the Country Chart" }] });
    expect(report.found).toEqual([]);
  });

  it.each(["3B001a1", "ECCN 3B001.a.1", "3B001.a.1.", "3b001 A 1", "eccn: 3B001(a)(1)"])("is read as it is written: %s", async (query) => {
    const [licence] = (await ask(query, "CN")).licences;
    expect(licence).toMatchObject({ item: "3B001.a.1", answer: "required" });
  });

  it.each(["3B001", "3B001.", "ECCN 3B001"])("is read as a whole: %s", async (query) => {
    expect((await ask(query, "CN")).licences[0]?.item).toBe("3B001");
  });

  it("is told as missing where the text loaded has no such paragraph, with the entry as a whole", async () => {
    const report = await ask("3B001.z", "NL");
    expect(itemReportSchema.parse(report)).toEqual(report);
    expect(report.licences).toMatchObject([{ item: "3B001.z", answer: "no such paragraph in the text loaded", exceptions: [] }]);
    expect(report.entry?.paragraphs.map(({ paragraph }) => paragraph)).toEqual(["a", "a.1"]);
    expect(report.evidence.limits[0]).toContain("no paragraph z of 3B001");
  });

  it("is told in words where it is EAR99, with the rules on use and user", async () => {
    const report = await ask("EAR99", "CN", "2026-11-28");
    expect(itemReportSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({ ear99: true, entry: null, found: [], licences: [] });
    expect(report.endUse.map(({ id }) => id)).toContain("advanced-node-facility");
    expect(report.endUse.find(({ id }) => id === "advanced-node-facility")).toMatchObject({
      section: "15 CFR 744.23(a)(2)(i)",
      exceptions: "text not loaded",
    });
    const view = itemView(report);
    expect(view.finding).toMatch(/^EAR99 to CN: no entry of the list has it, .* may\./);
    expect(JSON.stringify(view.blocks)).toContain("facility that makes advanced-node integrated circuits (744.23(a)(2)(i)");
    expect((await ask("ear 99")).endUse).toEqual([]);
  });

  it("is no clearance where no entry has its words: it may be EAR99, on which rules on use and user bear", async () => {
    const report = await ask("unheard-of o-ring", "CN", "2026-11-28");
    expect([report.found, report.ear99]).toEqual([[], false]);
    expect(report.evidence.limits.join(" ")).toContain("may be EAR99, which is not clearance");
    expect(report.endUse).toEqual((await ask("EAR99", "CN", "2026-11-28")).endUse);
    const words = JSON.stringify(itemView(report).blocks);
    expect(words).toContain("What no entry describes is EAR99");
    expect(words).toMatch(/EAR99 is not clearance: a licence to CN may be needed by use or user: .*744\.23\(a\)\(2\)\(i\)/);
    for (const query of ["unheard-of o-ring", "EAR99", "wind mill"]) {
      const shown = JSON.stringify(itemView(await ask(query)).blocks);
      expect([query, /EAR99.* not clearance: a licence may still be needed .*part 744/.test(shown)]).toEqual([query, true]);
    }
    expect((await ask("wind mill", "CN")).endUse).toEqual([]);
    expect(JSON.stringify(itemView(await ask("3B001.a", "CN")).blocks)).not.toContain("EAR99");
  });

  it("is told the rules on use and user also on a day before the first edition, with what has not begun", async () => {
    const early = await ask("EAR99", "CN", "2025-10-01");
    expect(early.edition).toBeNull();
    expect(early.endUse.find(({ id }) => id === "veu-chips")).toMatchObject({ destination: "yes" });
    expect(early.endUse.find(({ id }) => id === "advanced-node-facility")).toMatchObject({ destination: "unclear" });
    const view = JSON.stringify(
      itemView({ ...early, endUse: early.endUse.map((each) => ({ ...each, state: "not yet in force" as const, begins: "2025-12-31" })) })
        .blocks,
    );
    expect(view).toContain("plants that were validated end users (748.15; not yet in force, begins on 2025-12-31)");
    expect(JSON.stringify(itemView(early).blocks)).toContain("its country groups are not loaded");
  });

  it("has the rules on use and user beside the licence question", async () => {
    const report = await ask("3B001.a", "CN", "2026-11-28");
    expect(report.endUse.map(({ id }) => id)).toEqual(expect.arrayContaining(["equipment-making", "unknown-node-facility", "footnote-5"]));
    expect((await ask("3B001.a", undefined, "2026-11-28")).endUse).toEqual([]);
  });

  it("is found by words", async () => {
    const { found, entry, licences } = await ask("wind mill", "CN");
    expect(entry).toBeNull();
    expect(found[0]).toMatchObject({ paragraph: "a.1", score: 1 });
    expect(licences.map(({ answer }) => answer)).toContain("required");
  });

  it("is never simply free: an embargo, a day before the edition, an entry that is not there", async () => {
    expect((await ask("3B001.a", "CU")).licences[0]).toMatchObject({ answer: "depends on text not loaded", elsewhere: ["See part 746."] });
    const early = await ask("3B001.a", "CN", "2026-07-22");
    expect(early).toMatchObject({ edition: null, entry: null, licences: [{ answer: "no edition loaded" }] });
    expect(early.evidence.limits.join("\n")).toContain("No edition loaded for 2026-07-22: the earliest is of 2026-07-23.");
    const none = await ask("9A999", "CN");
    expect(none.licences[0]?.answer).toBe("not in the list");
    expect(none.evidence.limits.join("\n")).toContain("not clearance");
  });

  it.each(["cn", "CN", "China"])("takes the destination by any code or name of it: %s", async (destination) => {
    expect((await ask("3B001.a", destination)).licences[0]).toMatchObject({ destination: "CN", answer: "required" });
  });

  it("is refused for a destination or a question that is none", async () => {
    expect(await codeOf(ask("3B001", "XX"))).toBe("LM_ECONOMY_UNKNOWN");
    expect(await codeOf(ask("  "))).toBe("LM_USAGE");
    for (const destination of ["US", "United States", "PR"])
      await expect(ask("3B001.a", destination)).rejects.toMatchObject({
        code: "LM_USAGE",
        message: expect.stringContaining("not an export"),
      });
  });
});

describe.skipIf(controls.absent)(`items of the control list in ${controls.path}`, () => {
  let real: Workspace;
  beforeAll(async () => {
    real = await openWorkspace(await controlsWorkspace(), { mode: "read" });
  });
  afterAll(() => real.close());

  it.each([
    ["3B001.f.1", "CN", "required", ["NS group D:5", "RS group D:5"]],
    ["3B001.f.1", "HK", "required", ["NS group D:5", "RS group D:5"]],
    ["3B001.f.1", "MO", "required", ["NS named", "RS named"]],
    ["3B001.a.1", "CN", "required", ["NS NS 2 of the Country Chart"]],
    ["3B001.a.1", "NL", "not on these grounds", []],
    ["3B001.q", "NL", "required", ["NS worldwide", "RS worldwide"]],
    ["3A090.a", "NL", "required", ["RS worldwide"]],
    ["3B991", "RU", "depends on text not loaded", []],
    ["3B993", "CN", "depends on text not loaded", []],
  ])("%s to %s: %s", async (query, destination, answer, because) => {
    const [licence] = (await ask(query, destination, "2026-08-01", real)).licences;
    const grounds = licence?.reasons.flatMap(({ reason, outcome, because: of }) => (outcome === "required" ? [`${reason} ${of}`] : []));
    expect([licence?.answer, grounds]).toEqual([answer, because]);
  });

  it("flags the exception for masks, sends Russia to its section, and answers no earlier day", async () => {
    const masks = (await ask("3B001.q", "NL", "2026-08-01", real)).licences[0];
    expect(masks?.exceptions.find(({ exception }) => exception === "IEC")?.says).toBe("may apply");
    expect((await ask("3B991", "RU", "2026-08-01", real)).licences[0]?.elsewhere.join(" ")).toContain("746.8");
    expect((await ask("3B001.q", "NL", "2026-07-22", real)).licences[0]?.answer).toBe("no edition loaded");
  });

  it("links entries to technologies of the map", async () => {
    const { entry, evidence } = await ask("3B001.f.1", undefined, "2026-08-01", real);
    expect(entry?.technologies.map(({ technology }) => technology)).toContain("euv-lithography");
    expect(evidence.documents.map(({ id }) => id)).toEqual(["p-ccl"]);
  });
});
