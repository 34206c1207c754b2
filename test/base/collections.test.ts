import { describe, expect, it } from "vitest";
import { kept, keptWith } from "../../src/base/collections.ts";

describe("what is made once for each argument", () => {
  it("is kept, `null` and 0 too", () => {
    const asked: string[] = [];
    const lengthOf = kept((text: string): number | null => {
      asked.push(text);
      return text === "none" ? null : text.length;
    });
    expect(["", "none", "two", "", "none", "two"].map(lengthOf)).toEqual([0, null, 3, 0, null, 3]);
    expect(asked).toEqual(["", "none", "two"]);
  });

  it("is made again beyond the most that may be kept", () => {
    let made = 0;
    const double = kept((value: number) => {
      made++;
      return 2 * value;
    }, 1);
    expect([1, 2, 1, 2].map(double)).toEqual([2, 4, 2, 4]);
    expect(made).toBe(3);
  });

  it("is kept by the object itself, not by what it holds", () => {
    const wrapped = keptWith((of: { readonly id: string }) => ({ of }));
    const one = { id: "a" };
    expect(wrapped(one)).toBe(wrapped(one));
    expect(wrapped({ id: "a" })).not.toBe(wrapped(one));
  });
});
