import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, counted, number } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { caseSections } from "./holder.ts";
import { expectedOf } from "./patent-sections.ts";
import { adviceSections } from "./portfolio-advice.ts";
import { blockSections, exclusionSections } from "./portfolio-blocks.ts";
import { followUpText, shareText } from "./technology-patents.ts";

/** What a holder has today, and what counsel may be asked about it. */
export function portfolioText(report: PortfolioReport, page: Page): string {
  const { style, width } = page;
  const { holder, evidence } = report;
  const sections = [
    technologies(report),
    weights(report),
    expiry(report),
    ...blockSections(report),
    ...caseSections(report),
    ...exclusionSections(report),
    ...adviceSections(report),
  ];
  return [
    `${style.strong(`Portfolio of ${holder.name}`)}  ${style.faint(holder.holder)}`,
    paragraph(report.finding, width),
    ...(report.documents > 0 ? [paragraph(countsLine(report), width)] : []),
    ...sections.flatMap((each) => section(each, page)),
    "",
    paragraph(sourcesLine(evidence), width),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
  ].join("\n");
}

function countsLine({ granted, citedByOthers, originality, unassigned, inForce }: PortfolioReport): string {
  const mean =
    originality.mean === null
      ? "originality unknown"
      : `originality ${number(originality.mean)} on average of ${count(originality.documents)}`;
  const unknown = inForce.unknown > 0 ? `; of ${count(inForce.unknown)} nothing tells whether they are in force` : "";
  return `${count(granted)} granted, cited by ${counted(citedByOthers, "loaded document")} of others, ${mean}; ${counted(unassigned, "document")} of no technology of the map${unknown}.`;
}

function technologies({ technologies: lines, technologiesInAll }: PortfolioReport): Section {
  return {
    title: `Technologies with most of its families, ${count(lines.length)} of ${count(technologiesInAll)}`,
    columns: [
      { title: "technology", flexible: true },
      { title: "documents", align: "right" },
      { title: "families", align: "right" },
      { title: "of all loaded", align: "right" },
      { title: "of those unexpired", align: "right" },
      { title: "triples", align: "right" },
    ],
    rows: lines.map(({ technology, documents, families, units, holding }) => [
      technology.name,
      count(documents),
      `${count(families)} of ${count(units)}`,
      holding === null ? "none" : shareText(holding.shares.count),
      holding === null ? "none" : shareText(holding.shares.countUnexpired),
      holding === null ? "" : count(holding.triples),
    ]),
    none: "none of the map",
  };
}

function weights({ technologies: lines }: PortfolioReport): Section {
  return {
    title: "What others build on of it, how original it is and how much follows others",
    columns: [
      { title: "technology", flexible: true },
      { title: "of weight", align: "right" },
      { title: "unexpired", align: "right" },
      { title: "rests on", align: "right" },
      { title: "originality", align: "right" },
      { title: "follow-up", align: "right" },
    ],
    rows: lines.flatMap(({ technology, holding }) =>
      holding === null
        ? []
        : [
            [
              technology.name,
              shareText(holding.shares.weight),
              shareText(holding.shares.weightUnexpired),
              counted(holding.citations, "citation"),
              `${number(holding.originality.mean)} (${count(holding.originality.documents)} judged)`,
              followUpText(holding.followUp),
            ],
          ],
    ),
  };
}

function expiry({ expiry: { years, unknown, notGranted }, asOf }: PortfolioReport): Section {
  return {
    title: `What lapses when; of ${count(unknown)} the year is unknown, ${count(notGranted)} not granted`,
    columns: [
      { title: "year" },
      { title: "ended by an event", align: "right" },
      { title: "by term", align: "right" },
      { title: `expected in force ${asOf}`, align: "right" },
    ],
    rows: years.map((year) => [String(year.year), count(year.byEvent), count(year.byTerm), expectedOf(year)]),
    none: "no year is known",
  };
}
