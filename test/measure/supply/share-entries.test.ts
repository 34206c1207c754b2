import { describe, expect, it } from "vitest";
import { type LoadedShare, middleOf, shareEntries } from "../../../src/measure/supply/share-entries.ts";
import { share } from "../rows.ts";

const seats = new Map([
  ["firm-a", "AA"],
  ["firm-b", "BB"],
  ["firm-c", "AA"],
]);
const bySeat = (rows: readonly LoadedShare[]) => shareEntries(rows, (holder) => seats.get(holder));
const bySelf = (rows: readonly LoadedShare[]) => shareEntries(rows, (holder) => holder);
const open = (holder: string, low: number, more: Partial<LoadedShare> = {}) => share("t", holder, null, { low, ...more });
const firm = { holder_kind: "organisation" };
const together = (holder: string, low: number, high: number | null) => share("t", holder, null, { holder_kind: "joint", low, high });

describe("a one-sided figure", () => {
  it("reaches from its end to what the others leave, with its middle near the end", () => {
    const { entries } = bySelf([open("AA", 0.5), share("t", "BB", [0.1, 0.2])]);
    expect(entries.map(({ holder, low, high }) => [holder, low, high])).toEqual([
      ["AA", 0.5, 0.9],
      ["BB", 0.1, 0.2],
    ]);
    expect(middleOf(entries[0]!)).toBeCloseTo(0.5 + 0.159 * 0.4, 3);
    expect(middleOf(entries[1]!)).toBeCloseTo(0.15, 12);
  });

  it("stays at its end where the others leave nothing, and never passes 1", () => {
    expect(bySelf([open("AA", 0.6), share("t", "BB", 0.5)]).entries[0]).toMatchObject({ low: 0.6, high: 0.6 });
    expect(bySelf([open("AA", 0.9)]).entries[0]).toMatchObject({ low: 0.9, high: 1 });
  });

  it("opens the sum of the firms of a seat", () => {
    const { entries } = bySeat([open("firm-a", 0.3, firm), share("t", "firm-c", [0.1, 0.2], firm), share("t", "firm-b", 0.2, firm)]);
    expect(entries[0]).toMatchObject({ holder: "AA", low: 0.4, high: expect.closeTo(0.8, 12) });
  });

  it("with a high end alone is a part of the unknown up to it", () => {
    const { entries } = bySelf([share("t", "AA", 0.7), share("t", "BB", null, { high: 0.1 })]);
    expect(entries[1]).toEqual({ holder: "BB", low: 0, high: 0.1, lift: 0.5, blank: true });
  });
});

describe("a joint figure", () => {
  it("is the figure of the economy where all its firms sit in one", () => {
    const { entries, joint } = bySeat([together("firm-a;firm-c", 0.7, 0.8), share("t", "firm-b", 0.1, firm)]);
    expect(entries.map(({ holder, low, high }) => [holder, low, high])).toEqual([
      ["AA", 0.7, 0.8],
      ["BB", 0.1, 0.1],
    ]);
    expect(joint).toEqual([]);
  });

  it("binds the sum where its holders sit apart", () => {
    const { entries, joint } = bySeat([together("firm-a;firm-b", 0.8, 0.9)]);
    expect(joint).toEqual([{ low: 0.8, high: 0.9, lift: 0.5 }]);
    expect(entries.map(({ holder, low, high, joint: sum }) => [holder, low, high, sum])).toEqual([
      ["AA", 0, 0.9, 0],
      ["BB", 0, 0.9, 0],
    ]);
    expect(entries.reduce((sum, entry) => sum + middleOf(entry), 0)).toBeCloseTo(0.85, 12);
  });

  it("gives the rest to the one of its holders that has no figure of its own", () => {
    const { entries } = bySelf([together("AA;BB", 0.8, 0.9), share("t", "AA", [0.5, 0.6])]);
    const rest = entries.find(({ holder }) => holder === "BB")!;
    expect(rest.low).toBeCloseTo(0.2, 12);
    expect(rest.high).toBeCloseTo(0.4, 12);
  });

  it("says no more where each of its holders has a figure", () => {
    expect(bySelf([together("AA;BB", 0.8, 0.9), share("t", "AA", 0.5), share("t", "BB", 0.3)]).entries).toHaveLength(2);
  });

  it("of a holder without a known seat is an upper bound for the others", () => {
    const { entries, joint } = bySeat([together("firm-a;stranger", 0.8, 0.9)]);
    expect(joint).toEqual([{ low: 0, high: 0.9, lift: 0.5 }]);
    expect(entries).toMatchObject([{ holder: "AA", low: 0, high: 0.9 }]);
  });
});
