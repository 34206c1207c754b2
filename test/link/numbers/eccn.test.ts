import { expect, test } from "vitest";
import { readEccn, splitEccn } from "../../../src/link/numbers/eccn.ts";

test.each([
  ["3B001", "3B001", null],
  ["3b001.F.1", "3B001", "f.1"],
  ["3B001f.1", "3B001", "f.1"],
  ["3B001.", "3B001", null],
])("%s is entry %s and paragraph %s", (code, item, paragraph) => expect(splitEccn(code)).toEqual({ item, paragraph }));

test.each([
  ["ECCN 3B001 f 1", { item: "3B001", paragraph: "f.1" }],
  ["3B001f1b", { item: "3B001", paragraph: "f.1.b" }],
  ["3B001(f)(1)", { item: "3B001", paragraph: "f.1" }],
  ["3B001.f.1.", { item: "3B001", paragraph: "f.1" }],
  ["3B001.banana", { item: "3B001", paragraph: "banana" }],
  ["3B001 scanners", null],
  ["3B001 to NL", null],
  ["3B0011", null],
  ["eccn", null],
  ["wind mill", null],
])("%s is read as %o", (written, read) => expect(readEccn(written)).toEqual(read));

test("long words are read in no time that grows out of hand", () => {
  expect(readEccn(`3B001 ${"a".repeat(100_000)}!`)).toBeNull();
});
