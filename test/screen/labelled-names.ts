import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expectedWeights } from "../../bench/expected-weights.ts";
import { fitWeights } from "../../bench/fit-weights.ts";
import type { Comparison } from "../../src/screen/names/compare.ts";
import { type NameKind, unseenRarity } from "../../src/screen/names/name-word.ts";
import { bestComparison } from "../../src/screen/names/score.ts";
import { screenedName } from "../../src/screen/names/screened-name.ts";
import { type NameWeights, weigh } from "../../src/screen/names/weigh.ts";
import { realData } from "../sources/support.ts";

const { path: file, absent } = realData("controls/names/name_pairs.csv");
export const hasLabelledNames = !absent;

/** Two names that somebody has called names of one party, or of two. */
export interface LabelledNames {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly category: string;
  readonly script: string;
  readonly comparison: Comparison;
}

/** The labelled pairs of one kind in file order, laid beside one another. */
export function labelledNames(kind: NameKind): readonly LabelledNames[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(file, "utf8"), { columns: true, bom: true });
  return rows
    .filter(({ schema }) => (schema === "Person") === (kind === "person"))
    .map(({ name1 = "", name2 = "", is_match, case_group = "", category }) => {
      const [one, other] = [name1, name2].map((name) => screenedName(name, kind, unseenRarity)) as [
        ReturnType<typeof screenedName>,
        ReturnType<typeof screenedName>,
      ];
      const { comparison } = bestComparison(one, other, expectedWeights[kind], unseenRarity);
      return {
        a: name1,
        b: name2,
        same: is_match === "true",
        category: category || case_group,
        script: scriptsOf(name1, name2),
        comparison,
      };
    });
}

const scripts = ["Han", "Hangul", "Cyrillic", "Arabic", "Devanagari", "Bengali", "Armenian", "Georgian", "Khmer"].map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const,
);

const scriptsOf = (a: string, b: string): string => {
  const found = [a, b].map((name) => scripts.find(([, letters]) => letters.test(name))?.[0] ?? "Latin");
  return found[0] === found[1] ? (found[0] as string) : [...found].sort().join(" against ");
};

/** Weights fitted to pairs; those that numbers or want of a telling word decide say nothing of the weights. */
export const fitted = (pairs: readonly LabelledNames[], kind: NameKind): NameWeights =>
  fitWeights(
    pairs
      .filter(({ comparison }) => comparison.telling && !comparison.numeralsDiffer)
      .map(({ same, comparison: { features } }) => ({ same, features })),
    expectedWeights[kind],
  );

export interface Judged extends LabelledNames {
  readonly score: number;
  readonly isMatch: boolean;
}

/** The score from which on a name is called a match: the one with the best F1 on these pairs. */
export function bestThreshold(pairs: readonly LabelledNames[], weights: NameWeights): number {
  const scored = pairs.map((pair) => ({ same: pair.same, score: weigh(weights, pair.comparison) }));
  let [best, threshold] = [-1, 1];
  for (const { score } of scored) {
    const f1 = figures(scored.map((pair) => ({ same: pair.same, isMatch: pair.score >= score }))).f1;
    if (f1 > best) [best, threshold] = [f1, score];
  }
  return threshold;
}

/** Weights and threshold from one half (every second pair), judged on the other, both ways round; the judged pairs of both. */
export function judgedByHalves(pairs: readonly LabelledNames[], kind: NameKind): readonly Judged[] {
  const halves = [pairs.filter((_, at) => at % 2 === 0), pairs.filter((_, at) => at % 2 === 1)] as const;
  return [halves, [halves[1], halves[0]] as const].flatMap(([fitting, judging]) => {
    const weights = fitted(fitting, kind);
    const threshold = bestThreshold(fitting, weights);
    return judging.map((pair) => {
      const score = weigh(weights, pair.comparison);
      return { ...pair, score, isMatch: score >= threshold };
    });
  });
}

export interface Figures {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1; 1 where there is nothing to find and nothing was found. */
export function figures(judged: readonly { readonly same: boolean; readonly isMatch: boolean }[]): Figures {
  const count = (same: boolean, isMatch: boolean): number => judged.filter((pair) => pair.same === same && pair.isMatch === isMatch).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const of = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    pairs: judged.length,
    precision: of(right, right + wrong),
    recall: of(right, right + missed),
    f1: of(2 * right, 2 * right + wrong + missed),
  };
}

export const said = (title: string, { pairs, precision, recall, f1 }: Figures): string =>
  `${title}: ${pairs} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;

/** Figures of each group of pairs. */
export function byGroup<T extends { readonly same: boolean; readonly isMatch: boolean }>(
  judged: readonly T[],
  group: (pair: T) => string,
): readonly string[] {
  const groups = new Map<string, T[]>();
  for (const pair of judged) groups.set(group(pair), [...(groups.get(group(pair)) ?? []), pair]);
  return [...groups].map(([title, pairs]) => said(`  ${title}`, figures(pairs)));
}

/** Labels that call names one party although they carry different numbers or name different places. */
export const isDisputed = ({ same, comparison }: Judged): boolean =>
  same && (comparison.numeralsDiffer || comparison.features.placesSwapped > 0);

/** Figures of all pairs and without the disputed labels, the disputed labels, figures by category and script, and what is wrong. */
export function judgement(kind: NameKind, judged: readonly Judged[]): string {
  const disputed = judged.filter(isDisputed);
  return [
    said(`${kind}s, fitted on one half and judged on the other`, figures(judged)),
    said(`${kind}s without ${disputed.length} disputed labels`, figures(judged.filter((pair) => !isDisputed(pair)))),
    ...disputed.map(({ a, b }) => `  disputed: ${a} | ${b}`),
    "by category",
    ...byGroup(judged, ({ category }) => category),
    "by script",
    ...byGroup(judged, ({ script }) => script),
    "wrong",
    ...judged
      .filter((pair) => pair.isMatch !== pair.same && !isDisputed(pair))
      .map(({ a, b, same, score }) => `  ${same ? "missed" : "false"} ${score.toFixed(2)} ${a} | ${b}`),
  ].join("\n");
}
