import { type RetrievalReport, retrievalReport } from "./retrieval.ts";
import { type SimilarityCorpus, similarityIndex } from "./similar-documents.ts";

/** A corpus to be searched: its documents by id, and how often each is cited in all. */
export interface RetrievalCorpus extends SimilarityCorpus {
  readonly ids: readonly string[];
  readonly citations: Int32Array;
}

/** A document of the corpus, the day before which prior art counts for it, and what an examiner found. */
export interface RetrievalNeed {
  readonly document: number;
  readonly before: number;
  /** Ids; those that are not in the corpus are counted as missing. */
  readonly relevant: readonly string[];
}

/** Two rankings, each beside the citation count. */
export interface RetrievalEvaluation {
  readonly text: RetrievalReport;
  /** A quarter of the score from the classes in common. */
  readonly textAndClasses: RetrievalReport;
}

/** As deep as the baseline is looked at. */
const deepest = 1000;
export const classPart = 0.25;

/**
 * How well likeness of texts finds what examiners found, with and without classes, beside the citation count. The baseline knows every
 * citation of the corpus, later ones and that of the query itself among them, which favours it.
 */
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
