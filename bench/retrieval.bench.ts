import type { RetrievalScore } from "../src/measure/text/retrieval.ts";
import { evaluateRetrieval } from "../src/measure/text/retrieval-evaluation.ts";
import { generateCorpus } from "./corpus/corpus-generator.ts";
import { generatedRetrieval } from "./retrieval-generated.ts";

/**
 * Retrieval of X and Y citations by text in generated corpora (`--sizes 3000,30000`) compared with the citation count, with timings;
 * `--queries N` (default 300).
 */
const options = new Map<string, string>();
for (let at = 2; at < process.argv.length; at += 2) options.set(process.argv[at] ?? "", process.argv[at + 1] ?? "");
const sizes = (options.get("--sizes") ?? "3000,30000,100000").split(",").map(Number);
const queries = Number(options.get("--queries") ?? 300);

function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

const figures = (score: RetrievalScore | null): string =>
  score === null
    ? "unknown"
    : [score.recall, score.reciprocalRank]
        .map(({ mean, low, high }) => `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`)
        .join("  ");

for (const documents of sizes) {
  const { result: given, seconds: made } = timed(() => generatedRetrieval(generateCorpus({ seed: 1, documents }), { queries, seed: 1 }));
  const { result, seconds } = timed(() => evaluateRetrieval(given.corpus, given.needs, { seed: 1 }));
  const { text, textAndClasses } = result;
  console.log(
    `${documents} documents, ${text.queries} queries, ${text.relevant} relevant; generated in ${made.toFixed(1)} s, two rankings in ${seconds.toFixed(1)} s`,
  );
  console.log(`  ranking            recall@10 (80%)         mean reciprocal rank (80%)`);
  console.log(`  texts              ${figures(text.method)}`);
  console.log(`  texts and classes  ${figures(textAndClasses.method)}`);
  console.log(`  citation count     ${figures(text.baseline)}`);
  console.log(`  texts less count   ${figures(text.gain)}`);
}
