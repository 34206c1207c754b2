import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { cells } from "../bundled-data.ts";
import { openBundled } from "../bundled-workspace.ts";

describe("profiles of the bundled atlas", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await openBundled();
  });
  afterAll(() => map.close());

  it.each("US CN TW KR JP EU DE FR IT AT IE NL GB IL SG MY".split(" "))("say with a number what %s makes", async (home) => {
    const { finding, makes, evidence } = await map.economy({ economy: home });
    expect(finding).toMatch(/makes .*\d/);
    const documents = new Set(evidence.documents.map(({ id }) => id));
    expect(makes.length).toBeGreaterThan(0);
    expect(makes.filter(({ source }) => source === null || !documents.has(source))).toEqual([]);
    const { finding: loss, makingKnown, dependsOn } = await map.chokepoints({ home, top: 1 });
    expect([makingKnown, dependsOn.length]).toEqual([true, 0]);
    expect(loss).toMatch(/could take .*\d/);
  });

  it("name for every other home what it depends on, by holder, and never only that nothing is known", async () => {
    const { economies } = await map.map({});
    for (const { id } of economies) {
      const { finding, makingKnown, dependsOn } = await map.chokepoints({ home: id, top: 1 });
      if (makingKnown) continue;
      expect(dependsOn.length, id).toBeGreaterThan(0);
      expect(finding, id).toMatch(/It depends on .* for /);
    }
  });

  it("of an organisation hold its shares, each older one as such, and its plants", async () => {
    const { name, holds, history, economy, plants } = await map.organisation({ organisation: "Tokyo Electron Limited" });
    expect([name, economy]).toEqual(["Tokyo Electron", "JP"]);
    expect(holds.some(({ technology }) => technology === "coater-developer")).toBe(true);
    expect(new Set(plants.map(({ technology }) => technology)).size).toBeGreaterThanOrEqual(5);
    for (const old of history) {
      const newer = holds.find(
        ({ technology, basis, holder }) => technology === old.technology && basis === old.basis && holder === old.holder,
      );
      expect(newer?.year ?? 0, old.technology).toBeGreaterThan(old.year ?? 0);
    }
  });

  it("say what was meant where an organisation is misspelt", async () => {
    await expect(map.organisation({ organisation: "Tokio Elektron" })).rejects.toMatchObject({
      code: "LM_ORGANISATION_UNKNOWN",
      message: expect.stringContaining("Tokyo Electron"),
    });
  });

  it("use for a day only what was known by then", async () => {
    const then = await openBundled("2018-06-30");
    const { lines, finding } = await then.technologyHistory({ technology: "nand" });
    const { plants } = await then.organisation({ organisation: "ymtc" });
    const { patents } = await then.organisation({ organisation: "asml" });
    const { plants: plantsOfGermany } = await then.economy({ economy: "DE" });
    then.close();
    expect(finding).not.toMatch(/20(19|2\d)/);
    expect(plants).toEqual([]);
    expect(patents.filter(({ year }) => year !== null && year > 2018)).toEqual([]);
    expect(plantsOfGermany.filter(({ status }) => status === "building" || status === "planned")).toEqual([]);
    expect(lines.filter(({ used }) => used).length).toBeGreaterThan(0);
    expect(lines.filter(({ used, known }) => used && (known === null || known > "2018-06-30"))).toEqual([]);
    expect(lines.some(({ known }) => known !== null && known > "2018-06-30")).toBe(true);
  });

  it("of a tool maker name parts of its tools, of a chip maker what goes into its own chips", async () => {
    const needs = async (organisation: string) => {
      const { dependsOn } = await map.organisation({ organisation });
      return { all: dependsOn.map(({ technology }) => technology), sure: dependsOn.flatMap((line) => (line.sure ? line.technology : [])) };
    };
    const tools = cells("atlas/technologies.csv").flatMap(({ id, stage }) => (stage === "tools" ? id : []));
    for (const maker of ["tokyo-electron", "asml", "applied-materials"])
      expect(
        (await needs(maker)).all.filter((id) => tools.includes(id)),
        maker,
      ).toEqual([]);
    expect((await needs("asml")).sure[0]).toBe("euv-optics");
    expect((await needs("tsmc")).sure[0]).toBe("euv-lithography");
    for (const maker of ["smic", "cxmt"]) {
      const { all } = await needs(maker);
      expect(
        all.filter((id) => id.startsWith("euv-") || id === "high-na-euv-lithography"),
        maker,
      ).toEqual([]);
      expect(all, maker).toContain("arf-immersion-lithography");
    }
    const { all, sure } = await needs("nexperia");
    expect(sure).toEqual(expect.arrayContaining(["wire-bonders", "lead-frames", "silicon-wafers"]));
    expect([sure.includes("abf-film"), all.some((id) => id.startsWith("euv-"))]).toEqual([false, false]);
  });

  it("of an organisation tell rules and orders whose titles name it, as known on the day", async () => {
    const { orders, finding } = await map.organisation({ organisation: "nexperia" });
    const expected = ["nl-ok-nexperia-2026", "nl-wbg-suspension", "nl-ok-nexperia-2025", "cn-2025-nexperia", "nl-wbg-nexperia"];
    expect(orders.map(({ id }) => id)).toEqual(expect.arrayContaining(expected));
    expect(finding).toMatch(/ 5 rules or orders name it\./);
    const then = await openBundled("2025-10-11");
    const { orders: known } = await then.organisation({ organisation: "nexperia" });
    then.close();
    expect(known.map(({ id }) => id)).toEqual(["cn-2025-nexperia"]);
  });

  it("of an economy whose figures are all nought say that it makes none", async () => {
    const { finding } = await map.economy({ economy: "IN" });
    expect(finding).toMatch(/makes none of the world's /);
  });
});
