import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakthroughs } from "../../../src/measure/text/breakthrough.ts";
import { runs } from "../../leverage/worlds.ts";
import { expectClose } from "../close.ts";

const similarity = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.1, max: 50, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, Number.NaN) },
);

describe("breakthroughs", () => {
  it("are the top tenth of ln(FS/BS) net of its year's mean", () => {
    const drawn = fc.array(fc.tuple(fc.constantFrom(1990, 1991, 1992), similarity, similarity), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(drawn, (documents) => {
        const { score, breakthrough } = breakthroughs(
          { backward: Float64Array.from(documents, (one) => one[1]), forward: Float64Array.from(documents, (one) => one[2]) },
          Uint16Array.from(documents, ([year]) => year),
        );
        const known = documents.filter(([, backward, forward]) => backward > 0 && forward > 0);
        const expected = documents.map(([year, backward, forward]) => {
          const cohort = known.filter((one) => one[0] === year).map((one) => Math.log(one[2] / one[1]));
          const mean = cohort.reduce((sum, one) => sum + one, 0) / cohort.length;
          return backward > 0 && forward > 0 && cohort.length >= 20 ? Math.log(forward / backward) - mean : Number.NaN;
        });
        const scored = expected.filter((one) => !Number.isNaN(one));
        expected.forEach((own, i) => {
          expectClose(score[i], own, 1e-10);
          const asGood = Array.from(score).filter((other) => other >= score[i]!).length;
          expect(breakthrough[i]).toBe(Number.isNaN(own) ? -1 : Number(asGood <= scored.length / 10));
        });
      }),
      runs(200),
    );
  });

  it("name no one where all are alike", () => {
    const alike = { backward: new Float64Array(50).fill(2), forward: new Float64Array(50).fill(4) };
    const { breakthrough } = breakthroughs(alike, new Uint16Array(50).fill(2000));
    expect(breakthrough.every((one) => one === 0)).toBe(true);
  });
});
