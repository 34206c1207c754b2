import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { rankEachDay } from "../../src/library/rank-each-day.ts";
import type { RankOptions } from "../../src/library/rank-homes.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-25T23:50:00Z") }));
afterEach(() => void vi.useRealTimers());

const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 60_000);

/** Rankings that note when they start and stop. */
function noted(wait: () => Promise<void> = async () => undefined) {
  const told: string[] = [];
  const each = rankEachDay({
    dir: "map",
    log: quietEffects.log,
    day: () => new Date().toISOString().slice(0, 10),
    rank: ({ asOf, dir }: RankOptions) => {
      told.push(`${dir} as of ${asOf}`);
      return {
        ended: Promise.resolve(),
        async stop() {
          await wait();
          told.push(`${asOf} stopped`);
        },
      };
    },
  });
  return { each, told };
}

describe("rankings of a server that runs over midnight", () => {
  it("are made for each new day, the last ones ended first", async () => {
    const { each, told } = noted();
    await minutes(9);
    expect(told).toEqual(["map as of 2026-11-25"]);
    await minutes(2);
    expect(told).toEqual(["map as of 2026-11-25", "2026-11-25 stopped", "map as of 2026-11-26"]);
    await minutes(24 * 60 * 2);
    expect(told.slice(-2)).toEqual(["2026-11-27 stopped", "map as of 2026-11-28"]);
    await each.stop();
    expect(told.at(-1)).toBe("2026-11-28 stopped");
    await minutes(24 * 60);
    expect(told.at(-1)).toBe("2026-11-28 stopped");
  });

  it("are not begun again by a server that is being ended at midnight", async () => {
    let release = (): void => undefined;
    const { each, told } = noted(() => new Promise((resolve) => (release = resolve)));
    await minutes(11);
    const ended = each.stop();
    release();
    await vi.advanceTimersByTimeAsync(0);
    release();
    await ended;
    expect(told.filter((line) => line.includes("as of"))).toEqual(["map as of 2026-11-25"]);
  });
});
