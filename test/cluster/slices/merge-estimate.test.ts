import { expect, test } from "vitest";
import { estimateMerge } from "../../../src/cluster/measure-layout.ts";

const miB = 2 ** 20;

/** Runs of docs/scale.md: bytes of the largest resident set, of the file, and seconds of a core. */
const measured = [
  { documents: 300_000, memory: 269 * miB, disk: null, seconds: 1.2 },
  { documents: 300_000, memory: 284 * miB, disk: 2_626_244, seconds: 1.1 },
  { documents: 1_000_000, memory: 495 * miB, disk: null, seconds: 2.2 },
  { documents: 1_000_000, memory: 485 * miB, disk: 7_801_954, seconds: 2.2 },
  { documents: 3_000_000, memory: 1013 * miB, disk: null, seconds: 5.1 },
  { documents: 3_000_000, memory: 948 * miB, disk: 22_083_091, seconds: 5.3 },
];

test.each(measured)("the estimate of joining is within a fifth of what $documents documents took", (run) => {
  const estimate = estimateMerge(run, 1e9);
  for (const what of ["memory", "disk", "seconds"] as const) {
    const took = run[what];
    if (took !== null) expect(Math.abs(estimate[what] - took) / took, what).toBeLessThan(0.2);
  }
});

test("the database engine holds no more than it may", () => {
  const [least, most] = [estimateMerge({ documents: 30e6 }, 1e9), estimateMerge({ documents: 30e6 }, 2e9)];
  expect(most.memory - least.memory).toBe(1e9);
});
