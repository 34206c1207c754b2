import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { harmoniseAll } from "../../src/link/harmonise-all.ts";
import { once } from "../../src/link/link-table.ts";
import { ownerHarmoniser } from "../../src/link/owner-names.ts";

export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly reason: string;
}

export interface Score {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: readonly LabelledPair[];
  readonly missed: readonly LabelledPair[];
}

const folder = new URL("labels/", import.meta.url);

export const labelled = (file: string): readonly LabelledPair[] =>
  records(new URL(file, folder)).map(({ name_a = "", name_b = "", same, reason = "" }) => ({
    a: name_a,
    b: name_b,
    same: same === "1",
    reason,
  }));

export const records = (file: URL | string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(file, "utf8"), { columns: true, skip_empty_lines: true, relax_column_count: true, bom: true });

/** The holder of each name when all are harmonised together. */
export function holdersOf(names: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(names)];
  const holders = harmoniseAll(
    ownerHarmoniser(),
    distinct.map((name) => ({ name, count: 1 })),
  );
  return new Map(distinct.map((name, i) => [name, holders[i]?.holder ?? ""]));
}

/** Precision and recall over pairs, and the pairs that it gets wrong. */
export function score(pairs: readonly LabelledPair[]): Score {
  const holders = holdersOf(pairs.flatMap(({ a, b }) => [a, b]));
  const joined = ({ a, b }: LabelledPair): boolean => holders.get(a) === holders.get(b);
  const right = pairs.filter((pair) => pair.same && joined(pair)).length;
  const wrong = pairs.filter((pair) => !pair.same && joined(pair));
  const missed = pairs.filter((pair) => pair.same && !joined(pair));
  const precision = right / (right + wrong.length);
  const recall = right / (right + missed.length);
  return { pairs: pairs.length, precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong, missed };
}

const asian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Names in two scripts have no key in common: only a table can tie them. */
export const acrossScripts = ({ a, b }: LabelledPair): boolean => scriptOf(a) !== scriptOf(b);

const scriptOf = (name: string): string => (/\p{Script=Hangul}/u.test(name) ? "hangul" : asian.test(name) ? "han or kana" : "latin");

const method = once(() => readFileSync(new URL("../../docs/method/patents.md", import.meta.url), "utf8"));

/** The figures that the method prints of a set of pairs: their number, precision and recall; `""` where it gives none. */
export function printed(pairs: string): readonly string[] {
  const line = method()
    .split("\n")
    .find((each) => each.startsWith(`| ${pairs} |`));
  return (line ?? "")
    .split("|")
    .slice(2, 5)
    .map((cell) => cell.trim());
}

/** Figures of a score as the method prints them. */
export const figures = ({ pairs, precision, recall }: Score): readonly string[] => [
  pairs.toLocaleString("en-US"),
  precision.toFixed(3),
  recall.toFixed(3),
];

export const said = (name: string, { pairs, precision, recall, f1 }: Score): string =>
  `${name}: ${pairs} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
