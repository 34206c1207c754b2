import { describe, expect, test } from "vitest";
import { minerals } from "../../../../src/sources/supply/minerals/minerals.ts";
import { mineralFiles } from "../../fixtures.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";

const read = async () => readAll(minerals, [await folderOf(mineralFiles)]);

describe("minerals", () => {
  test("series: one row a year with a value, per cent as fractions, a bound as an interval", async () => {
    const { rows, rejects, of } = await read();
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const series = of("mineral").filter(({ series }) => series !== "production" && series !== "capacity");
    expect(
      series.map(({ mineral, economy, unit, year, low, high, estimated }) => [mineral, economy, unit, year, low, high, estimated]),
    ).toEqual([
      ["gallium", "US", "kg", 2029, 100, 100, 0],
      ["gallium", "US", "kg", 2030, 120, 120, 1],
      ["rare-earths", "US", "fraction", 2029, 0.95, 1, 0],
      ["rare-earths", "US", "fraction", 2030, 0.6, 0.6, 1],
      ["germanium", null, "USD/kg", 2030, 1000, 1000, 1],
    ]);
  });

  test("production by economy, the world and the rest, and capacity", async () => {
    const { of } = await read();
    const gallium = of("mineral").filter(({ mineral, note }) => mineral === "gallium" && note === "low purity");
    expect(gallium.map(({ series, economy, year, low }) => [series, economy, year, low])).toEqual([
      ["production", "CN", 2029, 900],
      ["production", "CN", 2030, 990],
      ["capacity", "CN", 2030, 1500],
      ["production", "JP", 2029, 50],
      ["production", "JP", 2030, 20],
      ["production", "world", 2029, 1000],
      ["production", "world", 2030, 1000],
      ["capacity", "world", 2030, 2000],
    ]);
    expect(of("mineral").filter(({ economy }) => economy === "other")).toHaveLength(2);
  });

  test("shares: of the stated total, of the sum where that is greater or where all others are a row, else none", async () => {
    const { of } = await read();
    expect(of("share").map(({ technology, holder, year, low, grade, basis }) => [technology, holder, year, low, grade, basis])).toEqual([
      ["gallium", "CN", 2029, 0.9, "derived", "production"],
      ["gallium", "JP", 2029, 0.05, "derived", "production"],
      ["gallium", "CN", 2030, 0.980198, "derived", "production"],
      ["gallium", "JP", 2030, 0.019802, "derived", "production"],
      ["tungsten", "CN", 2029, 0.6, "derived", "production"],
      ["tungsten", "KP", 2029, 0.1, "derived", "production"],
      ["tungsten", "CN", 2030, 0.7, "derived", "production"],
      ["tungsten", "KP", 2030, 0.1, "derived", "production"],
    ]);
  });

  test("an unknown economy and a second row of one economy are rejected", async () => {
    const world = `${mineralFiles["usgs-mcs2031/world.csv"]}fluorspar,kt,Atlantis,1,1,\nfluorspar,kt,Mexico,1,1,\n(low purity),kt,Mexico,1,1,\n`;
    const { rejects } = await readAll(minerals, [await folderOf({ ...mineralFiles, "usgs-mcs2031/world.csv": world })]);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      "Atlantis is not a known economy",
      "MX stands twice for fluorspar",
      "mineral is not understood",
    ]);
  });

  test("the edition is in the name of the folder, else the newest year", async () => {
    const folder = await folderOf(mineralFiles);
    expect(await minerals.edition(await minerals.files([folder]))).toBe("2031");
    const plain = await folderOf({ "series.csv": mineralFiles["usgs-mcs2031/series.csv"] ?? "" });
    expect(await minerals.edition(await minerals.files([plain]))).toBe("2030");
  });
});

const real = realData("supply/usgs-mcs2026");
describe.skipIf(real.absent)(`the tables of 2026 in ${real.path}`, () => {
  test("every record is read; China's shares follow from the tables", async () => {
    const { rows, rejects, of } = await readAll(minerals, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const china = of("share").filter(({ holder, year }) => holder === "CN" && year === 2025);
    expect(china.map(({ technology, low }) => [technology, low])).toEqual([
      ["gallium", 0.990099],
      ["tungsten", 0.786939],
      ["fluorspar", 0.6],
    ]);
    expect(of("share").filter(({ technology, year }) => technology === "fluorspar" && year === 2024)).toEqual([]);
  });
});
