import type { PriorArt } from "../../answers/patents/prior-art-report.ts";
import { count, number } from "../../base/format.ts";
import type { Section } from "../page/section.ts";
import type { TableColumn } from "../page/table.ts";

/** Refusals: coverage, then who was refused, over whose and which documents, and by what. */
export function priorArtSections(art: PriorArt): readonly Section[] {
  if (art.refusals === 0) return [];
  return [
    coverageSection(art),
    countSection("By office that refused", "office", art.byOffice),
    countSection("By office of the cited document", "office", art.byCitedOffice),
    countSection(
      classTitle(art.byClass.length),
      "class",
      [...art.byClass].sort((a, b) => b.documents - a.documents).slice(0, classesShown),
    ),
    countSection("By year of filing", "year", art.byYear),
    {
      title: "By legal ground",
      columns: [{ title: "ground", flexible: true }, numeric("cited")],
      rows: art.byGround.map(({ ground, citations }) => [ground ?? "not told", count(citations)]),
    },
    {
      title: "Holders refused most",
      columns: [{ title: "holder", flexible: true }, numeric("applications"), numeric("documents")],
      rows: art.refused.map(({ name, applications, documents }) => [name, count(applications), count(documents)]),
    },
    {
      title: "Who was refused over whose documents",
      columns: [
        { title: "refused", flexible: true },
        { title: "over documents of", flexible: true },
        numeric("documents"),
        { title: "application, document, ground, claims", flexible: true },
      ],
      rows: art.pairs.map(({ refused, over, documents, blocks }) => [
        refused.name,
        over.name,
        shares(documents),
        blocks
          .map(({ application, cited, ...said }) => [application, cited, told(said)].filter((part) => part !== "").join(" "))
          .join("; "),
      ]),
      none: "no pair with known holders on both sides",
    },
    {
      title: "Documents that stood against most applications",
      columns: [{ title: "document" }, { title: "title", flexible: true }, { title: "holder", flexible: true }, numeric("applications")],
      rows: art.mostCited.map(({ document, title, holders, applications }) => [
        document,
        title ?? "not loaded",
        holders.join(", ") || "unknown",
        count(applications),
      ]),
    },
    {
      title: "Newest refusals",
      columns: [{ title: "date" }, { title: "application" }, { title: "holder", flexible: true }, { title: "over", flexible: true }],
      rows: art.newest.map(({ date, application, holders, over }) => [
        date ?? "unknown",
        application,
        holders.join(", ") || "unknown",
        over.map(({ cited, literature, ...said }) => [cited ?? literature, told(said)].filter((part) => part !== "").join(" ")).join("; "),
      ]),
    },
  ];
}

const classesShown = 15;
const classTitle = (classes: number): string =>
  `By class of the application${classes > classesShown ? ` (${classesShown} of ${classes}; an application counts in parts)` : ""}`;

const numeric = (title: string): TableColumn => ({ title, align: "right" });

/** Documents are parts where holders or classes share them. */
const shares = (documents: number): string => (Number.isInteger(documents) ? count(documents) : number(documents));

const told = ({ ground, claims }: { readonly ground: string | null; readonly claims: string | null }): string =>
  [ground, claims === null ? null : `claims ${claims}`].filter((part) => part !== null).join(", ");

function coverageSection({ refusals, applications, citations, literature, withGround, withClaims, coverage }: PriorArt): Section {
  const rows: readonly (readonly [string, number])[] = [
    ["applications refused", refusals],
    ["with a document that the examiner rests on", applications],
    ["their holder is known", coverage.applicationsWithHolder],
    ["documents and papers that the examiner rests on, by application", citations],
    ["papers among them", literature],
    ["with a legal ground", withGround],
    ["with the claims they stand against", withClaims],
    ["different cited documents", coverage.distinctDocuments],
    ["loaded", coverage.distinctDocumentsLoaded],
    ["their holder is known", coverage.distinctDocumentsWithHolder],
  ];
  return {
    title: "Refusals and what is known of them",
    columns: [{ title: "", flexible: true }, numeric("")],
    rows: rows.map(([label, value]) => [label, count(value)]),
  };
}

function countSection(title: string, key: string, counts: PriorArt["byOffice"]): Section {
  return {
    title,
    columns: [{ title: key }, numeric("applications"), numeric("documents"), numeric("holder known")],
    rows: counts.map((each) => [each.key ?? "unknown", shares(each.applications), shares(each.documents), shares(each.withHolder)]),
  };
}
