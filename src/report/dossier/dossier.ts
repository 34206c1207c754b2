import type { DossierReport, DossierSentence } from "../../answers/dossier/dossier-report.ts";
import { counted, number } from "../../base/format.ts";
import { list } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";

/** The dossier: one page in plain words, each sentence with what it rests on; figures, intervals and commands on request. */
export function dossierView(report: DossierReport): View {
  const { finding, parts, evidence, means } = report;
  return {
    finding,
    limit: `A model's answer at ${means.assumed ? "assumed means" : "the means asked for"} and mostly assumed costs of research: no forecast, no legal advice, and no way round a control.`,
    isPage: true,
    blocks: parts.map(({ title, sentences }) =>
      list(
        title,
        sentences.map((each) => `${each.text} [${basisWords(each, evidence)}]`),
      ),
    ),
    details: parts.map(({ title, sentences }) => figureTable(title, sentences, evidence)),
    more: "figures with intervals, sources and the commands that tell more",
    evidence,
  };
}

/** What a sentence rests on: its first document and how many more, or the model. */
function basisWords({ sources, command }: DossierSentence, evidence: DossierReport["evidence"]): string {
  const [first, ...rest] = titles(sources, evidence);
  if (first !== undefined) return rest.length === 0 ? first : `${first}, and ${counted(rest.length, "more document")}`;
  return command === null ? "model" : `model: ${command}`;
}

const titles = (sources: readonly string[], { documents }: DossierReport["evidence"]): readonly string[] =>
  sources.flatMap((id) => {
    const document = documents.find((each) => each.id === id);
    if (document === undefined) return [];
    return [document.year === null ? document.title : `${document.title}, ${document.year}`];
  });

const figureTable = (title: string, sentences: readonly DossierSentence[], evidence: DossierReport["evidence"]): TableBlock =>
  tableOf(
    `${title}: figures`,
    sentences.filter(({ interval, sources }) => interval !== null || sources.length > 0),
    [
      ["sentence", ({ text }) => text.split(/[:,;.] /)[0]!, flexible],
      ["low", ({ interval }) => (interval === null ? "" : number(interval[0])), right],
      ["middle", ({ interval }) => (interval === null ? "" : number(interval[1])), right],
      ["high", ({ interval }) => (interval === null ? "" : number(interval[2])), right],
      ["unit", ({ unit }) => unit ?? "", flexible],
      ["sources", ({ sources }) => titles(sources, evidence).join("; "), flexible],
      ["more", ({ command }) => command ?? "", flexible],
    ],
  );
