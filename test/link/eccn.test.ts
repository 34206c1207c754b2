import { expect, test } from "vitest";
import { splitEccn } from "../../src/link/eccn.ts";

test.each([
  ["3B001", "3B001", null],
  ["3b001.F.1", "3B001", "f.1"],
  ["3B001f.1", "3B001", "f.1"],
  ["3B001.", "3B001", null],
])("%s is entry %s and paragraph %s", (code, item, paragraph) => expect(splitEccn(code)).toEqual({ item, paragraph }));
