import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { scoreNames } from "../../src/screen/names/score.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { figures } from "./labelled-names.ts";

/** Pairs of names of organisations, written and labelled by hand before the rules that they tested: forms, initials, scripts, kin, near misses. */
const pairs: readonly Readonly<Record<string, string>>[] = parse(
  readFileSync(new URL("./labels/organisation-pairs.csv", import.meta.url), "utf8"),
  { columns: true },
);
const judged = pairs.map(({ name1 = "", name2 = "", is_match, category = "" }) => ({
  category,
  same: is_match === "true",
  isMatch: scoreNames(name1, name2, "organisation").score >= fittedWeights().organisation.threshold,
}));

describe("120 pairs of organisations written by hand", () => {
  test("are half of one party", () => {
    expect(pairs).toHaveLength(120);
    expect(judged.filter(({ same }) => same)).toHaveLength(60);
  });

  test("are told apart as the page of figures says", () => {
    const { precision, recall, f1 } = figures(judged);
    console.log(`${pairs.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`);
    expect(f1).toBeGreaterThan(0.86);
  });

  test.each(["siblings", "generic", "number"])("no two of them are joined where they differ by what tells them apart: %s", (category) => {
    expect(judged.filter((pair) => pair.category === category && pair.isMatch)).toEqual([]);
  });
});
