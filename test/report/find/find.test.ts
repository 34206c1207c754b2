import { expect, it } from "vitest";
import type { FindReport } from "../../../src/answers/find/find-questions.ts";
import { findView as findViewSaid } from "../../../src/report/find/find.ts";
import { english } from "../../words/english.ts";

const findView = english(findViewSaid);

const evidence: FindReport["evidence"] = { grade: "published", documents: [], rules: [], loads: [], limits: [] };
const one = { kind: "economy", id: "AA", name: "Aland", as: null, about: null, isNear: false } as const;

it("a search says what it found first, what is only spelt alike, and what was not searched", () => {
  const told = (found: FindReport["found"], notLoaded: readonly string[] = []) =>
    findView({ query: "a", found, total: found.length, notLoaded, evidence });
  expect(told([one]).finding).toBe('1 found for "a", first Aland (economy).');
  expect(told([{ ...one, isNear: true }]).finding).toBe('Nothing here is called "a"; 1 near match, first Aland (economy).');
  const none = told([], ["No list is loaded."]);
  expect(none.finding).toBe('Nothing here is called "a".');
  expect(none.blocks[1]).toEqual({ kind: "note", text: "No list is loaded." });
});
