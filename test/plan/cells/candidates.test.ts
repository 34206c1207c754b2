import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CandidateContext, ReasonKind } from "../../../src/plan/cells/candidate.ts";
import { candidatesOf } from "../../../src/plan/cells/candidates.ts";
import type { Cell } from "../../../src/plan/cells/cell.ts";
import { relativeGrowth } from "../../../src/plan/cells/cell-activity.ts";
import type { Home } from "../../../src/plan/cells/home.ts";
import { cellOf, holder } from "./cells.ts";

const home: Home = { id: "XA", members: new Set(["XA"]), economies: new Set(["XA"]) };
const nothing: CandidateContext = { year: 2022, exposure: new Map(), freedom: new Map(), dependence: new Map(), clock: new Map() };
/** A technology that grew as the others did, so that something can be compared with. */
const elsewhere = cellOf("elsewhere/A01B1", [100, 100]);

/** The kinds of the reasons of the first cell among these; empty where it is no candidate. */
function kindsOf(cells: readonly Cell[], context: Partial<CandidateContext> = {}, of: Home = home): readonly ReasonKind[] {
  const found = candidatesOf([...cells, elsewhere], of, { ...nothing, ...context });
  return found.find(({ cell }) => cell.id === cells[0]!.id)?.reasons.map(({ kind }) => kind) ?? [];
}

describe("reasons for a cell", () => {
  it("is white where neighbours of its subclass are active and it is not", () => {
    const neighbours = [cellOf("t/G03F7", [4, 12]), cellOf("t/G03F9", [4, 8])];
    expect(kindsOf([cellOf("t/G03F1", [0, 2]), ...neighbours])).toEqual(["white-space"]);
    expect(kindsOf([cellOf("t/G03F1", [0, 3]), ...neighbours])).toEqual([]);
    expect(kindsOf([cellOf("t/H01L21", [0, 2]), ...neighbours])).toEqual([]);
    expect(kindsOf([cellOf("u/G03F1", [0, 2]), ...neighbours])).toEqual([]);
    expect(kindsOf([cellOf("t/G03F1", [0, 0], { families: null, byYear: [] }), ...neighbours])).toEqual([]);
    const [found] = candidatesOf([cellOf("t/G03F1", [0, 2]), ...neighbours], home, nothing);
    expect(found!.reasons[0]).toEqual({
      kind: "white-space",
      figures: { recent: 2, neighbours: 2, neighboursMean: 10 },
      examples: neighbours.flatMap(({ examples }) => examples),
    });
  });

  it("is rising where it surely grew more than the others", () => {
    expect(kindsOf([cellOf("t/A", [5, 20])])).toEqual(["rising"]);
    expect(kindsOf([cellOf("t/A", [2, 4])])).toEqual([]);
    // Odds ratio of (20.5, 5.5) and (100.5, 100.5) by hand: ln 3.7273 = 1.3157, standard error 0.5010.
    const growth = relativeGrowth({ recent: 20, before: 5 }, { recent: 100, before: 100 });
    expect(growth!.ratio).toBeCloseTo(3.72727, 4);
    expect(growth!.low).toBeCloseTo(Math.exp(1.31568 - 1.2816 * 0.50029), 2);
    expect(relativeGrowth({ recent: 20, before: 5 }, { recent: 3, before: 0 })).toBeNull();
  });

  it("has blockers that lapse, if others hold any of them", () => {
    const others = [holder("b", 10, { economy: "XB", weight: 3 })];
    const kinds = (lapsing: number, judged: number) => kindsOf([cellOf("t/A", [5, 5], { lapsing: { lapsing, judged }, holders: others })]);
    expect(kinds(2, 10)).toContain("expiring-blockers");
    expect(kinds(1, 10)).not.toContain("expiring-blockers");
    // Of the rest nobody knows when it ends: it is not counted as lasting, nor one of few taken for all.
    expect(kinds(1, 5)).toContain("expiring-blockers");
    expect(kinds(1, 4)).not.toContain("expiring-blockers");
    expect(kinds(0, 0)).not.toContain("expiring-blockers");
    expect(
      kindsOf([cellOf("t/A", [5, 5], { lapsing: { lapsing: 2, judged: 10 }, holders: [holder("a", 10, { economy: "XA" })] })]),
    ).toEqual(["own-base"]);
  });

  it("stands in the upper third of originality with enough families", () => {
    const low = ["B", "C", "D"].map((name) => cellOf(`t/${name}`, [0, 0], { originality: { mean: 0.2, of: 50 } }));
    expect(kindsOf([cellOf("t/A", [5, 5], { originality: { mean: 0.8, of: 10 } }), ...low])).toEqual(["original"]);
    expect(kindsOf([cellOf("t/A", [5, 5], { originality: { mean: 0.8, of: 9 } }), ...low])).toEqual([]);
  });

  it("is reported by technology from roadmaps and from what home and others would lose", () => {
    const cell = cellOf("t/A", [0, 0], { families: null, byYear: [] });
    const clock = (low: number, high: number | null) => ({ clock: new Map([["t", { low, high }]]) });
    expect(kindsOf([cell], clock(2020, 2023))).toEqual(["clock"]);
    expect(kindsOf([cell], clock(2020, 2022))).toEqual([]);
    expect(kindsOf([cell], clock(2023, null))).toEqual(["clock"]);
    expect(kindsOf([cell], { exposure: new Map([["t", 5e6]]), dependence: new Map([["t", null]]) })).toEqual(["exposure"]);
    expect(kindsOf([cell], { dependence: new Map([["t", 1e5]]), exposure: new Map([["t", 99_999]]) })).toEqual(["dependence"]);
    expect(kindsOf([cell], { freedom: new Map([["t", 5e6]]), exposure: new Map([["t", 2e-6]]) })).toEqual(["freedom"]);
  });

  it("tells what to mind beside what speaks for it, and is no candidate by that alone", () => {
    const small = ["c", "d", "e"].map((name) => holder(name, 1));
    const minded = {
      thickets: 4,
      followUp: { followUp: 4, judged: 12 },
      holders: [holder("b", 60, { organisation: "birch", weight: 6 }), holder("a", 1, { economy: "XA", weight: 1 }), ...small],
    };
    expect(kindsOf([cellOf("t/A", [50, 110], minded)])).toEqual(["rising", "own-base", "crowded", "thicket", "others-block", "follow-up"]);
    const few = { ...minded, holders: minded.holders.slice(1) };
    expect(kindsOf([cellOf("t/A", [50, 110], few)])).not.toContain("crowded");
    expect(kindsOf([cellOf("t/A", [50, 50], { ...minded, holders: [minded.holders[0]!] })])).toEqual([]);
  });
});

