import { count, numberInterval } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { readBlockDocuments, readBlockRows, readRegisteredBlocks } from "../../../corpus/block-rows.ts";
import type { JoinedCases } from "../../../corpus/case-holders.ts";
import { readRates } from "../../../corpus/legal-records.ts";
import { type RetrievalSides, readRetrievalSides } from "../../../corpus/retrieval-rows.ts";
import { titleTechnologies } from "../../../link/case-technologies.ts";
import { createRandom, draw } from "../../../measure/random.ts";
import type { RetrievalScore } from "../../../measure/text/retrieval.ts";
import { evaluateRetrieval } from "../../../measure/text/retrieval-evaluation.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { FreedomToOperate } from "../../exclusion/freedom-report.ts";
import { freedomToOperate } from "../../exclusion/freedom-to-operate.ts";
import { evidenceOf, weakest } from "../../shared/evidence-of.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { requireScope } from "../../shared/require-technology.ts";
import { requireOffice } from "../patent-portfolio.ts";
import type { BlocksQuestion } from "../patent-questions.ts";
import { priorArt, refusalScope } from "../prior-art.ts";
import type { BlockEvaluation, BlocksReport, PriorArt } from "../prior-art-report.ts";

const usualTop = 10;

/**
 * Who was kept from a patent over whose documents, and who was kept out by whose patents. `joined`: the cases with their holders; `measured`: what to say of the age of the
 * measures. Throws LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for an office that is not a two-letter code.
 */
export async function answerBlocks(
  read: ReadModel,
  workspace: Workspace,
  question: BlocksQuestion,
  joined: JoinedCases,
  measured: readonly string[],
): Promise<BlocksReport> {
  const { top = usualTop, evaluate = false } = question;
  const office = requireOffice(question.office);
  const scope = question.technology === undefined ? null : requireScope(read, question.technology);
  const technology = scope?.technology.id ?? null;
  const wanted = { office, technologies: scope?.scope ?? null };
  const rows = await workspace.use(async (connection) => ({
    blocks: await readBlockRows(connection, wanted.technologies),
    documents: await readBlockDocuments(connection, wanted.technologies),
    registered: await readRegisteredBlocks(connection),
    published: await readRates(connection),
  }));
  const refusals = priorArt(rows.blocks, rows.documents, office, top);
  const titleMatch = titleTechnologies(read.map.technologies, read.aliases);
  const freedom = freedomToOperate({ ...rows, ...joined }, titleMatch, wanted, top);
  return {
    question: questionOf(office, technology),
    finding: findingOf(refusals, freedom),
    office,
    technology,
    priorArt: refusals,
    freedomToOperate: freedom,
    evaluation: evaluate ? evaluateBlocks(await workspace.use(readRetrievalSides)) : null,
    evidence: evidenceOf(read, {
      grade: weakest(["derived", ...freedom.published.map(({ grade }) => grade)]),
      sources: freedom.published.map(({ source }) => source),
      rules: ["method:blocks", "method:holders"],
      limits: [...(technology === null ? [] : [refusalScope]), ...limits, ...measured],
    }),
  };
}

const limits = [
  "A refusal is about patentability, not infringement. It tests novelty and inventive step, not who may make what.",
  "The holder of a cited document is known only if that document is loaded.",
  "A base rate rests on cases that reached a decision. Cases that settle differ from the others, and the loaded cases are not a sample of all.",
  "The technology of a case comes from the patents it names and from words of its title; without either it is unknown.",
  "The kind of owner is known only where the record marks it, as (NPE).",
  "Parties are joined to holders by name. A list of names is split only if each has its own legal form or place. A subsidiary is a holder of its own.",
  "A case counts as about chips if its record says so or it is about a technology of the map. Others may be about chips too.",
];

function questionOf(office: string | null, technology: string | null): string {
  const where = office === null ? "" : say("blocks.at", { office });
  const what = technology === null ? "" : say("blocks.for", { technology });
  return say("blocks.who-was-refused-over", { where, what });
}

function findingOf(refusals: PriorArt, freedom: FreedomToOperate): string {
  const { applications, citations, literature } = refusals;
  const art =
    applications === 0
      ? "No refusal is loaded here."
      : say("blocks.examiners-refused-applications-over", { applications, documents: citations, literature: count(literature) });
  const cases =
    freedom.cases === 0
      ? "No suit, ITC case, review or licence is loaded here."
      : say("blocks.suits-itc-cases-reviews-and", { are: freedom.cases, records: freedom.records });
  return `${art} ${cases}`;
}

/** More queries than these narrow the interval little. */
const mostQueries = 1000;
const seed = 1;

/** How well a ranking by text finds what examiners found, or which side of it the workspace lacks. */
function evaluateBlocks({ corpus, needs, coverage }: RetrievalSides): BlockEvaluation {
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
    score === null
      ? "unknown"
      : say("blocks.recall-and-mean-reciprocal", { recall: interval(score.recall), reciprocalRank: interval(score.reciprocalRank) });
  return `${say("blocks.over-queries-similar-texts", { queries: String(queries), method: figure(method) })} ${say("blocks.citation-counts", { baseline: figure(baseline) })}`;
}

const interval = ({ mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number }): string =>
  numberInterval([low, mean, high]);

function lacking({ queries, queriesWithText, found, foundWithText }: RetrievalSides["coverage"]): string {
  if (queries === 0) return "Nothing can be evaluated: no refusal and no X or Y citation is loaded.";
  return `${say("blocks.nothing-can-be-evaluated")} ${say("blocks.they-are-loaded-for", { queriesWithText: String(queriesWithText), queries: String(queries), foundWithText: String(foundWithText), found: String(found) })}`;
}
