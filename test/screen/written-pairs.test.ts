import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { NameKind } from "../../src/screen/names/name-word.ts";
import { scoreNames } from "../../src/screen/names/score.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { figures } from "./labelled-names.ts";

/** Pairs of names written and labelled by hand before the rules that they tested: forms, initials, scripts, kin, near misses. */
function written(kind: NameKind) {
  const rows: readonly Readonly<Record<string, string>>[] = parse(
    readFileSync(new URL(`./labels/${kind}-pairs.csv`, import.meta.url), "utf8"),
    { columns: true },
  );
  return rows.map(({ name1 = "", name2 = "", is_match, category = "" }) => ({
    category,
    same: is_match === "true",
    isMatch: scoreNames(name1, name2, kind).score >= fittedWeights()[kind].threshold,
  }));
}

describe("pairs written by hand", () => {
  test.each([
    ["organisation", 170, 0.87],
    ["person", 96, 0.88],
  ] as const)("of names of an %s are told apart as the page of figures says", (kind, count, least) => {
    const pairs = written(kind);
    expect(pairs).toHaveLength(count);
    const { precision, recall, f1 } = figures(pairs);
    console.log(`${kind}: ${count} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`);
    expect(f1).toBeGreaterThan(least);
  });

  test.each(["siblings", "generic", "number"])("are not joined where they differ by what tells firms apart: %s", (category) => {
    expect(written("organisation").filter((pair) => pair.category === category && pair.isMatch)).toEqual([]);
  });
});
