import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCitationGraph, unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { type BlockingDocument, blockingWeight, countCitationsByHolder } from "../../../src/measure/patents/blocking-weight.ts";
import { runs } from "../../leverage/worlds.ts";

const alive = { low: 1, high: 1 };
const dead = { low: 0, high: 0 };
const document = (changes: Partial<BlockingDocument> = {}): BlockingDocument => ({
  office: "US",
  normalised: 2,
  categorised: 0,
  strong: 0,
  q: alive,
  ...changes,
});

describe("blockingWeight", () => {
  it("multiplies citations by others, the part of X and Y, and the offices in force", () => {
    const family = [
      document(),
      document({ office: "EP", normalised: 1, categorised: 4, strong: 3 }),
      document({ office: "JP", normalised: 0, q: dead }),
    ];
    expect(blockingWeight(family)).toEqual({
      allTime: 3 * 1.75,
      inForce: { low: 2 * 3 * 1.75, high: 2 * 3 * 1.75 },
      variant: "X and Y",
      unknownDocuments: 0,
      unknownOffices: 0,
    });
    expect(blockingWeight(family, "EP")!.inForce).toEqual({ low: 5.25, high: 5.25 });
    expect(blockingWeight(family, "JP")).toMatchObject({ allTime: 5.25, inForce: { low: 0, high: 0 } });
    expect(blockingWeight(family, "CN")).toMatchObject({ allTime: 0, inForce: { low: 0, high: 0 } });
  });

  it("counts an office once, by its document most in force, and does not guess", () => {
    const uncertain = { low: 0.25, high: 0.5 };
    expect(blockingWeight([document({ q: uncertain }), document({ q: dead }), document({ q: null, normalised: null })])).toEqual({
      allTime: 4,
      inForce: { low: 1, high: 2 },
      variant: "citations without category",
      unknownDocuments: 1,
      unknownOffices: 0,
    });
    expect(blockingWeight([document({ q: null })])).toMatchObject({ allTime: 2, inForce: null, unknownOffices: 1 });
    expect(blockingWeight([document({ normalised: null })])).toBeNull();
    expect(blockingWeight([])).toBeNull();
  });

  it("is at least as much worldwide as in any jurisdiction, and never falls with X and Y", () => {
    const any = fc.record({
      office: fc.constantFrom("US", "EP", "JP"),
      normalised: fc.double({ min: 0, max: 9, noNaN: true }),
      categorised: fc.constant(5),
      strong: fc.integer({ min: 0, max: 5 }),
      q: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([a, b]) => ({
        low: Math.min(a, b),
        high: Math.max(a, b),
      })),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (family) => {
        const world = blockingWeight(family)!;
        for (const office of ["US", "EP", "JP"]) {
          const here = blockingWeight(family, office)!;
          expect(here.inForce!.low).toBeLessThanOrEqual(world.inForce!.low + 1e-9);
          expect(here.inForce!.high).toBeLessThanOrEqual(here.allTime + 1e-9);
        }
        expect(world.allTime).toBeLessThanOrEqual(blockingWeight(family.map((one) => ({ ...one, strong: 5 })))!.allTime + 1e-9);
      }),
      runs(300),
    );
  });
});

describe("countCitationsByHolder", () => {
  const world = fc.integer({ min: 1, max: 12 }).chain((n) =>
    fc.record({
      days: fc.array(fc.oneof(fc.constant(unknownDay), fc.integer({ min: 0, max: 30 })), { minLength: n, maxLength: n }),
      holders: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }), { minLength: n, maxLength: n }),
      pairs: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 40 }),
      windowDays: fc.constantFrom(5, 10, Number.POSITIVE_INFINITY),
    }),
  );

  it("agrees with a count over all pairs", () => {
    fc.assert(
      fc.property(world, ({ days, holders, pairs, windowDays }) => {
        const n = days.length;
        const day = days.sort((a, b) => a - b);
        const lists = {
          start: Int32Array.from({ length: n + 1 }, (_, i) => holders.slice(0, i).flat().length),
          holder: Int32Array.from(holders.flatMap((own) => own.sort((a, b) => a - b))),
        };
        const graph = buildCitationGraph(
          n,
          Int32Array.from(day),
          Int32Array.from(pairs, (pair) => pair[0]),
          Int32Array.from(pairs, (pair) => pair[1]),
        );
        const out = { others: new Int32Array(n), own: new Int32Array(n), unclear: new Int32Array(n) };
        const middle = n >> 1;
        countCitationsByHolder(graph, lists, { windowDays, lastDay: 30 }, 0, middle, out);
        countCitationsByHolder(graph, lists, { windowDays, lastDay: 30 }, middle, n, out);
        const distinct = new Set(pairs.filter(([a, b]) => a !== b).map((pair) => pair.join()));
        for (let i = 0; i < n; i++) {
          const open = windowDays !== Number.POSITIVE_INFINITY && day[i]! + windowDays > 30;
          if (day[i] === unknownDay || open || holders[i]!.length === 0) {
            expect([out.others[i], out.own[i], out.unclear[i]]).toEqual([-1, -1, -1]);
            continue;
          }
          const citers = [...Array(n).keys()].filter(
            (j) => distinct.has(`${j},${i}`) && day[j]! > day[i]! && day[j]! - day[i]! <= windowDays,
          );
          const own = citers.filter((j) => holders[j]!.some((holder) => holders[i]!.includes(holder)));
          const unclear = citers.filter((j) => holders[j]!.length === 0);
          expect([out.others[i], out.own[i], out.unclear[i]]).toEqual([
            citers.length - own.length - unclear.length,
            own.length,
            unclear.length,
          ]);
        }
      }),
      runs(400),
    );
  });
});
