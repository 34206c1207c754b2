import { createRandom, draw } from "../src/measure/random.ts";
import type { RetrievalCorpus, RetrievalNeed } from "../src/measure/text/retrieval-evaluation.ts";
import { termCounter } from "../src/measure/text/term-counts.ts";
import { type Corpus, corpusCategories } from "./corpus/corpus-generator.ts";

/** A generated corpus for retrieval: `queries` documents with X or Y citations, which are the relevant ones. */
export function generatedRetrieval(
  corpus: Corpus,
  { queries, seed }: { readonly queries: number; readonly seed: number },
): { readonly corpus: RetrievalCorpus; readonly needs: readonly RetrievalNeed[] } {
  const { n, day, citing, cited, category, classStart, classes } = corpus;
  const counter = termCounter();
  for (let i = 0; i < n; i++) counter.add(corpus.textOf(i));
  const citations = new Int32Array(n);
  const found = new Map<number, string[]>();
  for (let e = 0; e < citing.length; e++) {
    citations[cited[e]!]!++;
    if (corpusCategories[category[e]!] === "A") continue;
    const list = found.get(citing[e]!) ?? [];
    list.push(String(cited[e]));
    found.set(citing[e]!, list);
  }
  return {
    corpus: {
      ids: Array.from({ length: n }, (_, i) => String(i)),
      day,
      citations,
      counts: counter.counts(),
      classes: { start: classStart, values: classes },
    },
    needs: draw([...found], queries, createRandom(seed, 5)).map(([document, relevant]) => ({ document, before: day[document]!, relevant })),
  };
}
