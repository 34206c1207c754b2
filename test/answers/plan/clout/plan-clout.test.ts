import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../../src/library/open.ts";
import { some } from "../../../tiers.ts";
import { openBundled } from "../../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const plan = (home: string, against: string, more = "") =>
  map.plan({
    place: "mine.yaml",
    text: `name: Plan\nhome: ${home}\nagainst: ${against}\nyears: 12\nmoney: 400\nunspent: 0\nresearchers: { tool: 800, material: 600 }\ntechnologies: [abf-film, silicon-wafers, photoresist, metal-oxide-resist, cmp-pads, two-dimensional-channels]\n${more}`,
  });

describe("clout of a home on a target", () => {
  const pairs = [
    ["CN", "US"],
    ["KR", "JP"],
    ["US", "CN"],
    ["EU", "US"],
    ["EU", "CN"],
  ] as const;
  it.each(some(pairs, pairs.slice(0, 2)))(
    "of %s on %s is by supply today the figure of leverage, by rights that of patents held, each with its interval",
    async (home, against) => {
      const { clout, replies } = await plan(home, against);
      const told = await map.leverage({ from: [home], on: against });
      const [now] = clout!.byYear;
      expect(now!.supplyHeld).toEqual(told.cells[0]!.usd!.interval.map((bn) => 1000 * bn));
      expect(now!.supplyWith).toEqual(now!.supplyHeld);
      expect(now!.rightsAdded).toEqual([0, 0, 0]);
      for (const { rightsHeld, rightsAdded, supplyHeld, supplyWith } of clout!.byYear)
        for (const [low, mid, high] of [rightsHeld ?? [0, 0, 0], rightsAdded, supplyHeld!, supplyWith!]) {
          expect(low).toBeLessThanOrEqual(mid);
          expect(mid).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
        }
      expect(clout!.byYear.at(-1)!.rightsAdded[1]).toBeGreaterThan(0);
      expect(clout!.conditions.length).toBeGreaterThanOrEqual(2);
      expect(clout!.conditions.join(" ")).toMatch(/worked and won/);
      const [usual, , , , , withholds] = replies;
      expect(replies.map(({ move }) => move)).toEqual(["usual", "none", "designs-around", "invalidates", "matches", "withholds"]);
      expect(withholds!.lost!.without).toBeGreaterThanOrEqual(usual!.lost!.without - 1e-6);
      expect(withholds!.lost!.without - withholds!.lost!.with).toBeCloseTo(withholds!.resilience!, 6);
      expect(clout!.reply?.left ?? null).toEqual(
        told.coalition!.reply === null ? null : told.coalition!.afterReply!.interval.map((bn) => 1000 * bn),
      );
    },
  );

  it("is by patents of a firm on a market what leverage and its portfolio say", async () => {
    const { against } = await plan("tsmc", "US", "jurisdictions: [US]\n");
    const { cells } = await map.leverage({ from: ["tsmc"], on: "US" });
    const { exclusion } = await map.portfolio({ holder: "tsmc" });
    expect(against!.usd!.high).toBeGreaterThan(0);
    expect(cells[0]!.patents!.usd).toEqual(against!.usd);
    expect(exclusion.find(({ market }) => market === "US")!.usd!.high).toBe(against!.usd!.high);
  });

  it("is refused on the place where a firm is seated, before anything is solved", async () => {
    await expect(plan("tsmc", "TW")).rejects.toMatchObject({ code: "LM_PLAN_INVALID" });
  });

  it("is told of no one where no target is named, and of nothing held where nothing is loaded", async () => {
    expect((await map.plan({ place: "mine.yaml", text: "name: Mine\nhome: NL\nyears: 8\nmoney: 0\n" })).clout).toBeNull();
    const { clout } = await plan("IN", "US");
    expect(clout!.byYear.every(({ rightsHeld }) => rightsHeld === null)).toBe(true);
    expect(clout!.rightsIn.every(({ loaded }) => !loaded)).toBe(true);
    expect(clout!.conditions.join(" ")).toContain("No patent of India is loaded");
  });

  it("counts patents that the home holds today: those of US firms among the bundled ones", async () => {
    const { clout, against } = await plan("US", "CN", "jurisdictions: [US]\n");
    expect(clout!.byYear[0]!.rightsHeld![1]).toBeGreaterThan(0);
    expect(clout!.byYear[0]!.rightsHeld![2]).toBeGreaterThan(clout!.byYear[0]!.rightsHeld![1]);
    expect(clout!.byYear.at(-1)!.rightsHeld![1]).toBeLessThan(clout!.byYear[0]!.rightsHeld![1]);
    expect(against).not.toBeNull();
  });
});
