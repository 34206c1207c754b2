import type { RetrievalScore } from "../src/measure/text/retrieval.ts";
import { evaluateRetrieval } from "../src/measure/text/retrieval-evaluation.ts";
import { generateCorpus } from "./corpus/corpus-generator.ts";
import { generatedRetrieval } from "./retrieval-generated.ts";
import { measured, option, textOption } from "./support.ts";

/**
 * Retrieval of X and Y citations by text in generated corpora (`--sizes 3000,30000`) compared with the citation count, with timings;
 * `--queries N` (default 300).
 */
const sizes = (textOption("sizes") ?? "3000,30000,100000").split(",").map(Number);
const queries = option("queries", 300);

const figures = (score: RetrievalScore | null): string =>
  score === null
    ? "unknown"
    : [score.recall, score.reciprocalRank]
        .map(({ mean, low, high }) => `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`)
        .join("  ");

for (const documents of sizes) {
  const { result: given, clock: made } = await measured(() =>
    generatedRetrieval(generateCorpus({ seed: 1, documents }), { queries, seed: 1 }),
  );
  const { result, clock } = await measured(() => evaluateRetrieval(given.corpus, given.needs, { seed: 1 }));
  const { text, textAndClasses } = result;
  console.log(
    `${documents} documents, ${text.queries} queries, ${text.relevant} relevant; generated in ${made.toFixed(1)} s, two rankings in ${clock.toFixed(1)} s`,
  );
  console.log(`  ranking            recall@10 (80%)         mean reciprocal rank (80%)`);
  console.log(`  texts              ${figures(text.method)}`);
  console.log(`  texts and classes  ${figures(textAndClasses.method)}`);
  console.log(`  citation count     ${figures(text.baseline)}`);
  console.log(`  texts less count   ${figures(text.gain)}`);
}
