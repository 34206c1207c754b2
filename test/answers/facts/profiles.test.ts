import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

describe("profiles of the bundled atlas", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await openBundled();
  });
  afterAll(() => map.close());

  it.each("US CN TW KR JP EU DE FR IT AT IE GB IL SG MY".split(" "))("say with a number what %s makes", async (home) => {
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

  it("of an organisation hold its shares, and each older one as such", async () => {
    const { name, holds, history, economy } = await map.organisation({ organisation: "Tokyo Electron Limited" });
    expect([name, economy]).toEqual(["Tokyo Electron", "JP"]);
    expect(holds.some(({ technology }) => technology === "coater-developer")).toBe(true);
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
});
