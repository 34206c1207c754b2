import { describe, expect, test } from "vitest";
import { scoreNames } from "../../src/screen/names/score.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { type AsianPair, hasTestData, soundPairs, writtenPairs } from "./asian-pairs.ts";
import { byGroup, figures, said } from "./labelled-names.ts";

if (!hasTestData) console.warn("Names in Asian letters are not checked: controls/aliases is not here; set LEVERMAP_TEST_DATA.");

/** Judged with the shipped weights and threshold, which have seen none of these names. */
const judged = (pairs: readonly AsianPair[]) =>
  pairs.map((pair) => {
    const { score } = scoreNames(pair.a, pair.b, "organisation");
    return { ...pair, score, isMatch: score >= fittedWeights().organisation.threshold };
  });

const report = (title: string, pairs: ReturnType<typeof judged>): string =>
  [said(title, figures(pairs)), ...byGroup(pairs, ({ group }) => group)].join("\n");

describe.skipIf(!hasTestData)("names of real firms in Chinese, Japanese and Korean letters", () => {
  test("the same name across script, legal form, width and short form", () => {
    const pairs = judged(writtenPairs());
    console.log(report("as written", pairs));
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(figures(pairs).f1).toBeGreaterThanOrEqual(0.9);
  });

  test("a name against its romanisation or its kana; translated names apart", () => {
    const { sound, translated } = soundPairs();
    const pairs = judged(sound);
    console.log(`${report("by sound", pairs)}\n${report("translated or renamed", judged(translated))}`);
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(figures(pairs).f1).toBeGreaterThanOrEqual(0.9);
  });
});
