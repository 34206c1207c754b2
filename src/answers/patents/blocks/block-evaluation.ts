import { numberInterval } from "../../../base/format.ts";
import type { RetrievalSides } from "../../../corpus/retrieval-rows.ts";
import { createRandom, draw } from "../../../measure/random.ts";
import type { RetrievalScore } from "../../../measure/text/retrieval.ts";
import { evaluateRetrieval } from "../../../measure/text/retrieval-evaluation.ts";
import type { BlockEvaluation } from "./blocks-report.ts";

/** More queries than these narrow the interval little. */
const mostQueries = 1000;
const seed = 1;

/** How well a ranking by text finds what examiners found, or which side of it the workspace lacks. */
export function evaluateBlocks({ corpus, needs, coverage }: RetrievalSides): BlockEvaluation {
  const evaluation = evaluateRetrieval(corpus, draw(needs, mostQueries, createRandom(seed)), { seed });
  const { text, textAndClasses } = evaluation;
  const judged = text.queries > 0;
  return {
    finding: judged ? scored(text.queries, text.method, text.baseline) : lacking(coverage),
    coverage,
    text: judged ? text : null,
    textAndClasses: judged ? textAndClasses : null,
  };
}

function scored(queries: number, method: RetrievalScore | null, baseline: RetrievalScore | null): string {
  const figure = (score: RetrievalScore | null): string =>
    score === null ? "unknown" : `recall@10 ${interval(score.recall)} and mean reciprocal rank ${interval(score.reciprocalRank)}`;
  return `Over ${queries} queries, similar texts find what examiners found with ${figure(method)}. Citation counts: ${figure(baseline)}.`;
}

const interval = ({ mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number }): string =>
  numberInterval([low, mean, high]);

function lacking({ queries, queriesWithText, found, foundWithText }: RetrievalSides["coverage"]): string {
  if (queries === 0) return "Nothing can be evaluated: no refusal and no X or Y citation is loaded.";
  return `Nothing can be evaluated: no application has an English title and abstract on both sides. They are loaded for ${queriesWithText} of ${queries} applications and ${foundWithText} of ${found} documents that examiners found.`;
}
