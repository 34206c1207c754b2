import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LargeMap } from "../../src/base/large-map.ts";

describe("LargeMap", () => {
  it("holds what a Map holds, however few entries one of its parts may have", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.option(fc.nat(), { nil: undefined }))),
        fc.integer({ min: 1, max: 5 }),
        (entries, most) => {
          const [large, map] = [new LargeMap<number, number | undefined>([], most), new Map<number, number | undefined>()];
          for (const [key, value] of entries) {
            large.set(key, value);
            map.set(key, value);
            expect(large.size).toBe(map.size);
          }
          for (let key = 0; key <= 30; key++) expect([large.has(key), large.get(key)]).toEqual([map.has(key), map.get(key)]);
        },
      ),
    );
  });
});
