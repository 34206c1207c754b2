import { describe, expect, test } from "vitest";
import { isNextCopy, type ListFile } from "../../../src/screen/lists/succession.ts";

const file = (dataset: string, ...lists: readonly string[]): ListFile => ({ source: "csl", dataset, lists: new Set(lists) });

describe("a newer copy of a file", () => {
  test.each([
    [file("csl-2026-01-31.csv", "a", "b"), file("csl-2026-02-28.csv", "a")],
    [file("csl 20260131.csv", "a"), file("CSL-20260228.csv")],
    [file("consolidated.csv", "a", "b"), file("consolidated (1).csv", "b")],
    [file("list-2025.json", "a"), file("list-2026.json")],
    [file("old.csv", "a", "b", "c"), file("new.csv", "a", "b")],
    [file("old.csv", "a", "b"), file("new.csv", "a")],
  ])("is told by its name without dates, or by half of the lists: %j, %j", (older, newer) => {
    expect(isNextCopy(older, newer)).toBe(true);
  });

  test.each([
    [file("consolidated.csv", "a", "b", "c"), file("entities.csv", "a")],
    [file("part-1.csv", "a"), file("part-2.csv", "b")],
    [file("old.csv", "a"), file("new.csv")],
    [file("old.csv", "a", "b"), file("new.csv", "b", "c", "d")],
    [file("list.csv", "a", "b"), file("list.json", "a")],
    [file("csl.csv", "a"), { ...file("csl.csv"), source: "party-list" }],
  ])("is not one list of many, another part, an empty file of another name or of another source: %j, %j", (older, newer) => {
    expect(isNextCopy(older, newer)).toBe(false);
  });
});
