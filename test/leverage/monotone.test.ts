import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corners } from "../../src/leverage/ends.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { noReach, reachAgainst } from "../../src/leverage/reach.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { createWithholding, type Withholding } from "../../src/leverage/withholding.ts";
import { buildSupplyMap, type SupplyRows } from "../../src/measure/supply/supply-map.ts";
import { day, rule } from "../measure/rows.ts";
import { seedsOf, type World } from "./oracle.ts";
import { rowsOf, runs, worlds } from "./worlds.ts";

/** The composer may leave out effects that sum to this much of final output. */
const leftOut = 1e-4 + 1e-9;

function withholdingOf(world: World, more: Partial<SupplyRows> = {}): Withholding {
  return createWithholding(compileModel(buildSupplyMap(rowsOf(world, more), { asOf: day })));
}

function losses(withholding: Withholding, senders: readonly string[], id: string, reached = false): readonly (number | null)[] {
  const target = targetOf(withholding.model, "AA");
  const reach = reached ? reachAgainst(withholding.model, "AA") : noReach(withholding.model);
  return withholding.lossInterval({ target, senders, reach }, withholding.model.map.indexOf.get(id)!).map(({ total }) => total);
}

const withheldIn = (world: World): readonly string[] => world.nodes.filter(({ id }) => seedsOf(world, id).length > 0).map(({ id }) => id);

/** Moves `part` of what is open to a holder into the figure of DD. */
function grown(world: World, id: string, from: "CC" | "unknown", part: number): World | null {
  const node = world.nodes.find((candidate) => candidate.id === id)!;
  const holders = node.holders ?? [];
  if (holders.some(({ figure }) => figure === null || figure.low !== figure.high)) return null;
  const share = (economy: string): number => holders.find((holder) => holder.economy === economy)?.figure?.low ?? 0;
  const unknown = Math.max(0, 1 - holders.reduce((sum, { figure }) => sum + figure!.low, 0));
  const moved = part * (from === "CC" ? share("CC") : unknown);
  if (share("DD") === 0 || moved === 0) return null;
  const point = (value: number) => ({ low: value, high: value });
  const next = holders.map((holder) => {
    if (holder.economy === "DD") return { ...holder, figure: point(share("DD") + moved) };
    if (holder.economy === from) return { ...holder, figure: point(share("CC") - moved) };
    return holder;
  });
  return { ...world, nodes: world.nodes.map((other) => (other === node ? { ...node, holders: next } : other)) };
}

describe("loss", () => {
  it("keeps low <= mid <= high, within 0 and 1", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const withholding = withholdingOf(world);
        for (const id of withheldIn(world)) {
          const [low, mid, high] = losses(withholding, ["CC", "DD"], id);
          if (low == null || mid == null || high == null) continue;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(mid + leftOut);
          expect(mid).toBeLessThanOrEqual(high + leftOut);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
      runs(500),
    );
  });

  it("is 0 where no one withholds", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const withholding = withholdingOf(world);
        for (const id of withheldIn(world)) for (const loss of losses(withholding, [], id)) expect(loss ?? 0).toBe(0);
      }),
      runs(300),
    );
  });

  it("never falls when a sender is added", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const withholding = withholdingOf(world);
        for (const id of withheldIn(world)) {
          const alone = losses(withholding, ["DD"], id);
          losses(withholding, ["CC", "DD"], id).forEach((loss, end) => {
            expect(loss ?? 0).toBeGreaterThanOrEqual((alone[end] ?? 0) - leftOut);
          });
        }
      }),
      runs(500),
    );
  });

  it("never falls when a rule reaches further", () => {
    const part = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
    fc.assert(
      fc.property(worlds, part, part, (world, one, other) => {
        const rules = (high: number) => world.nodes.map(({ id }) => rule(id, "DD", "CC", { low: high / 2, high }));
        const [near, far] = [
          withholdingOf(world, { reach: rules(Math.min(one, other)) }),
          withholdingOf(world, { reach: rules(Math.max(one, other)) }),
        ];
        for (const id of withheldIn(world)) {
          const less = losses(near, ["DD"], id, true);
          losses(far, ["DD"], id, true).forEach((loss, end) => {
            expect(loss ?? 0).toBeGreaterThanOrEqual((less[end] ?? 0) - leftOut);
          });
        }
      }),
      runs(400),
    );
  });

  it.each(["CC", "unknown"] as const)("never falls when a sender's share grows at the expense of: %s", (from) => {
    fc.assert(
      fc.property(worlds, fc.double({ min: 0.1, max: 1, noNaN: true }), (world, part) => {
        const before = withholdingOf(world);
        for (const id of withheldIn(world)) {
          const seeds = seedsOf(world, id);
          const larger = seeds.length === 1 ? grown(world, seeds[0]!, from, part) : null;
          if (larger === null) continue;
          const less = losses(before, ["DD"], id);
          losses(withholdingOf(larger), ["DD"], id).forEach((loss, end) => {
            expect(loss ?? 0).toBeGreaterThanOrEqual((less[end] ?? 0) - leftOut);
          });
        }
      }),
      runs(500),
    );
  });

  it("stands between its ends when one class of input moves", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const withholding = withholdingOf(world);
        const act = { target: targetOf(withholding.model, "AA"), senders: ["DD"], reach: noReach(withholding.model) };
        for (const id of withheldIn(world)) {
          const t = withholding.model.map.indexOf.get(id)!;
          const [low, mid, high] = losses(withholding, ["DD"], id);
          for (const name of ["spare", "fungibility", "degradation", "substitution", "shares", "unknown", "values"] as const) {
            const worse = withholding.loss(act, t, { ...corners[1], [name]: 2 }).total;
            if (worse === null || low == null || mid == null || high == null) continue;
            expect(worse).toBeGreaterThanOrEqual(mid - leftOut);
            expect(worse).toBeLessThanOrEqual(high + leftOut);
          }
        }
      }),
      runs(300),
    );
  });
});
