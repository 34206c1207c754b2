import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { isLong, some } from "../../tiers.ts";
import { askedOnce } from "../asked-once.ts";
import { cells } from "../bundled-data.ts";
import { openBundled } from "../bundled-workspace.ts";

describe("profiles of the bundled atlas", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await openBundled();
  });
  afterAll(() => map.close());

  it.each(some("US CN TW KR JP EU DE FR IT AT IE NL GB IL SG MY".split(" "), ["CN", "MY"]))(
    "say with a number what %s makes",
    async (home) => {
      const { finding, makes, evidence } = await map.economy({ economy: home });
      expect(finding).toMatch(/makes .*\d/);
      const documents = new Set(evidence.documents.map(({ id }) => id));
      expect(makes.length).toBeGreaterThan(0);
      expect(makes.filter(({ source }) => source === null || !documents.has(source))).toEqual([]);
      const { finding: loss, makingKnown, dependsOn } = await askedOnce(map).chokepoints({ home });
      expect([makingKnown, dependsOn.length]).toEqual([true, 0]);
      expect(loss).toMatch(/could take .*\d/);
    },
  );

  it("name for other homes what they depend on, by holder, and never only that nothing is known", async () => {
    const { economies } = await map.map({});
    // Pages of all homes are looked at among those of the site
    for (const { id } of some(
      economies,
      economies.filter((_, at) => at % 40 === 0),
    )) {
      const { finding, makingKnown, dependsOn } = await askedOnce(map).chokepoints({ home: id });
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
      const newer = holds.find(({ technology, together }) => technology === old.technology && together.length === 0);
      expect(newer?.year ?? 0, old.technology).toBeGreaterThan(old.year ?? 0);
    }
  });

  it.each(some("samsung-electronics synopsys ebara applied-materials sumco jsr".split(" "), ["samsung-electronics", "synopsys"]))(
    "of %s list its own newest figure of each technology first, and what it has with others as theirs too",
    async (organisation) => {
      const { holds, history, finding } = await map.organisation({ organisation });
      const own = holds.filter(({ together }) => together.length === 0);
      expect(own.every(({ holder }) => holder === organisation)).toBe(true);
      expect(holds.slice(0, own.length)).toEqual(own);
      expect(new Set(own.map(({ technology }) => technology)).size).toBe(own.length);
      for (const { technology, together, holder, year } of [...holds, ...history]) {
        expect(together.length, technology).toBe(holder.split(";").length - 1);
        if (!holds.some((line) => line.technology === technology && line.holder === holder && line.year === year)) continue;
        expect(own.filter((line) => line.technology === technology).every((line) => (line.year ?? 0) <= (year ?? 0))).toBe(true);
      }
      expect(finding).not.toContain("together");
    },
  );

  it("of an organisation tell by its newest figure what older ones count otherwise", async () => {
    const { holds, history, finding } = await map.organisation({ organisation: "samsung-electronics" });
    const [memory] = holds.filter(({ technology }) => technology === "hbm");
    const older = history.find(({ technology }) => technology === "hbm");
    expect([memory?.basis, older?.basis]).toEqual(["sales", "production"]);
    expect(memory?.otherwise).toEqual({ basis: "production", low: older?.low, high: older?.high, year: older?.year });
    expect(finding).toMatch(/^Samsung Electronics \(South Korea\) has 38% of DRAM and /);
  });

  it("of an organisation without a share of its own say with whom it has one", async () => {
    const { finding, unknown } = await map.organisation({ organisation: "cadence" });
    expect(finding).toMatch(/has no known share of its own; with Synopsys and Siemens it has 80 to 85% of Electronic design automation\./);
    expect(unknown).toContain("its own part of any market");
  });

  it("of an organisation keep apart controls that name it and controls on what it sells", async () => {
    const of = async (organisation: string) => map.organisation({ organisation });
    const [asml, tel, huawei] = [await of("asml"), await of("tokyo-electron"), await of("huawei")];
    expect([asml.controlsOn, tel.controlsOn]).toEqual([[], []]);
    expect(new Set(huawei.controlsOn.map(({ issuer }) => issuer))).toEqual(new Set(["US"]));
    const sold = ({ controlsOnSales }: typeof asml) => controlsOnSales.map(({ issuer, technology }) => `${issuer} ${technology}`);
    expect(sold(asml)).toEqual(expect.arrayContaining(["NL arf-immersion-lithography", "EU lithography", "US arf-immersion-lithography"]));
    expect(sold(tel)).toEqual(expect.arrayContaining(["JP etch", "JP deposition", "JP wafer-cleaning"]));
    expect(sold(tel).some((line) => line.startsWith("CN"))).toBe(false);
    expect(new Set(tel.controlsOnSales.map(({ against }) => against))).toEqual(new Set(["China"]));
  });

  it.each("GB DE IE CN IN EU".split(" "))("of %s open with what it makes, nothing last, and flag old figures", async (home) => {
    const { makes, holds, firms, asOf } = await map.economy({ economy: home });
    const lows = makes.map(({ low }) => low ?? 0);
    expect(lows).toEqual([...lows].sort((a, b) => b - a));
    const none = makes.map(({ high }) => high === 0);
    expect(none).toEqual([...none].sort());
    for (const { year, old } of [...makes, ...holds, ...firms]) expect(old).toBe(year !== null && Number(asOf.slice(0, 4)) - year > 5);
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
    expect(lines.filter(({ known }) => known !== null && known > "2018-06-30")).toEqual([]);
  });

  it.runIf(isLong)("name for a day no document and no note of a later one, and no GDP that nobody knew", async () => {
    const then = await openBundled("2023-06-30");
    const { gdp, gdpYear, unknown } = await then.economy({ economy: "CN" });
    const card = await then.technology({ technology: "dram" });
    const { needs, documents, evidence } = card;
    then.close();
    expect([gdp, gdpYear]).toEqual([null, null]);
    expect(unknown).toContain("its GDP");
    expect([...documents, ...evidence.documents].filter(({ published }) => published !== null && published > "2023-06-30")).toEqual([]);
    const known = new Set(documents.map(({ id }) => id));
    expect(needs.filter(({ source }) => source !== null && !known.has(source))).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/"published":"202[4-9]/);
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
    expect(finding).toMatch(/ 5 rules or orders name it, the first in force since 2025-10-04\./);
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
