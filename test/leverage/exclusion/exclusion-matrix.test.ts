import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExclusionWorld } from "../../../src/leverage/exclusion/exclusion-market.ts";
import { type Claimant, denyLicencesIn, exclusionMatrix } from "../../../src/leverage/exclusion/exclusion-matrix.ts";
import { runs } from "../worlds.ts";
import { cluster, type InventedDocument, worldOf } from "./exclusion-world.ts";

const one = { low: 1, high: 1 };
const claimant = (id: string, ...holders: string[]): Claimant => ({ id, holders: new Set(holders) });
const cellOf = (world: ExclusionWorld, from: Claimant, on: string) => exclusionMatrix(world, [from], [on]).cells[0]!;

const documents: readonly InventedDocument[] = [
  { document: "AA1", q: one },
  { document: "AA2", q: { low: 0.4, high: 0.6 } },
  { document: "AA3", q: null },
  { document: "AA4", q: { low: 0, high: 0 } },
  { document: "BB1", q: one },
];
const clusters = [
  cluster("h", "tool", ["AA1", "BB1"]),
  cluster("h", "gas", ["AA2"]),
  cluster("k", "gas", ["AA3"]),
  cluster("k", "tool", ["AA4"]),
  cluster("m", "paint", ["AA1"]),
];
const world = worldOf(clusters, documents, { licensed: () => false });

