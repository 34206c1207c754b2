import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { prepareEachDay } from "../../../src/server/work/prepare-each-day.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-25T20:50:00Z") }));
afterEach(() => void vi.useRealTimers());

const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 60_000);

/** Notes which days are prepared, and which stopped. */
function noted(work: (day: string, signal: AbortSignal) => Promise<void> = async () => undefined) {
  const [told, failures]: [string[], unknown[]] = [[], []];
  const each = prepareEachDay({
    now: () => Date.now(),
    prepare: async (day, signal) => {
      told.push(day);
      await work(day, signal);
    },
    failed: (thrown) => failures.push(thrown),
  });
  return { each, told, failures };
}

const untilStopped = (_: string, signal: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

describe("answers of a server that runs over midnight", () => {
  it("are worked out for today, and for tomorrow two hours before", async () => {
    const { each, told } = noted();
    await minutes(65);
    expect(told).toEqual(["2026-11-25"]);
    await minutes(10);
    expect(told).toEqual(["2026-11-25", "2026-11-25", "2026-11-26"]);
    await minutes(3 * 60);
    expect(told.slice(3)).toEqual(["2026-11-26"]);
    await each.stop();
    await minutes(24 * 60);
    expect(told).toHaveLength(4);
  });

  it("are worked out anew for other data, once the work on those before has ended, and stopped with the server", async () => {
    const { each, told, failures } = noted(untilStopped);
    each.again();
    await minutes(0);
    expect(told).toEqual(["2026-11-25", "2026-11-25"]);
    await each.stop();
    expect(failures).toEqual([]);
    expect(told).toHaveLength(2);
  });

  it("are left where they cannot be worked out, which is told once", async () => {
    const { each, told, failures } = noted(() => Promise.reject(new Error("no")));
    await minutes(0);
    each.again();
    await minutes(0);
    expect([told.length, failures.length]).toEqual([2, 1]);
    await each.stop();
  });
});
