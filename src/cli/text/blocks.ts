import type { BlockEvaluation, BlocksReport } from "../../answers/patents/blocks/blocks-report.ts";
import { numberInterval } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { freedomSections } from "./blocks-cases.ts";
import { priorArtSections } from "./blocks-refusals.ts";

/** Refusals and what they rest on, then cases and base rates, then the evaluation where it was asked for. */
export function blocksText({ finding, priorArt, freedomToOperate, evaluation, evidence }: BlocksReport, page: Page): string {
  const sections = [
    ...priorArtSections(priorArt),
    ...freedomSections(freedomToOperate),
    ...(evaluation?.text ? [evaluationSection(evaluation)] : []),
  ];
  return [
    page.style.strong(paragraph(finding, page.width)),
    ...sections.flatMap((each) => section(each, page)),
    ...(evaluation === null ? [] : ["", paragraph(evaluation.finding, page.width)]),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}

type Score = NonNullable<BlockEvaluation["text"]>["method"];

function evaluationSection({ text, textAndClasses }: BlockEvaluation): Section {
  return {
    title: "A ranking against what examiners found, 80% intervals",
    columns: [{ title: "ranking" }, { title: "recall@10" }, { title: "mean reciprocal rank" }],
    rows: [
      ["likeness of texts", ...figures(text?.method ?? null)],
      ["texts and classes", ...figures(textAndClasses?.method ?? null)],
      ["citation count", ...figures(text?.baseline ?? null)],
      ["texts less citation count", ...figures(text?.gain ?? null)],
    ],
  };
}

const figures = (score: Score): string[] =>
  score === null
    ? ["unknown", "unknown"]
    : [score.recall, score.reciprocalRank].map(({ mean, low, high }) => numberInterval([low, mean, high]));
