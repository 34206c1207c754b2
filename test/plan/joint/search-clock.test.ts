import { afterEach, expect, it, vi } from "vitest";
import { createSearchClock } from "../../../src/plan/joint/search-clock.ts";

afterEach(() => vi.restoreAllMocks());

it("counts processor time where the process had less than the clock says, and is up after four times the limit", () => {
  let [clock, processor] = [0, 0];
  vi.spyOn(performance, "now").mockImplementation(() => clock * 1000);
  vi.spyOn(process, "cpuUsage").mockImplementation(() => ({ user: processor * 1e6, system: 0 }));
  const left = createSearchClock(10);
  const at = (passed: number, used: number): number => {
    [clock, processor] = [passed, used];
    return left();
  };
  expect(at(4, 4)).toBe(6);
  // Several threads use more than the clock: the clock holds.
  expect(at(6, 11)).toBe(4);
  expect(at(20, 6)).toBe(4);
  expect(at(39, 6)).toBe(1);
  expect(at(41, 6)).toBeLessThan(0);
});
