import type { BlockEvaluation, BlocksReport } from "../../answers/patents/blocks/blocks-report.ts";
import { count, numberInterval } from "../../base/format.ts";
import { tableOf } from "../table-of.ts";
import type { Block, View } from "../view.ts";
import { freedomBlocks, freedomDetails } from "./blocks-cases.ts";
import { priorArtBlocks, priorArtDetails } from "./blocks-refusals.ts";

/** Refusals and what they rest on, cases and base rates, and the evaluation where it was asked for. */
export function blocksView({ finding, priorArt, freedomToOperate, evaluation, evidence }: BlocksReport): View {
  return {
    finding,
    limit: "A refusal is about patentability: it does not say who may make what.",
    blocks: [
      ...(evaluation === null ? [] : [{ kind: "note" as const, text: evaluation.finding }]),
      ...priorArtBlocks(priorArt),
      ...freedomBlocks(freedomToOperate),
    ],
    details: [...priorArtDetails(priorArt), ...freedomDetails(freedomToOperate), ...evaluationBlocks(evaluation)],
    more: `${priorArt.refusals > 0 ? "refusals by office, class and year, " : ""}cases, ${count(freedomToOperate.published.length)} published base rates`,
    evidence,
  };
}

type Score = NonNullable<BlockEvaluation["text"]>["method"];

function evaluationBlocks(evaluation: BlockEvaluation | null): readonly Block[] {
  if (evaluation === null || evaluation.text === null) return [];
  const { text, textAndClasses } = evaluation;
  const rankings: readonly (readonly [string, Score])[] = [
    ["similar texts", text.method],
    ["texts and classes", textAndClasses?.method ?? null],
    ["citation count", text.baseline],
    ["texts less citation count", text.gain],
  ];
  return [
    tableOf("A ranking compared with what examiners found, 80% intervals", rankings, [
      ["ranking", ([name]) => name],
      ["recall@10", ([, score]) => score && interval(score.recall)],
      ["mean reciprocal rank", ([, score]) => score && interval(score.reciprocalRank)],
    ]),
  ];
}

const interval = ({ low, mean, high }: NonNullable<Score>["recall"]): string => numberInterval([low, mean, high]);
