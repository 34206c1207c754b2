import { describe, expect, test } from "vitest";
import { estimateParse } from "../../../src/cluster/parse/parse-estimate.ts";

const miB = 2 ** 20;

/** Runs of docs/scale.md: files of one size, bytes of all, seconds of a core, bytes of the largest resident set, and of what was written. */
const bibliographies = [
  { files: 4, plain: 10_026_324, seconds: 2.57, memory: 196 * miB, disk: 116_075 },
  { files: 4, plain: 40_022_100, seconds: 4.4, memory: 242 * miB, disk: 223_109 },
  { files: 4, plain: 160_005_204, seconds: 12.63, memory: 265 * miB, disk: 655_368 },
  { files: 100, plain: 10_665_300, seconds: 11.76, memory: 199 * miB, disk: 2_033_242 },
];
const fullTexts = [
  { files: 4, plain: 10_108_384, seconds: 1.53, memory: 190 * miB, disk: 83_372 },
  { files: 4, plain: 40_433_536, seconds: 2.04, memory: 205 * miB, disk: 92_854 },
  { files: 4, plain: 160_355_728, seconds: 3.44, memory: 220 * miB, disk: 139_157 },
  { files: 100, plain: 11_486_800, seconds: 9.51, memory: 192 * miB, disk: 1_548_412 },
];
const sizeOf = ({ files, plain }: { readonly files: number; readonly plain: number }) => ({
  ...{ files, plain, packed: 0 },
  ...{ largestPlain: plain / files, largestPacked: 0 },
});

describe("the estimate of parsing", () => {
  test.each(bibliographies)("has at its upper end, within a fifth, what $plain bytes of bibliographies in $files files took", (run) => {
    const [least, most] = estimateParse(sizeOf(run));
    for (const what of ["seconds", "memory"] as const) expect(Math.abs(most[what] - run[what]) / run[what], what).toBeLessThan(0.2);
    expect(run.disk).toBeGreaterThan(least.disk);
    expect(run.disk).toBeLessThan(most.disk);
  });

  test.each(fullTexts)("has at its lower end, within a fifth, what $plain bytes of full texts in $files files took", (run) => {
    const [least, most] = estimateParse(sizeOf(run));
    for (const what of ["seconds", "memory"] as const) expect(Math.abs(least[what] - run[what]) / run[what], what).toBeLessThan(0.2);
    expect(run.disk).toBeGreaterThan(least.disk);
    expect(run.disk).toBeLessThan(most.disk);
  });

  test("of processes that share the files counts a start for each, and the memory of one", () => {
    const size = sizeOf({ files: 100, plain: 11e6 });
    const [[one], [eight]] = [estimateParse(size), estimateParse(size, 8)];
    expect(eight).toEqual({ ...one, seconds: expect.closeTo(one.seconds + 7 * 1.2, 9) });
  });

  test("counts a packed file as what may come out of it", () => {
    const packed = estimateParse({ files: 1, plain: 0, packed: 1e6, largestPlain: 0, largestPacked: 1e6 });
    const [least] = estimateParse(sizeOf({ files: 1, plain: 4.9e6 }));
    const [, most] = estimateParse(sizeOf({ files: 1, plain: 9e6 }));
    expect(packed).toEqual([least, most]);
  });
});
