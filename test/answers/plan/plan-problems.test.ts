import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const outline = (problem: string) =>
  map.planOutline({
    place: "own.yaml",
    text: `name: Own\nas_of: 2026-11-01\nhome: KR\nyears: 12\nmoney: 100\nproblems:\n  - { id: mine, technology: hbm, name: Mine, need: What has to be solved., ${problem} }\n`,
  });

describe("a problem of a plan file", () => {
  it("has a clock that it may wait for", async () => {
    const { programmes } = await outline("clock: [2024, 2031]");
    expect(programmes.filter(({ problem }) => problem === "mine").map(({ clock }) => clock?.[0])).toContain(2024);
  });

  it("may have a clock as late as the years that its file counts", async () => {
    const text = `name: Own\nas_of: 2026-11-01\nhome: KR\nyears: 12\nmoney: 100\nproblems:\n  - { id: mine, technology: hbm, name: Mine, need: What has to be solved., clock: [2050, 2051] }\ninputs:\n  - { id: horizon, low: 25, high: 30 }\n`;
    const { programmes } = await map.planOutline({ place: "own.yaml", text });
    expect(programmes.some(({ problem }) => problem === "mine")).toBe(true);
  });

  it.each([
    ["clock: [2031, 2030]", "problem 1: the clock ends before it begins"],
    ["clock: [1985, 1990]", "problem 1: the clock ends in 1990, which is past"],
    ["clock: [2090, 2091]", "problem 1: the clock begins in 2090, after the 20 years that are counted at most"],
  ])("with %s is refused", async (given, fault) => {
    await expect(outline(given)).rejects.toMatchObject({ code: "LM_PLAN_INVALID", message: expect.stringContaining(fault) });
  });
});
