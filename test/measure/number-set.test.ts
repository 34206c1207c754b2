import fc from "fast-check";
import { expect, test } from "vitest";
import { NumberSet } from "../../src/measure/number-set.ts";

test("a set knows its numbers and the place of each", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.array(fc.nat(), { maxLength: 200 }), (n, drawn) => {
      const numbers = [...new Set(drawn.map((one) => one % n))].sort((a, b) => a - b);
      const set = new NumberSet(n);
      for (const one of drawn) set.add(one % n);
      expect(set.seal()).toBe(numbers.length);
      for (const [place, number] of numbers.entries()) expect([set.has(number), set.placeOf(number)]).toEqual([true, place]);
      for (let number = 0; number < n; number++) if (!numbers.includes(number)) expect(set.has(number)).toBe(false);
    }),
  );
});