describe("a home", () => {
  const cell = cellOf("t/A", [3, 4], {
    holders: [holder("h1", 4, { organisation: "birch", economy: "XB", weight: 2 }), holder("h2", 3, { economy: "XA", weight: 6 })],
    inventors: new Map([
      ["XA", 5],
      ["XB", 2],
    ]),
  });
  const position = (members: string[], economies: string[]) =>
    candidatesOf(
      [cell],
      { id: "home", members: new Set(members), economies: new Set(economies) },
      { ...nothing, exposure: new Map([["t", 1e6]]) },
    )[0]!;

  it("is an economy, a group, an organisation or a holder by one test", () => {
    expect(position(["XA"], ["XA"]).home).toEqual({ families: 3, weight: 6, othersWeight: 2, inventors: 5, allInventors: 7 });
    expect(position(["XA", "XB"], ["XA", "XB"]).home).toMatchObject({ families: 7, weight: 8, othersWeight: 0, inventors: 7 });
    expect(position(["birch"], ["XB"]).home).toMatchObject({ families: 4, weight: 2, othersWeight: 6, inventors: 2 });
    expect(position(["h2"], []).home).toMatchObject({ families: 3, weight: 6 });
    expect(position(["XC"], ["XC"]).home).toMatchObject({ families: 0, weight: 0, othersWeight: 8, inventors: 0 });
  });

  it("changes what is its own and nothing else", () => {
    const kinds = (members: string[], economies: string[]) => position(members, economies).reasons.map(({ kind }) => kind);
    expect(kinds(["XA"], ["XA"])).toEqual(["own-base", "talent", "exposure"]);
    expect(kinds(["birch"], ["XB"])).toEqual(["own-base", "exposure", "others-block"]);
    expect(kinds(["XC"], ["XC"])).toEqual(["exposure", "others-block"]);
  });
});

describe("candidates", () => {
  const amount = fc.integer({ min: 0, max: 30 });
  const cells = fc
    .array(fc.record({ group: fc.constantFrom("G03F", "H01L"), counts: fc.tuple(amount, amount), lapsing: amount }), {
      maxLength: 12,
    })
    .map((list) =>
      list.map(({ group, counts, lapsing }, at) =>
        cellOf(`t/${group}${at}`, counts, { lapsing: { lapsing, judged: lapsing }, holders: [holder("b", 1)] }),
      ),
    );

  it("do not hang on the order of cells", () => {
    fc.assert(
      fc.property(cells, (list) => {
        expect(candidatesOf([...list].reverse(), home, nothing)).toEqual(candidatesOf(list, home, nothing));
      }),
    );
  });
});
