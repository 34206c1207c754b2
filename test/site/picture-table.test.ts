import { describe, expect, it } from "vitest";
import { cellText } from "../../src/report/cell.ts";
import { pairDifferences } from "../../src/site/pages/clout.ts";
import { supplyFlows } from "../../src/site/pages/economy.ts";
import { economyPanels, economyTiles } from "../../src/site/pages/home.ts";
import { backtestDots } from "../../src/site/pages/trust.ts";
import type { DrawnPicture, Shape } from "../../src/site/picture.ts";
import { pictureTable } from "../../src/site/picture-table.ts";
import { leverageMatrix } from "../../src/site/pictures/leverage-matrix.ts";
import { comparedFans, lossFans } from "../../src/site/pictures/loss-fans.ts";
import { ruleDifferences } from "../../src/site/pictures/rule-differences.ts";
import { yearColumns } from "../../src/site/pictures/year-columns.ts";
import { inEnglish } from "../../src/words/tell.ts";

const texts = (picture: DrawnPicture): string[][] => pictureTable(picture).rows.map((row) => row.map((each) => inEnglish(cellText(each))));
const shapeOf = <K extends Shape["kind"]>(picture: DrawnPicture | undefined, kind: K): Extract<Shape, { kind: K }> => {
  expect(picture?.shape.kind).toBe(kind);
  return picture!.shape as Extract<Shape, { kind: K }>;
};

const estimate = (middle: number) => ({ middle, interval: [middle / 2, middle, middle * 2] as const });
const cell = (from: string, on: string, usd: number | null) => ({ from, on, usd: usd === null ? null : estimate(usd) });

