import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countingUnits, extendedFamilies, familyLinks } from "../../../src/measure/patents/families.ts";
import { runs } from "../../leverage/worlds.ts";

const world = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.record({
    holders: fc.array(
      fc.uniqueArray(fc.nat(2), { maxLength: 2 }).map((own) => own.sort()),
      { minLength: n, maxLength: n },
    ),
    keys: fc.array(fc.record({ document: fc.nat(n - 1), key: fc.constantFrom("p", "q", "r") }), { maxLength: 16 }),
  }),
);

const listsOf = (holders: readonly (readonly number[])[]) => ({
  start: Int32Array.from({ length: holders.length + 1 }, (_, i) => holders.slice(0, i).flat().length),
  holder: Int32Array.from(holders.flat()),
});

describe("familyLinks", () => {
  it("joins what one holder has under a common key, over any number of keys, and nothing else", () => {
    fc.assert(
      fc.property(world, ({ holders, keys }) => {
        const lists = listsOf(holders);
        const units = countingUnits(holders.map((_, i) => String(i)));
        const found = extendedFamilies(units, lists, familyLinks(keys, lists));
        for (let holder = 0; holder < 3; holder++) {
          const own = [...holders.keys()].filter((i) => holders[i]!.includes(holder));
          const shared = (a: number, b: number) =>
            keys.some((one) => one.document === a && keys.some((other) => other.document === b && other.key === one.key));
          for (const from of own) {
            const reached = new Set([from]);
            for (const at of reached) for (const next of own) if (shared(at, next)) reached.add(next);
            const slot = (i: number) => lists.start[i]! + holders[i]!.indexOf(holder);
            for (const other of own) expect(found[slot(from)] === found[slot(other)]).toBe(reached.has(other));
          }
        }
      }),
      runs(300),
    );
  });
});
