import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenSlices } from "../../../src/corpus/steps/kernel-threads.ts";

const starts = (degrees: readonly number[]): Int32Array => {
  const start = new Int32Array(degrees.length + 1);
  for (const [i, degree] of degrees.entries()) start[i + 1] = (start[i] ?? 0) + degree;
  return start;
};

describe("evenSlices", () => {
  it("cuts all documents into slices that follow one another and are not empty", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (degrees, parts) => {
        const slices = evenSlices(starts(degrees), parts);
        expect(slices.length).toBeLessThanOrEqual(parts);
        expect(slices.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(degrees.map((_, i) => i));
        for (const { from, to } of slices) expect(to).toBeGreaterThan(from);
      }),
    );
  });

  it("gives no slice more than its part of the links and one document", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (degrees, parts) => {
        const links = degrees.reduce((sum, degree) => sum + degree, 0);
        const most = Math.max(...degrees);
        for (const { from, to } of evenSlices(starts(degrees), parts)) {
          const own = degrees.slice(from, to).reduce((sum, degree) => sum + degree, 0);
          expect(own).toBeLessThanOrEqual(links / parts + most);
        }
      }),
    );
  });

  it("gives none for no documents", () => expect(evenSlices(starts([]), 4)).toEqual([]));
});
