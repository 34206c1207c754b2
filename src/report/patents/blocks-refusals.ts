import type { PriorArt } from "../../answers/patents/prior-art-report.ts";
import { count, number } from "../../base/format.ts";
import { holderCell, patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";
import { joined } from "./patent-figures.ts";

const classesShown = 15;

/** Who was refused over whose documents. */
export const priorArtBlocks = (art: PriorArt): readonly Block[] => (art.refusals === 0 ? [] : [pairsBlock(art)]);

/** What is known of refusals, by office, class, year and ground, and the documents and holders in them. */
export function priorArtDetails(art: PriorArt): readonly Block[] {
  if (art.refusals === 0) return [];
  const classes = art.byClass.length;
  const most = [...art.byClass].sort((a, b) => b.documents - a.documents).slice(0, classesShown);
  return [
    coverageBlock(art),
    countBlock("By office that refused", "office", art.byOffice),
    countBlock("By office of the cited document", "office", art.byCitedOffice),
    countBlock(
      `By class of the application${classes > classesShown ? ` (${classesShown} of ${classes}; an application counts in parts)` : ""}`,
      "class",
      most,
    ),
    countBlock("By year of filing", "year", art.byYear),
    tableOf("By legal ground", art.byGround, [
      ["ground", ({ ground }) => ground, flexible],
      ["cited", ({ citations }) => count(citations), right],
    ]),
    tableOf("Holders refused most", art.refused, [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["applications", ({ applications }) => count(applications), right],
      ["documents", ({ documents }) => count(documents), right],
    ]),
    tableOf("Documents cited against most applications", art.mostCited, [
      ["document", ({ document }) => patentCell(document)],
      ["title", ({ title }) => title ?? "not loaded", flexible],
      ["holder", ({ holders }) => joined(holders), flexible],
      ["applications", ({ applications }) => count(applications), right],
    ]),
    tableOf("Newest refusals", art.newest, [
      ["date", ({ date }) => date],
      ["application", ({ application }) => application],
      ["holder", ({ holders }) => joined(holders), flexible],
      ["over", ({ over }) => over.map(({ cited, literature, ...why }) => words([cited ?? literature, whyText(why)])).join("; "), flexible],
    ]),
  ];
}

/** Documents are parts where holders or classes share them. */
const parts = (documents: number): string => (Number.isInteger(documents) ? count(documents) : number(documents));

const words = (all: readonly (string | null)[], by = " "): string => all.filter((each) => each !== null && each !== "").join(by);

const whyText = ({ ground, claims }: { readonly ground: string | null; readonly claims: string | null }): string =>
  words([ground, claims === null ? null : `claims ${claims}`], ", ");

const pairsBlock = ({ pairs }: PriorArt): TableBlock =>
  tableOf(
    "Who was refused over whose documents",
    pairs,
    [
      ["refused", ({ refused }) => holderCell(refused.holder, refused.name), flexible],
      ["over documents of", ({ over }) => holderCell(over.holder, over.name), flexible],
      ["documents", ({ documents }) => parts(documents), right],
      [
        "application, document, ground, claims",
        ({ blocks }) => blocks.map(({ application, cited, ...why }) => words([application, cited, whyText(why)])).join("; "),
        flexible,
      ],
    ],
    { none: "no pair with known holders on both sides", most: 6 },
  );

function coverageBlock(art: PriorArt): TableBlock {
  const { coverage } = art;
  const rows: readonly (readonly [string, number])[] = [
    ["refused applications", art.refusals],
    ["with a document that the examiner rests on", art.applications],
    ["with a known holder", coverage.applicationsWithHolder],
    ["documents and papers that the examiner rests on, by application", art.citations],
    ["papers among them", art.literature],
    ["with a legal ground", art.withGround],
    ["with the claims they are cited against", art.withClaims],
    ["different cited documents", coverage.distinctDocuments],
    ["cited documents that are loaded", coverage.distinctDocumentsLoaded],
    ["cited documents with a known holder", coverage.distinctDocumentsWithHolder],
  ];
  return tableOf("Refusals and what is known of them", rows, [
    ["of them", ([label]) => label, flexible],
    ["number", ([, value]) => count(value), right],
  ]);
}

const countBlock = (title: string, key: string, counts: PriorArt["byOffice"]): TableBlock =>
  tableOf(title, counts, [
    [key, (each) => each.key],
    ["applications", ({ applications }) => parts(applications), right],
    ["documents", ({ documents }) => parts(documents), right],
    ["holder known", ({ withHolder }) => parts(withHolder), right],
  ]);
