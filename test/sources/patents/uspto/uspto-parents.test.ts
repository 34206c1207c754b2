import { expect, test } from "vitest";
import { parentRelation } from "../../../../src/sources/patents/uspto/uspto-parents.ts";

test.each([
  ["continuation", "15/123,456", "US15123456", "continuation"],
  ["continuation", null, "US15123456", "continuation"],
  ["continuation", "15/123,456", null, "continuation"],
  ["continuation", "14/000,001", "US15123456", "ancestor"],
  ["division", "14/000,001", "US15123456", "ancestor"],
  ["national-stage", "14/000,001", "US15123456", "ancestor"],
  ["continuation-in-part", "14/000,001", "US15123456", "ancestor-in-part"],
  ["reissue", "14/000,001", "US15123456", "family"],
])("the %s of %s, printed on %s, is its %s", (printed, child, own, relation) => expect(parentRelation(printed, child, own)).toBe(relation));
