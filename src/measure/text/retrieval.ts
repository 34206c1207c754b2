import { type Bounds, bootstrapInterval } from "../bootstrap.ts";
import { unknownDay } from "../citations/citation-graph.ts";
import { createRandom } from "../random.ts";

export interface RetrievalDocument {
  readonly id: string;
  readonly day: number;
  readonly citations: number;
}

/** A query with its relevant documents and a method's ranking. */
export interface RetrievalQuery {
  readonly id: string;
  readonly day: number;
  readonly relevant: readonly string[];
  readonly ranked: readonly string[];
}

/** Mean over queries with its bootstrap interval; `null` without queries. */
export interface RetrievalScore {
  readonly recall: Bounds & { readonly mean: number };
  /** Mean reciprocal rank of the first relevant document; 0 if none is ranked. */
  readonly reciprocalRank: Bounds & { readonly mean: number };
}

export interface RetrievalReport {
  /** Queries with a relevant document in the corpus. */
  readonly queries: number;
  readonly queriesLeftOut: number;
  /** Relevant documents of judged queries, and relevant ones missing from the corpus. */
  readonly relevant: number;
  readonly relevantMissing: number;
  readonly method: RetrievalScore | null;
  /** Earlier documents with most citations. */
  readonly baseline: RetrievalScore | null;
  /** Method minus baseline on the same resamples. */
  readonly gain: RetrievalScore | null;
}

interface Judged {
  readonly recall: number;
  readonly reciprocalRank: number;
}

const deepest = 1000;

/**
 * Recall at `depth` and mean reciprocal rank (Voorhees 1999; Manning, Raghavan, Schütze 2008, chapter 8), compared with ranking by
 * citations. Documents outside the corpus are counted, not judged. Bootstrap over queries.
 */
export function retrievalReport(
  documents: readonly RetrievalDocument[],
  queries: readonly RetrievalQuery[],
  { depth = 10, seed = 1 }: { readonly depth?: number; readonly seed?: number } = {},
): RetrievalReport {
  const known = new Set(documents.map(({ id }) => id));
  const cited = [...documents].sort((a, b) => b.citations - a.citations || (a.id < b.id ? -1 : 1));
  const withRelevant = queries.map((query) => ({ query, relevant: new Set(query.relevant.filter((id) => known.has(id))) }));
  const judged = withRelevant.filter(({ relevant }) => relevant.size > 0);
  const method = judged.map(({ query, relevant }) => judge(query.ranked, relevant, depth));
  const baseline = judged.map(({ query, relevant }) => judge(earlier(cited, query), relevant, depth));
  const gain = method.map((each, i) => difference(each, baseline[i] ?? each));
  return {
    queries: judged.length,
    queriesLeftOut: queries.length - judged.length,
    relevant: judged.reduce((sum, { relevant }) => sum + relevant.size, 0),
    relevantMissing: queries.reduce((sum, { relevant }) => sum + new Set(relevant.filter((id) => !known.has(id))).size, 0),
    method: score(method, seed),
    baseline: score(baseline, seed),
    gain: score(gain, seed),
  };
}

const difference = (a: Judged, b: Judged): Judged => ({
  recall: a.recall - b.recall,
  reciprocalRank: a.reciprocalRank - b.reciprocalRank,
});

/** Documents before the query's day; unknown days are included. */
function earlier(cited: readonly RetrievalDocument[], { id, day }: RetrievalQuery): readonly string[] {
  const found: string[] = [];
  for (const document of cited) {
    if (found.length >= deepest) break;
    const before = day === unknownDay || document.day === unknownDay || document.day < day;
    if (before && document.id !== id) found.push(document.id);
  }
  return found;
}

function judge(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): Judged {
  const list = [...new Set(ranked)].slice(0, deepest);
  const first = list.findIndex((id) => relevant.has(id));
  const found = list.slice(0, depth).filter((id) => relevant.has(id)).length;
  return { recall: found / relevant.size, reciprocalRank: first === -1 ? 0 : 1 / (first + 1) };
}

function score(judged: readonly Judged[], seed: number): RetrievalScore | null {
  const of = (values: readonly number[]) => {
    const mean = (sample: ArrayLike<number>): number => {
      let sum = 0;
      for (let i = 0; i < sample.length; i++) sum += values[sample[i]!]!;
      return sum / sample.length;
    };
    const interval = bootstrapInterval(values.length, mean, { random: createRandom(seed) });
    return interval === null ? null : { ...interval, mean: mean(values.map((_, i) => i)) };
  };
  const recall = of(judged.map((each) => each.recall));
  const reciprocalRank = of(judged.map((each) => each.reciprocalRank));
  return recall === null || reciprocalRank === null ? null : { recall, reciprocalRank };
}
