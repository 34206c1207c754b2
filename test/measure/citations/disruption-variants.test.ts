import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disruptionVariants, referencesState } from "../../../src/measure/citations/disruption.ts";
import { runs } from "../../leverage/worlds.ts";
import { realData } from "../../sources/support.ts";
import { expectClose } from "../close.ts";

const count = fc.integer({ min: 0, max: 1000 });

describe("disruption and its variants", () => {
  it("are undefined where nothing is counted, 0 where only the references are cited", () => {
    const none = { focalOnly: 0, both: 0, referencesOnly: 0, bothFive: 0, trimmed: { focalOnly: 0, both: 0 } };
    expect(disruptionVariants(none)).toEqual({ disruption: null, weighted: null, five: null, withoutReferences: null, trimmed: null });
    expect(disruptionVariants({ ...none, referencesOnly: 3 })).toEqual({
      disruption: 0,
      weighted: 0,
      five: 0,
      withoutReferences: null,
      trimmed: 0,
    });
  });

  it("leave out what was not counted", () => {
    expect(disruptionVariants({ focalOnly: 1, both: 3, referencesOnly: 4 })).toEqual({
      disruption: -0.25,
      weighted: -1,
      five: null,
      withoutReferences: -0.5,
      trimmed: null,
    });
  });

  it("stay within -1 and 1, change sign with the roles, and shrink with citations of the references alone", () => {
    fc.assert(
      fc.property(count, count, count, (focalOnly, both, referencesOnly) => {
        const of = (a: number, b: number) =>
          disruptionVariants({ focalOnly: a, both: b, referencesOnly, bothFive: b, trimmed: { focalOnly: a, both: b } });
        const { disruption, withoutReferences, five, trimmed } = of(focalOnly, both);
        expect([five, trimmed]).toEqual([disruption, disruption]);
        if (disruption === null) return;
        expect(Math.abs(disruption)).toBeLessThanOrEqual(1);
        expect(of(both, focalOnly).disruption! + disruption).toBe(0);
        if (withoutReferences !== null) expect(Math.abs(disruption)).toBeLessThanOrEqual(Math.abs(withoutReferences));
      }),
      runs(200),
    );
  });
});

it.each([
  [0, 3, 3, 3, "unread"],
  [0, null, 0, 0, "unread"],
  [1, null, 0, 0, "none"],
  [1, null, 1, 0, "whole"],
  [1, null, 0, 1, "whole"],
  [1, 3, 2, 2, "truncated"],
  [1, 3, 0, 0, "truncated"],
  [1, 3, 2, 3, "whole"],
  [1, 3, 3, 2, "whole"],
  [1, 0, 0, 0, "whole"],
] as const)("loaded %i, stated %s, documents %i, records %i: references are %s", (loaded, references, cites, referenceRows, state) => {
  expect(referencesState({ loaded, references, cites, referenceRows })).toBe(state);
});

const file = realData("reference/crossdi_domain1.csv");

it.skipIf(file.absent)(`all 4,650 rows of published values come out (${file.path})`, () => {
  const [head, ...lines] = readFileSync(file.path, "utf8").trim().split(/\r?\n/);
  const columns = head!.split(",");
  expect(lines).toHaveLength(4650);
  for (const line of lines) {
    const cells = line.split(",");
    const cell = (name: string) => (cells[columns.indexOf(name)] === "" ? null : Number(cells[columns.indexOf(name)]));
    const found = disruptionVariants({
      focalOnly: cell("N_F")!,
      both: cell("N_B")!,
      referencesOnly: cell("N_R")!,
      bothFive: cell("N_B^5")!,
      trimmed: { focalOnly: cell("N_F_new")!, both: cell("N_B_new")! },
    });
    for (const [value, name] of [
      [found.disruption, "DI"],
      [found.weighted, "mDI"],
      [found.five, "DI_5"],
      [found.withoutReferences, "DI^noR"],
      [found.trimmed, "DI_3%"],
    ] as const) {
      const stored = cell(name);
      if (stored === null) expect(value, line).toBeNull();
      else expectClose(value ?? Number.NaN, stored, 1e-13);
    }
  }
});
