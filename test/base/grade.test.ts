import { expect, it } from "vitest";
import { weakest } from "../../src/base/grade.ts";

it("the weakest of several grades is the last in their order; nothing weakens none, and a word that is no grade is assumed", () => {
  expect(weakest([])).toBe("published");
  expect(weakest([null, undefined, "published"])).toBe("published");
  expect(weakest(["derived", "published"])).toBe("derived");
  expect(weakest(["published", "assumed", "derived"])).toBe("assumed");
  expect(weakest(["published", "guessed"])).toBe("assumed");
});
