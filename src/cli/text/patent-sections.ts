import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, number, numberRange, percent } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

/** What is told of the patents of a technology beside their holders. */
export function patentSections(report: TechnologyPatents): Section[] {
  return [
    expiry(report),
    measures(report),
    seed(report),
    mainPath(report),
    people(report),
    thickets(report),
    ...blocks(report),
    cases(report),
  ];
}

function expiry({ expiry: { years, unknown, notGranted }, asOf }: TechnologyPatents): Section {
  const rows = years.map((year) => [
    String(year.year),
    count(year.byTerm),
    count(year.byEvent),
    expectedOf(year),
    year.weightUnknown === year.byTerm + year.byEvent ? "unknown" : number(year.weight),
    count(year.weightUnknown),
  ]);
  if (unknown > 0) rows.push(["unknown", count(unknown), "", "", "", ""]);
  if (notGranted > 0) rows.push(["not granted", count(notGranted), "", "", "", ""]);
  return {
    title: "Expiry by year, unpaid fees aside",
    columns: [
      { title: "year" },
      { title: "term ends", align: "right" },
      { title: "ended by event", align: "right" },
      { title: `expected in force ${asOf}`, align: "right" },
      { title: "weight", align: "right" },
      { title: "weight unknown", align: "right" },
    ],
    rows,
  };
}

/** The expected number in force of one year; what nobody can tell is said apart, never counted as 0. */
export function expectedOf({
  byTerm,
  inForce,
  statusUnknown,
}: Pick<TechnologyPatents["expiry"]["years"][number], "byTerm" | "inForce" | "statusUnknown">): string {
  if (statusUnknown > 0 && statusUnknown === byTerm) return "unknown";
  return statusUnknown > 0 ? `${expected(inForce)}, ${count(statusUnknown)} unknown` : expected(inForce);
}

/** An expected number, `3.0` or `2.1 to 4.5`. */
export const expected = ({ low, high }: { readonly low: number; readonly high: number }): string => numberRange(low, high);

type Spread = TechnologyPatents["originality"];

function measures({ originality, generality, disruption, followUp, coverage }: TechnologyPatents): Section {
  const classed = `; ${count(coverage.referencesWithClass)} of ${count(coverage.references)} references with a class`;
  const row = (name: string, spread: Spread, basis = ""): string[] => [
    name,
    number(spread.mean),
    number(spread.median),
    spread.lowerQuartile === null ? "unknown" : `${number(spread.lowerQuartile)} to ${number(spread.upperQuartile)}`,
    `${count(spread.documents)} of ${count(spread.of)} documents${basis}`,
  ];
  return {
    title: "Original or follow-up",
    columns: [
      { title: "measure" },
      { title: "mean", align: "right" },
      { title: "median", align: "right" },
      { title: "middle half", align: "right" },
      { title: "rests on", flexible: true },
    ],
    rows: [
      row("originality", originality, classed),
      row("generality", generality),
      row("CD", disruption.ever),
      row("CD, 5 years", disruption.fiveYears),
      row("CD without n_k", disruption.withoutReferences),
      ["follow-up", followUpShare(followUp), "", "", followUpBasis(followUp)],
    ],
  };
}

type FollowUp = TechnologyPatents["followUp"];

/** The share of families that are follow-up, or `unknown`. */
export const followUpShare = ({ share }: FollowUp): string => (share === null ? "unknown" : percent(share));

/** What that share rests on. */
export const followUpBasis = ({ followUps, others, unknown }: FollowUp): string =>
  `${count(followUps + others)} known families, ${count(unknown)} unknown`;

function seed({ seed: found }: TechnologyPatents): Section {
  return {
    title: "Where the main path leads through",
    columns: [{ title: "fact" }, { title: "value", flexible: true }],
    none: "nothing is cited within the technology",
    rows: found
      ? [
          ["document", `${found.document}${found.title === null ? "" : `, ${found.title}`} (${found.chosen})`],
          ["cited by", `${count(found.citedBy)} loaded documents, ${count(found.citedWithin)} of them within the technology`],
          ["generality", `${number(found.generality)}, of ${count(found.generalityDocuments)} citing documents with a class`],
          ["originality", `${number(found.originality)}, of ${count(found.originalityDocuments)} cited documents with a class`],
          ["CD", `${number(found.disruption)}; without n_k ${number(found.disruptionWithoutReferences)}`],
        ]
      : [],
  };
}

function mainPath({ mainPath: path }: TechnologyPatents): Section {
  return {
    title: "Main path of citations, oldest first",
    columns: [
      { title: "document" },
      { title: "year" },
      { title: "title", flexible: true },
      { title: "holder", flexible: true },
      { title: "leads to", flexible: true },
    ],
    rows: path.map((line) => [
      line.document,
      line.year === null ? "" : String(line.year),
      line.title ?? "",
      line.holders.join(", "),
      line.leadsTo.join(", "),
    ]),
  };
}

function people({ talent }: TechnologyPatents): Section {
  return {
    title: "Inventors",
    columns: [
      { title: "economy" },
      { title: "active", align: "right" },
      { title: "entrants", align: "right" },
      { title: "movers", align: "right" },
    ],
    none: "unknown, none is loaded",
    rows:
      talent === null
        ? []
        : [
            ["all", count(talent.active), orUnknown(talent.entrants), `${count(talent.movers)} of ${count(talent.moversAmong)}`],
            ...(talent.economies ?? []).map((row) => [row.economy, count(row.active), orUnknown(row.entrants), count(row.movers)]),
            ["countries known", talent.coverage === null ? "unknown" : percent(talent.coverage), "", ""],
          ],
  };
}

const orUnknown = (value: number | null): string => (value === null ? "unknown" : count(value));

function thickets({ thickets: found }: TechnologyPatents): Section {
  return {
    title: "Thickets: holders that block one another",
    columns: [
      { title: "pairs", align: "right" },
      { title: "triples", align: "right" },
      { title: "among holders", align: "right" },
      { title: "made of", flexible: true },
    ],
    none: "unknown, nothing is cited within the technology",
    rows: found ? [[count(found.mutualPairs), count(found.triples), count(found.holders), found.variant]] : [],
  };
}

function blocks({ priorArtBlocks: found }: TechnologyPatents): Section[] {
  if (found.applications === 0) return [];
  return [
    {
      title: "Applications of the technology, or over documents of it, that an examiner refused",
      columns: [{ title: "office" }, { title: "refused", align: "right" }, { title: "over documents", align: "right" }],
      rows: found.offices.map((row) => [row.office ?? "unknown", count(row.applications), count(row.documents)]),
    },
    {
      title: `Who was refused over whom (holders known of ${count(found.documentsWithHolder)} of ${count(found.documents)} documents)`,
      columns: [
        { title: "refused", flexible: true },
        { title: "over", flexible: true },
        { title: "documents", align: "right" },
      ],
      rows: found.pairs.map((pair) => [pair.refused, pair.over, count(pair.documents)]),
    },
  ];
}

function cases({ cases: found }: TechnologyPatents): Section {
  return {
    title: "Suits, reviews and licences",
    columns: [
      { title: "forum" },
      { title: "kind" },
      { title: "plaintiff", flexible: true },
      { title: "defendant", flexible: true },
      { title: "filed" },
      { title: "outcome", flexible: true },
    ],
    none: "none loaded",
    rows: found.map((line) => [line.forum, line.kind, line.plaintiff ?? "", line.defendant ?? "", line.filed ?? "", line.outcome ?? ""]),
  };
}
