import { beforeAll, describe, expect, test } from "vitest";
import { bundledFile } from "../../../../src/base/built-file.ts";
import { atlas } from "../../../../src/sources/supply/atlas/atlas.ts";
import { type Read, readAll } from "../../support.ts";

/** Addresses under which several documents stand: a database, a page of tables, a repository of editions, a rule read in an alert on it. */
const ofSeveral = ["ppubs.uspto.gov", "quantkang.github.io", "github.com/georgetown-cset", "publicnow.com/view/E1471AA4"];

let read: Read;

beforeAll(async () => {
  const names = ["sources", "shares", "product-places", "self-supply"];
  read = await readAll(
    atlas,
    names.map((name) => bundledFile(`atlas/${name}.csv`)),
  );
});

describe("the bundled atlas", () => {
  test("gives one id to one document, so that documents can be counted", () => {
    const byAddress = new Map<string, string[]>();
    for (const { id, url } of read.of("document")) {
      const address = (url ?? id).replace(/^https?:\/\/|[?#]utm.*$|\/$/g, "");
      if (!ofSeveral.some((part) => address.startsWith(part))) byAddress.set(address, [...(byAddress.get(address) ?? []), id]);
    }
    expect([...byAddress.values()].filter((ids) => ids.length > 1)).toEqual([]);
  });

  test("dates a share no later than its document, but for forecasts and figures that others bear out", () => {
    const published = new Map(read.of("document").map(({ id, published: day }) => [id, day?.slice(0, 4)]));
    const late = read.of("share").filter(({ source, year, known }) => {
      const day = known?.slice(0, 4) ?? published.get(source ?? "");
      return day !== undefined && year !== null && String(year) > day;
    });
    expect(late.map(({ technology, holder, year, note }) => [technology, holder, year, /forecast/.test(note ?? "")])).toEqual(
      late.map(({ technology, holder, year }) => [technology, holder, year, true]),
    );
  });

  test.each([
    ["advanced-logic", "TW", 2023, 0.6, 0.8],
    ["advanced-logic", "KR", 2023, 0.08, 0.31],
    ["advanced-logic", "IE", 2024, 0.007, 0.1],
    ["advanced-logic-foundry", "TW", 2023, 0.69, 0.8],
    ["advanced-packaging", "tsmc", 2026, 0.72, 0.72],
    ["neon", "UA", 2021, 0.4, 0.7],
    ["neon", "UA", 2022, 0, 0.25],
    ["neon", "CN", 2022, 0.3, 0.5],
    ["hbm", "samsung-electronics", 2025, 0.17, 0.17],
    ["hbm", "samsung-electronics", 2023, 0.4839, 0.4839],
    ["analog-power", "infineon", 2024, 0.06, 0.186],
    ["analog-power", "texas-instruments", 2021, 0.19, 0.19],
  ])("%s of %s in %d: %d to %d", (technology, holder, year, low, high) => {
    const rows = read.of("share").filter((row) => row.technology === technology && row.holder === holder);
    expect(rows.filter((row) => row.year === year).map((row) => [row.low, row.high])).toEqual([[low, high]]);
  });

  test("an economy that makes none of a product has rows that say so", () => {
    const none = read.of("product_place").filter(({ economy, role, high }) => economy === "NL" && role === "make" && high === 0);
    expect(none.map(({ product }) => product)).toEqual(["advanced-logic", "dram", "nand", "ai-accelerators"]);
  });
});
