import { type RetrievalReport, retrievalReport } from "./retrieval.ts";
import { type SimilarityCorpus, similarityIndex } from "./similar-documents.ts";

export interface RetrievalCorpus extends SimilarityCorpus {
  readonly ids: readonly string[];
  readonly citations: Int32Array;
}

/** A query document, its priority day, and the examiner's findings. */
export interface RetrievalNeed {
  readonly document: number;
  readonly before: number;
  /** Ids; missing ones are counted. */
  readonly relevant: readonly string[];
}

export interface RetrievalEvaluation {
  readonly text: RetrievalReport;
  /** Weight of common classes in the score. */
  readonly textAndClasses: RetrievalReport;
}

/** Depth of the baseline. */
const deepest = 1000;
export const classPart = 0.25;

/** Text similarity, with and without classes, against examiners' findings; the citation baseline also knows later citations. */
export function evaluateRetrieval(
  corpus: RetrievalCorpus,
  needs: readonly RetrievalNeed[],
  options: { readonly depth?: number; readonly seed?: number } = {},
): RetrievalEvaluation {
  const { ids, day, citations } = corpus;
  const documents = ids.map((id, i) => ({ id, day: day[i]!, citations: citations[i]! }));
  const report = (classWeight: number): RetrievalReport => {
    const { similar } = similarityIndex(corpus, { classWeight });
    const queries = needs.map(({ document, before, relevant }) => ({
      id: ids[document]!,
      day: before,
      relevant,
      ranked: similar(document, before, deepest).map((found) => ids[found.document]!),
    }));
    return retrievalReport(documents, queries, options);
  };
  return { text: report(0), textAndClasses: report(classPart) };
}