describe("exclusion matrix", () => {
  it("is one formula over all technologies of a product, product by product, times the value at stake", () => {
    const cell = cellOf(world, claimant("HH", "h", "k"), "AA");
    const [logic, memory] = cell.products;
    const [low, high] = [0.5 * 0.2 * 0.6, 0.6 * 0.5 * 0.9];
    const h = { low: 0.7 * (1 - (1 - low) * (1 - 0.4 * low)), high: 0.8 * (1 - (1 - high) * (1 - 0.6 * high)) };
    const k = { low: 0, high: 0.8 * high };
    expect(logic!.part!.low).toBeCloseTo(1 - (1 - h.low) * (1 - k.low), 12);
    expect(logic!.part!.high).toBeCloseTo(1 - (1 - h.high) * (1 - k.high), 12);
    expect(logic!.value.usd).toEqual({ low: 20e9, high: 60e9 });
    expect(logic!.usd!.high).toBeCloseTo(60e9 * logic!.part!.high, 0);
    expect(memory!.part!.low).toBeCloseTo(0.7 * 0.4 * low, 12);
    expect(cell.usd!.low).toBeCloseTo(logic!.usd!.low + memory!.usd!.low, 0);
    expect(cell).toMatchObject({ patents: 3, clusters: 3, delayYears: { low: 1, high: 3 } });
    expect(cell.royaltyUsd!.high).toBeCloseTo(0.05 * (60e9 + 20e9), 0);
    expect(logic!.holders.map(({ holder, patents }) => [holder, patents])).toEqual([
      ["h", 2],
      ["k", 1],
    ]);
    expect(logic).toMatchObject({ technologies: 3, technologiesLoaded: 2, technologiesThere: 2, clusters: 3 });
  });

  it("is unknown, never 0, where nothing is loaded of the product, of the jurisdiction, of the holders; 0 where all have lapsed", () => {
    const gaps = (inWorld: ExclusionWorld, from: Claimant, on: string) => cellOf(inWorld, from, on).products.map(({ gap }) => gap);
    expect(gaps(worldOf([cluster("h", "paint", ["AA1"])], documents), claimant("HH", "h"), "AA")).toEqual(["no-patents", "no-patents"]);
    expect(gaps(world, claimant("HH", "h"), "CC")).toEqual(["no-patents-there", "no-patents-there"]);
    expect(gaps(world, claimant("NN", "nobody"), "AA")).toEqual(["none-of-holders", "none-of-holders"]);
    const refused = {
      ...world,
      status: { ...world.status, inForce: new Map([["AA1", { q: { low: 0, high: 0 }, basis: "not-granted" as const }]]) },
    };
    expect(gaps({ ...refused, clusters: [cluster("h", "tool", ["AA1"])] }, claimant("HH", "h"), "AA")).toEqual([
      "none-of-holders",
      "none-of-holders",
    ]);
    const unknown = cellOf(world, claimant("NN", "nobody"), "AA");
    expect(unknown).toMatchObject({ usd: null, royaltyUsd: null, delayYears: null });
    const lapsed = cellOf(worldOf([cluster("k", "tool", ["AA4"])], documents), claimant("KK", "k"), "AA");
    expect(lapsed.products[0]).toMatchObject({
      gap: null,
      part: { low: 0, high: 0 },
      usd: { low: 0, high: 0 },
      clusters: 0,
      royaltyUsd: null,
    });
  });

  it("has a part but no USD where the value at stake is unknown", () => {
    const [logic, memory] = cellOf(world, claimant("HH", "h"), "BB").products;
    expect(logic!.usd).not.toBeNull();
    expect(memory).toMatchObject({ gap: "no-patents-there" });
    const made = cellOf({ ...world, basis: "make" }, claimant("HH", "h"), "AA").products;
    expect(made[0]).toMatchObject({ usd: { low: 0, high: 0 } });
    expect(made[1]).toMatchObject({ usd: null, value: { usd: null, lacks: "share" } });
    expect(made[1]!.part).not.toBeNull();
  });

  it("counts no one against itself, and claims of the technologies asked for only", () => {
    const { cells } = exclusionMatrix(world, [claimant("AA", "h"), claimant("BB", "k")], ["AA", "BB"]);
    expect(cells.map(({ from, on }) => `${from}>${on}`)).toEqual(["AA>BB", "BB>AA"]);
    const only = exclusionMatrix(world, [claimant("HH", "h")], ["AA"], new Set(["tool"])).cells[0]!;
    expect(only.products.map(({ gap }) => gap)).toEqual([null, "none-of-holders"]);
    expect(only.patents).toBe(1);
  });

  const chance = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
  const range = fc.tuple(chance, chance).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const random = fc.array(
    fc.record({
      holder: fc.constantFrom("h", "k", "m"),
      technology: fc.constantFrom("tool", "gas", "logic"),
      q: fc.option(range, { nil: null }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const worldFrom = (claims: readonly { readonly holder: string; readonly technology: string; readonly q: InventedDocument["q"] }[]) =>
    worldOf(
      claims.map(({ holder, technology }, i) => cluster(holder, technology, [`AA${i}`], `G${i}`)),
      claims.map(({ q }, i) => ({ document: `AA${i}`, q })),
    );

  it("is at most V_J, grows with each holder, and is 0 for the licensed", () => {
    fc.assert(
      fc.property(random, (claims) => {
        const found = worldFrom(claims);
        const some = cellOf(found, claimant("HH", "h"), "AA").products;
        const all = cellOf(found, claimant("HH", "h", "k", "m"), "AA").products;
        all.forEach((product, j) => {
          if (product.usd === null) return;
          expect(product.usd.low).toBe(0);
          expect(product.usd.high).toBeLessThanOrEqual(product.value.usd!.high * (1 + 1e-12));
          if (some[j]!.part !== null) expect(product.part!.high).toBeGreaterThanOrEqual(some[j]!.part!.high - 1e-12);
        });
        const licensed = cellOf({ ...found, licensed: () => true }, claimant("HH", "h", "k", "m"), "AA");
        for (const { part } of licensed.products) if (part !== null) expect(part).toEqual({ low: 0, high: 0 });
      }),
      runs(200),
    );
  });

  it("does not change where a family stands in two documents of one cluster", () => {
    fc.assert(
      fc.property(random, fc.nat(), (claims, pick) => {
        const found = worldFrom(claims);
        const at = pick % claims.length;
        const split: ExclusionWorld = {
          ...found,
          clusters: found.clusters.map((each, i) => (i === at ? { ...each, documents: [...each.documents, "AAtwin"] } : each)),
          status: {
            office: new Map([...found.status.office, ["AAtwin", "AA"]]),
            inForce: new Map([...found.status.inForce, ["AAtwin", found.status.inForce.get(`AA${at}`)!]]),
          },
          technologies: new Map([...found.technologies, ["AAtwin", [claims[at]!.technology]]]),
        };
        const parts = (each: ExclusionWorld) =>
          cellOf(each, claimant("HH", "h", "k", "m"), "AA").products.map(({ part, usd }) => ({ part, usd }));
        expect(parts(split)).toEqual(parts(found));
      }),
      runs(200),
    );
  });

  it("a denial raises the low end of what is denied, moves no high end where licences were unknown, and is at most all together", () => {
    fc.assert(
      fc.property(random, fc.constantFrom<ReadonlySet<string> | null>(null, new Set(["tool"])), (claims, technologies) => {
        const [market] = denyLicencesIn(worldFrom(claims), { holders: new Set(["h", "k"]), jurisdictions: ["AA"], technologies });
        market!.after.products.forEach((after, j) => {
          const [before, alone] = [market!.before.products[j]!, market!.alone.products[j]!];
          if (after.part === null) {
            expect(alone.part).toBeNull();
            return;
          }
          expect(before.part!.low).toBe(0);
          expect(after.part.high).toBeCloseTo(before.part!.high, 12);
          if (alone.part === null) expect(after.part.low).toBe(0);
          else {
            expect(after.part.low).toBeCloseTo(alone.part.low, 12);
            expect(after.part.high).toBeGreaterThanOrEqual(alone.part.high - 1e-12);
          }
        });
      }),
      runs(200),
    );
  });

  it("a denial in some technologies leaves the licences of the others as they are", () => {
    const open = worldOf(clusters, documents);
    const deny = (...technologies: string[]) =>
      denyLicencesIn(open, { holders: new Set(["h"]), jurisdictions: ["AA"], technologies: new Set(technologies) })[0]!;
    const low = (technologies: readonly string[]): number => deny(...technologies).after.products[0]!.part!.low;
    const [tool, gas] = [0.7 * 0.5 * 0.2 * 0.6, 0.7 * 0.4 * 0.5 * 0.2 * 0.6];
    expect(low(["tool"])).toBeCloseTo(tool, 12);
    expect(low(["gas"])).toBeCloseTo(gas, 12);
    expect(low(["paint"])).toBe(0);
    expect(deny("gas").alone.patents).toBe(1);
  });

  it("a denial of a licence that stands makes exposure of nothing", () => {
    const licensed = worldOf(clusters, documents, { licensed: () => true });
    const [market] = denyLicencesIn(licensed, { holders: new Set(["h"]), jurisdictions: ["AA"], technologies: null });
    expect(market!.before.products[0]!.part).toEqual({ low: 0, high: 0 });
    expect(market!.after.products[0]!.part!.low).toBeGreaterThan(0);
    expect(market!.after.products[0]!.part).toEqual(market!.alone.products[0]!.part);
  });
});
