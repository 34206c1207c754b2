import { describe, expect, it } from "vitest";
import { ownParts } from "../../src/leverage/course/stopped-parts.ts";
import { firmPart } from "../../src/leverage/draw/firm-part.ts";
import { compileModel, type SupplyModel } from "../../src/leverage/model.ts";
import type { LoadedShare } from "../../src/measure/supply/share-entries.ts";
import { organisation, share, supplyMap, technology } from "../measure/rows.ts";

const firm = (figure: Parameters<typeof share>[2], more: Partial<LoadedShare> = {}) =>
  share("gas", "firm-c", figure, { holder_kind: "organisation", basis: "sales", source: "s-firm", ...more });

const modelOf = (shares: readonly LoadedShare[]): SupplyModel =>
  compileModel(
    supplyMap({
      technology: [technology("gas")],
      share: shares,
      organisation: [organisation("firm-c", "CC"), organisation("firm-d", "CC"), organisation("lost", null)],
    }),
  );

const bySeat = [share("gas", "CC", [0.4, 0.8]), share("gas", "BB", 0.2)];

describe("a firm's part of its economy's supply", () => {
  it("is its figure over that of its economy, each from low to high, with the documents of both", () => {
    const part = firmPart(modelOf([...bySeat, firm([0.2, 0.3])]), "firm-c", 0)!;
    expect([part.low, part.high]).toEqual([expect.closeTo(0.2 / 0.8, 12), expect.closeTo(0.3 / 0.4, 12)]);
    expect(part.sources).toEqual(["s-firm", "s-one"]);
    expect(part.basis).toBe("published");
  });

  it("is by its newest figure beside a row by seat, and by the row itself where that adds firms up", () => {
    const years = [firm(0.4, { year: 2020 }), firm([0.2, 0.3], { year: 2023 })];
    expect(firmPart(modelOf([...bySeat, ...years]), "firm-c", 0)!.high).toBeCloseTo(0.3 / 0.4, 12);
    const other = (figure: number, year: number) => firm(figure, { holder: "firm-d", year });
    const summed = modelOf([firm(0.3, { year: 2021 }), other(0.6, 2021), firm(0.25, { year: 2023 })]);
    expect(firmPart(summed, "firm-c", 0)).toMatchObject({ low: expect.closeTo(1 / 3, 12), high: expect.closeTo(1 / 3, 12) });
  });

  it("is at most all, and of no part of what the economy's other firms have without a figure", () => {
    const blank = share("gas", "firm-d", null, { holder_kind: "organisation", basis: "sales", flag: "blank" });
    const model = modelOf([firm(0.5), blank]);
    const part = firmPart(model, "firm-c", 0)!;
    expect([part.low, part.high]).toEqual([1, 1]);
    expect(part.slots.map((slot) => model.shareBlank[slot])).toEqual([0]);
    expect(firmPart(modelOf([...bySeat, firm(0.9)]), "firm-c", 0)).toMatchObject({ low: 1, high: 1 });
  });

  it.each<[string, readonly LoadedShare[], string]>([
    ["by place of production", bySeat.map((row) => ({ ...row, basis: "production" })).concat(firm(0.2)), "firm-c"],
    ["of a firm that no source names", [...bySeat, firm(0.2)], "firm-d"],
    ["of a firm without a figure", [...bySeat, firm(null)], "firm-c"],
    ["of a firm without a seat", [...bySeat, firm(0.2, { holder: "lost" })], "lost"],
    ["of an economy without a share", [share("gas", "BB", 0.9), firm(0.1)], "firm-c"],
    ["of what has no shares", [], "firm-c"],
  ])("is unknown %s, and nothing is stopped of it", (_, shares, code) => {
    const model = modelOf(shares);
    expect(firmPart(model, code, 0)).toBeNull();
    if (model.map.economyOf.has(code)) expect(ownParts(model, [code], 0)).toEqual([]);
  });
});
