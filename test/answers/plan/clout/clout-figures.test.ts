import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../../src/library/open.ts";
import { rightsOfWords as rightsOfWordsSaid } from "../../../../src/report/plan/plan-clout.ts";
import { some } from "../../../tiers.ts";
import { english } from "../../../words/english.ts";
import { openBundled } from "../../bundled-workspace.ts";

const rightsOfWords = english(rightsOfWordsSaid);

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

/** To nine digits: sums are taken in other orders. */
const shown = (ends: readonly number[]): readonly number[] => ends.map((end) => Number(end.toPrecision(9)));

describe("figures of one home on one target", () => {
  const pairs = [
    ["CN", "US"],
    ["KR", "JP"],
    ["EU", "CN"],
    ["US", "CN"],
    ["JP", "KR"],
    ["NL", "CN"],
  ] as const;
  it.each(some(pairs, pairs.slice(0, 3)))(
    "of %s on %s are the same wherever they answer the same, and what is of other sales says so",
    async (home, on) => {
      const text = `name: Nothing\nhome: ${home}\nagainst: ${on}\nyears: 8\nmoney: 0\n`;
      const { clout, against, programmes } = await map.plan({ place: "mine.yaml", text });
      const { cells } = await map.leverage({ from: [home], on });
      expect(programmes).toEqual([]);

      // By supply: all that the home holds, withheld together.
      expect(clout!.byYear[0]!.supplyHeld).toEqual(cells[0]!.usd === null ? null : cells[0]!.usd.interval.map((bn) => 1000 * bn));
      // By patents in the market of the target, whoever sells there.
      expect(cells[0]!.patents!.usd).toEqual(against!.usd);

      // By rights, what makers of the target sell wherever claims of the home run: another question, which is told beside it.
      const words = rightsOfWords(clout!, against);
      expect(words).toContain(`what makers of ${clout!.onName} sell`);
      expect(words).toContain(`What anybody sells in the market of ${clout!.onName} is another question`);
      expect(words.includes("portfolio` answer: unknown.")).toBe(against!.usd === null);
      const { rightsHeld } = clout!.byYear[0]!;
      const unloaded = clout!.rightsIn.filter(({ loaded }) => !loaded);
      for (const { name } of unloaded) expect(words).toContain(name);
      expect(rightsHeld === null).toBe(unloaded.length === clout!.rightsIn.length);

      // In a market the target sells no more than all do together, so that its rights are at most what patents could keep from these markets.
      const loaded = clout!.rightsIn.filter((each) => each.loaded).map(({ jurisdiction }) => jurisdiction);
      if (rightsHeld === null || loaded.includes(home)) return;
      let all = 0;
      for (const market of loaded) all += (await map.leverage({ from: [home], on: market, draws: 10 })).cells[0]!.patents!.usd!.high / 1e6;
      expect(rightsHeld[2]).toBeLessThanOrEqual(all);
    },
  );

  it.each([
    ["KR", "JP"],
    ["CN", "US"],
    ["US", "CN"],
  ])("of one technology of %s on %s: chokepoints and leverage tell one loss", async (on, home) => {
    const { ranked } = await map.chokepoints({ home: on, top: 1000 });
    const { technology, losses } = ranked.find(({ holder, score }) => holder?.economy === home && score !== null)!;
    const { cells } = await map.leverage({ from: [home], on, technologies: [technology] });
    expect(shown(cells[0]!.loss!.interval)).toEqual(shown(losses.find(({ months }) => months === 12)!.loss as readonly number[]));
  });
});
