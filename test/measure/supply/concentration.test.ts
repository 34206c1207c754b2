import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentration, highlyConcentrated } from "../../../src/measure/supply/concentration.ts";
import type { ShareEntry } from "../../../src/measure/supply/share-entries.ts";
import { runs } from "../../leverage/worlds.ts";

const entry = (holder: string, low: number, high = low, blank = false): ShareEntry => ({ holder, low, high, lift: 0.5, blank });

/** Greatest Σ s² over every way to fill the figures in steps and to leave the remainder in one hand. */
function greatestByEnumeration(entries: readonly ShareEntry[], steps: number): number {
  const fill = (i: number, sum: number, squares: number): number => {
    if (i === entries.length) return squares + Math.max(0, 1 - sum) ** 2;
    const { low, high } = entries[i]!;
    let most = 0;
    for (let step = 0; step <= steps; step++) {
      const share = low + ((high - low) * step) / steps;
      const later = entries.slice(i + 1).reduce((total, next) => total + next.low, 0);
      if (sum + share + later > 1 + 1e-9) break;
      most = Math.max(most, fill(i + 1, sum + share, squares + share ** 2));
    }
    return most;
  };
  return fill(0, 0, 0);
}

const ranges = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 4 })
  .map((list) => {
    const total = Math.max(
      10,
      list.reduce((sum, [low]) => sum + low, 0),
    );
    return list.map(([low, more], i) => entry(`h${i}`, low / total, Math.min(1, (low + more) / total)));
  })
  .filter((list) => list.every(({ high }) => high > 0));

describe("concentration", () => {
  it("bounds the HHI as a fine enumeration does", () => {
    fc.assert(
      fc.property(ranges, (entries) => {
        const { hhi } = concentration(entries);
        const most = greatestByEnumeration(entries, 10);
        expect(hhi!.high).toBeGreaterThanOrEqual(most - 1e-9);
        expect(hhi!.high).toBeLessThanOrEqual(most + 0.2);
        expect(hhi!.low).toBeCloseTo(
          entries.reduce((sum, { low }) => sum + low ** 2, 0),
          9,
        );
        expect(hhi!.low).toBeLessThanOrEqual(hhi!.high + 1e-12);
      }),
      runs(500),
    );
  });

  it("fills the figure that gains most and leaves the rest in one hand", () => {
    const { hhi } = concentration([entry("A", 0.5, 0.6), entry("B", 0.05, 0.1)]);
    expect(hhi!.high).toBeCloseTo(0.36 + 0.0025 + 0.35 ** 2, 9);
  });

  it("is exact where everything is known", () => {
    expect(concentration([entry("A", 0.6), entry("B", 0.4)])).toMatchObject({ top: { holder: "A", low: 0.6, high: 0.6 }, unknown: 0 });
    expect(concentration([entry("A", 0.6), entry("B", 0.4)]).hhi!.low).toBeCloseTo(0.52, 12);
    expect(concentration([entry("A", 0.6), entry("B", 0.4)]).hhi!.high).toBeCloseTo(0.52, 12);
  });

  it("scales a row that sums to a little over 1", () => {
    const { hhi, unknown } = concentration([entry("A", 0.61), entry("B", 0.41)]);
    expect(unknown).toBe(0);
    expect(hhi!.low).toBeCloseTo((0.61 ** 2 + 0.41 ** 2) / 1.02 ** 2, 9);
    expect(hhi!.high).toBeGreaterThan(hhi!.low);
  });

  it("is unknown, not low, where no figure is known", () => {
    expect(concentration([])).toEqual({ hhi: null, top: null, unknown: 1 });
    expect(concentration([entry("A", 0, 0, true), entry("B", 0, 0.02, true)])).toEqual({ hhi: null, top: null, unknown: 1 });
  });

  it("stays bounded, within the time of a page, for a row of many intervals", () => {
    const many = Array.from({ length: 40 }, (_, i) => entry(`h${i}`, 0.01, 0.03));
    const { hhi } = concentration(many);
    expect(hhi!.low).toBeCloseTo(0.004, 9);
    expect(hhi!.high).toBeGreaterThanOrEqual(39 * 0.01 ** 2 + 0.61 ** 2);
    expect(hhi!.high).toBeLessThanOrEqual(1);
  });

  it("calls an industry of five alike highly concentrated, one of six not", () => {
    const alike = (count: number) => concentration(Array.from({ length: count }, (_, i) => entry(`h${i}`, 1 / count))).hhi!.high;
    expect(alike(5)).toBeGreaterThan(highlyConcentrated);
    expect(alike(6)).toBeLessThan(highlyConcentrated);
  });
});
