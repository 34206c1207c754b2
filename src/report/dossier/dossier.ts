import type { DossierReport, DossierSentence } from "../../answers/dossier/dossier-report.ts";
import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { list } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Cell, TableBlock, View } from "../view.ts";

/** The dossier: one page in plain words, each sentence with its documents by name; figures, detail and commands on request. */
export function dossierView({ finding, parts, evidence, basis }: DossierReport): View {
  return {
    finding,
    limit: say("dossier.no-forecast-no-legal", { basis }),
    isPage: true,
    blocks: parts.map(({ title, sentences }) =>
      list(
        title,
        sentences.map((each) => `${each.text}${namesOf(each, evidence)}`),
      ),
    ),
    details: parts.map(({ title, sentences }) => figureTable(title, sentences, evidence)),
    more: "figures, documents, commands",
    evidence,
  };
}

type Evidence = DossierReport["evidence"];

const documentsOf = ({ sources }: DossierSentence, { documents }: Evidence) =>
  sources.flatMap((id) => documents.find((each) => each.id === id) ?? []);

/** Names of documents that a page has room for. */
const mostNamed = 1;

/** ` [Semiconductor Digest 2024, gasworld 2025, 3 more]`: who published what a sentence names; "" where it names nothing. */
function namesOf(sentence: DossierSentence, evidence: Evidence): string {
  const names = [...new Set(documentsOf(sentence, evidence).map(({ publisher, title, year }) => named(publisher ?? title, year)))];
  if (names.length === 0) return "";
  const more = names.length - mostNamed;
  return ` [${[...names.slice(0, mostNamed), ...(more > 0 ? [say("dossier.more", { more: String(more) })] : [])].join(", ")}]`;
}

/** A publisher without what it was taken from: `gasworld / The Gas Review via alojapan` as `gasworld`. */
function named(publisher: string, year: number | null): string {
  const short = publisher.split(/ ?[/(,;]| via | citing | copy /)[0]!.trim();
  return year === null ? short : `${short} ${year}`;
}

const figureTable = (title: string, sentences: readonly DossierSentence[], evidence: Evidence): TableBlock =>
  tableOf(say("dossier.more-title", { title }), sentences, [
    ["sentence", aboutCell, flexible],
    ["more", ({ detail }) => detail ?? "", flexible],
    ["low", ({ interval }) => (interval === null ? "" : number(interval[0])), right],
    ["middle", ({ interval }) => (interval === null ? "" : number(interval[1])), right],
    ["high", ({ interval }) => (interval === null ? "" : number(interval[2])), right],
    ["unit", ({ unit }) => unit ?? "", flexible],
    ["documents", (each) => documentsOf(each, evidence).map(titled).join("; "), flexible],
    ["command", ({ command }) => command ?? "", flexible],
  ]);

/** What a sentence begins with. */
function aboutCell({ text, technology }: DossierSentence): Cell {
  const about = text.split(/[:,;.](?: |$)| ?\(/)[0]!;
  return technology === null ? about : technologyCell(technology, about);
}

const titled = ({ title, year }: Evidence["documents"][number]): string => (year === null ? title : `${title}, ${year}`);
