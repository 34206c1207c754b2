import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../workspace/folder.ts";
import { openBundled } from "../bundled-workspace.ts";
import { inventedWorkspace } from "../invented.ts";
import { gapsPage } from "./gaps-page.ts";
import { explained, reasonOf } from "./known-doubts.ts";

const path = fileURLToPath(new URL("../../../docs/gaps.md", import.meta.url));

test("docs/gaps.md lists the unknowns of the bundled atlas that move answers most, and every known doubt", async () => {
  const map = await openBundled();
  const page = gapsPage(await map.gaps({ top: 100 }), await map.facts({}));
  const { gaps, evidence } = await map.gaps({ top: 20 });
  map.close();
  expect(evidence.documents.length).toBeGreaterThan(0);
  for (const [at, { moves, homes, value, neededBy }] of gaps.slice(1).entries()) {
    const before = gaps[at]!;
    if (Math.round((before.moves * before.homes - moves * homes) * 100) !== 0 || Math.round(before.value - value) !== 0) continue;
    expect(before.neededBy).toBeGreaterThanOrEqual(neededBy);
  }
  if (process.env.LEVERMAP_GOLDEN === "write") writeFileSync(path, page);
  expect(readFileSync(path, "utf8")).toBe(page);
});

test("a gap moves as much on average as it moves the homes that it touches, whatever the others", async () => {
  const { ask, close } = await inventedWorkspace(temporaryFolder());
  const { gaps, homes } = await ask().gaps({});
  close();
  const ofOne = gaps.filter((gap) => gap.homes === 1);
  expect([homes.length > 1, ofOne.length > 0]).toEqual([true, true]);
  expect(ofOne.map(({ moves }) => moves)).toEqual(ofOne.map(({ most }) => most));
});

test("doubts about the bundled atlas name their sources, why they stand, and homes only where one document carries an answer", async () => {
  const map = await openBundled();
  const { doubts, checks } = await map.facts({});
  map.close();
  expect(doubts.filter(({ check }) => check === "overfull")).toEqual([]);
  expect(checks.reduce((sum, { found }) => sum + found, 0)).toBe(doubts.length);
  expect(doubts.filter(({ sources }) => sources.length === 0)).toEqual([]);
  expect(doubts.filter((doubt) => reasonOf(doubt) === undefined)).toEqual([]);
  const found = new Set(doubts.map(({ check, about }) => `${check} ${about}`));
  expect(explained.filter((doubt) => !found.has(doubt))).toEqual([]);
  for (const { check, homes } of doubts) expect(check === "thin" || homes.length === 0).toBe(true);
  expect(doubts.some(({ homes }) => homes.length > 0)).toBe(true);
});
