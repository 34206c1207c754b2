import { describe, expect, test } from "vitest";
import { estimateSlice } from "../../../src/cluster/measure-layout.ts";

/** Runs of docs/scale.md, one thread but for the last: bytes of the largest resident set, of the file, and seconds of a core. */
const kiB = 1024;
const [small, middle, large, largest] = [
  { documents: 300_000, citations: 2_989_554, engine: 1e9 },
  { documents: 1_000_000, citations: 11_976_615, engine: 1e9 },
  { documents: 3_000_000, citations: 29_976_008, engine: 1e9 },
  { documents: 30_000_000, citations: 299_945_702, engine: 1e9 },
];
const measured = [
  { ...small, slices: 1, memory: 368_292 * kiB, disk: 2_562_596, seconds: 2.56 },
  { ...small, slices: 1, memory: 336_220 * kiB, disk: null, seconds: 2.18 },
  { ...small, slices: 8, memory: 237_288 * kiB, disk: null, seconds: 1.62 },
  { ...middle, slices: 1, memory: 729_232 * kiB, disk: null, seconds: 6.2 },
  { ...middle, slices: 1, memory: 766_712 * kiB, disk: null, seconds: 5.91 },
  { ...middle, slices: 4, memory: 507_188 * kiB, disk: null, seconds: 4.6 },
  { ...large, slices: 1, memory: 1_471_660 * kiB, disk: 24_115_837, seconds: 17.98 },
  { ...large, slices: 1, memory: 1_505_488 * kiB, disk: null, seconds: 15.47 },
  { ...large, slices: 8, memory: 667_684 * kiB, disk: null, seconds: 8.48 },
  { ...largest, slices: 8, memory: 4_476_892 * kiB, disk: null, seconds: 91.91 },
  { ...largest, slices: 1, engine: 2e9, memory: 10_277_044 * kiB, disk: 238_474_760, seconds: 223.5 },
];

describe("the estimate of a slice", () => {
  test.each(measured)("is within a fifth of what $documents documents in $slices slices took", ({ slices, engine, ...run }) => {
    const estimate = estimateSlice(run, slices, engine);
    for (const what of ["memory", "disk", "seconds"] as const) {
      const took = run[what];
      if (took !== null) expect(Math.abs(estimate[what] - took) / took, what).toBeLessThan(0.2);
    }
  });
});
