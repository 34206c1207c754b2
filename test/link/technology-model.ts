import { groupBy } from "../../src/base/collections.ts";
import type { ClassifiedText } from "../../src/link/technology-rules.ts";

/** A text with the first technology of its label, `none` where it has none. */
export interface Lesson {
  readonly text: ClassifiedText;
  readonly technology: string;
}

/** Words of a text, pairs of signs where words are not told by blanks; with `groups`, main groups of its classes too. */
export function features({ text, symbols }: ClassifiedText, groups: boolean): ReadonlySet<string> {
  const plain = text.toLowerCase();
  const pairs = [...plain.matchAll(/[\uac00-\ud7a3]+|[\u4e00-\u9fff]+/g)].flatMap(([run]) =>
    [...run].slice(1).map((sign, at) => run.charAt(at) + sign),
  );
  const classes = groups ? symbols.map(({ symbol }) => symbol.split("/")[0] ?? "") : [];
  return new Set([...(plain.match(/[a-z]{3,}/g) ?? []), ...pairs, ...classes]);
}

/** Multinomial naive Bayes with smoothing `alpha`; technologies with under three lessons are left out. Gives the likeliest, and by how much in logs. */
export function trainModel(lessons: readonly Lesson[], groups: boolean, alpha: number) {
  const classes = groupBy(lessons, ({ technology }) => technology);
  const known = new Set(lessons.flatMap(({ text }) => [...features(text, groups)]));
  const models = [...classes].flatMap(([technology, own]) => {
    if (technology !== "none" && own.length < 3) return [];
    const counts = new Map<string, number>();
    for (const { text } of own) for (const each of features(text, groups)) counts.set(each, (counts.get(each) ?? 0) + 1);
    const total = [...counts.values()].reduce((sum, each) => sum + each, 0) + alpha * known.size;
    return [
      {
        technology,
        prior: Math.log(own.length / lessons.length),
        of: (each: string) => Math.log(((counts.get(each) ?? 0) + alpha) / total),
      },
    ];
  });
  return (text: ClassifiedText): { readonly technology: string; readonly lead: number } => {
    const seen = [...features(text, groups)].filter((each) => known.has(each));
    const ranked = models
      .map(({ technology, prior, of }) => ({ technology, score: seen.reduce((sum, each) => sum + of(each), prior) }))
      .sort((a, b) => b.score - a.score);
    return { technology: ranked[0]?.technology ?? "none", lead: (ranked[0]?.score ?? 0) - (ranked[1]?.score ?? 0) };
  };
}