describe("pictures made for a question", () => {
  it("the matrix keeps both directions of a pair apart, and an unknown one is unknown", () => {
    const cells = [cell("AA", "BB", 5), cell("BB", "AA", 0), cell("AA", "CC", null), cell("CC", "AA", 2)] as never;
    const picture = leverageMatrix({ cells, months: 12, names: { AA: "the Ay Isles" } })!;
    const { labels, codes, cells: square } = shapeOf(picture, "matrix");
    expect(labels).toEqual(["Ay Isles", "BB", "CC"]);
    expect(codes).toEqual(["AA", "BB", "CC"]);
    expect(square[0]).toEqual([null, { interval: [2.5, 5, 10], text: "5" }, { interval: null, text: "?" }]);
    expect(square[1]![0]).toEqual({ interval: [0, 0, 0], text: "0" });
    expect(square[1]![2]).toEqual({ interval: null, text: "?" });
    expect(inEnglish(picture.summary)).toBe("The Ay Isles could take USD 5 B (2.5 to 10 B) a year from BB, BB USD 0 from the Ay Isles.");
    expect(texts(picture)[0]).toEqual(["Ay Isles", "", "5", "?"]);
  });

  it("fans show who loses most first, and nobody who loses nothing", () => {
    const loss = (...values: number[]) => values.map((value) => ({ drawn: [0, value, 1] }));
    const run = {
      scenario: { name: "S" },
      horizons: [0, 12],
      targets: [
        { name: "Little", loss: loss(0, 0.1) },
        { name: "None", loss: loss(0, 0) },
        { name: "Unknown", loss: null },
        { name: "Much", loss: loss(0, 0.4) },
      ],
    } as never;
    expect(shapeOf(lossFans(run), "fans").panels.map(({ title }) => title)).toEqual(["Much", "Little"]);
    expect(shapeOf(comparedFans([run, run]), "fans").panels.map(({ title }) => title)).toEqual(["S: Much", "S: Much"]);
    expect(texts(lossFans(run)!)[1]).toEqual(["Much", "12", "0%", "40%", "100%"]);
    expect(lossFans({ horizons: [0], targets: [] })).toBeUndefined();
    const late = {
      horizons: [12, 60],
      targets: [
        { name: "Late", loss: loss(0.1, 0.9), average: loss(0.1, 0.5) },
        { name: "Soon", loss: loss(0.4, 0), average: loss(0.4, 0.1) },
      ],
    } as never;
    expect(shapeOf(lossFans(late), "fans").panels.map(({ title }) => title)).toEqual(["Soon", "Late"]);
  });

  it("flows count each technology that is needed once, at its stage", () => {
    const dependsOn = [
      { technology: "a", holderName: "Japan" },
      { technology: "b", holderName: "Japan" },
      { technology: "c", holderName: "Taiwan" },
    ] as never;
    const stages = [
      { id: "late", name: "Late", position: 2 },
      { id: "early", name: "Early", position: 1 },
    ];
    const nodes = [
      { id: "a", stage: "early" },
      { id: "b", stage: "late" },
      { id: "c", stage: "late" },
    ] as never;
    const { links } = shapeOf(supplyFlows({ name: "X", dependsOn }, { nodes, stages }), "flows");
    expect(links).toEqual([
      { from: "Japan", to: "Early", value: 1 },
      { from: "Japan", to: "Late", value: 1 },
      { from: "Taiwan", to: "Late", value: 1 },
    ]);
  });

  it("columns leave out no year between the first and the last", () => {
    const years = [
      { year: 2001, value: 2 },
      { year: 2004, value: 1 },
      { year: null, value: 9 },
    ];
    const picture = yearColumns("Ends", ["right", "rights"], years, "2003-05-01")!;
    const { columns, now } = shapeOf(picture, "columns");
    expect([columns.map(({ value }) => value), now]).toEqual([[2, 0, 0, 1], "2003"]);
    expect(inEnglish(picture.summary)).toBe("3 rights from 2001 to 2004, most in 2001 (2).");
    expect(yearColumns("Ends", ["right", "rights"], [{ year: 2001, value: 0 }], "2003-05-01")).toBeUndefined();
  });

  it("differences tell what came into force from what no longer is, and pairs known in one direction alone are left out", () => {
    const rules = [
      { issuer: "US", before: "announced", after: "in force" },
      { issuer: "US", before: "in force", after: "ended" },
      { issuer: "JP", before: "announced", after: "ended" },
    ] as never;
    const picture = ruleDifferences({ rules, from: "2022-01-01", to: "2025-01-01" }, []);
    expect(inEnglish(picture?.title ?? "")).toBe("Rules that came into force or ceased to be from 2022-01-01 to 2025-01-01, by issuer");
    const { rows } = shapeOf(picture, "differences");
    expect(rows).toEqual([{ label: "US", link: { to: "economy", id: "US" }, lost: [1, 1, 1], gained: [1, 1, 1] }]);
    const cells = [cell("AA", "BB", 5), cell("BB", "AA", 3), cell("AA", "CC", 9), cell("CC", "AA", null)] as never;
    const pairs = shapeOf(
      pairDifferences({ cells, months: 12 }, { home: "AA", homeName: "A" }, [{ id: "BB", name: "Beeland" }]),
      "differences",
    );
    expect(pairs.rows).toEqual([{ label: "Beeland", link: { to: "economy", id: "BB" }, lost: [1.5, 3, 6], gained: [2.5, 5, 10] }]);
  });

  it("panels and tiles count a technology for whom holds most of it, never for a group", () => {
    const node = (id: string, ...economies: (readonly [string, number])[]) => ({
      id,
      stage: "s",
      economies: economies.map(([economy, share]) => ({ economy, share, high: share })),
    });
    const map = {
      nodes: [node("a", ["EU", 0.9], ["DE", 0.5]), node("b", ["JP", 0.6], ["DE", 0.3]), node("c")],
      stages: [{ id: "s", name: "Stage", position: 1 }],
      economies: [
        { id: "DE", name: "Germany", group: false },
        { id: "JP", name: "Japan", group: false },
        { id: "FR", name: "France", group: false },
        { id: "EU", name: "EU", group: true },
      ],
    } as never;
    expect(shapeOf(economyTiles(map), "tiles").tiles.map(({ id, text }) => [id, text])).toEqual([
      ["DE", "1"],
      ["JP", "1"],
      ["FR", "none known"],
    ]);
    expect(shapeOf(economyPanels(map), "panels").panels.map(({ title }) => title)).toEqual(["Germany", "Japan"]);
  });

  it("dots hold every measurement that is scored as a part, hits solid", () => {
    const score = (hit: boolean, predicted = "fall") => ({
      hit,
      direction: { predicted },
      measuredLoss: { low: 0.2, high: 0.4 },
      predictedLoss: { low: 0, median: 0.1, high: 0.5 },
    });
    const row = (given: unknown) => ({ what: "output", of: "DRAM", unit: "fraction", score: given });
    const events = [{ id: "E", rows: [row(score(true)), row(score(false)), row(null), row(score(true, "delay"))] }] as never;
    const { dots } = shapeOf(backtestDots({ events, totals: { all: { hits: 1, scored: 2 } } as never }), "dots");
    expect(dots.map(({ isSolid }) => isSolid)).toEqual([true, false]);
    expect(dots[0]!.x[1]).toBeCloseTo(0.3);
    expect(dots[0]!.y).toEqual([0, 0.1, 0.5]);
  });
});
