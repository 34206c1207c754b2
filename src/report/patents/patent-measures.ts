import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, counted, number } from "../../base/format.ts";
import { facts, note } from "../blocks.ts";
import { patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";
import { followUpBasis, followUpShare, joined } from "./patent-figures.ts";

type Spread = TechnologyPatents["originality"];

/** How original the patents of a technology are, and the path of citations that leads through them. */
export const patentMeasures = (report: TechnologyPatents): readonly Block[] => [...originality(report), ...mainPath(report)];

function originality({ originality: own, generality, disruption, followUp, coverage }: TechnologyPatents): readonly Block[] {
  const classed = `; ${count(coverage.referencesWithClass)} of ${count(coverage.references)} references with a class`;
  const spreads: readonly (readonly [string, Spread, string?])[] = [
    ["originality", own, classed],
    ["generality", generality],
    ["disruption (CD)", disruption.ever],
    ["CD, 5 years", disruption.fiveYears],
    ["CD without n_k", disruption.withoutReferences],
  ];
  const table = tableOf("Original or follow-up", spreads, [
    ["measure", ([name]) => name],
    ["mean", ([, { mean }]) => number(mean), right],
    ["median", ([, { median }]) => number(median), right],
    [
      "middle half",
      ([, each]) => (each.lowerQuartile === null ? null : `${number(each.lowerQuartile)} to ${number(each.upperQuartile)}`),
      right,
    ],
    ["rests on", ([, { documents, of }, basis = ""]) => `${count(documents)} of ${count(of)} documents${basis}`, flexible],
  ]);
  return [
    { ...table, rows: [...table.rows, ["follow-up", followUpShare(followUp), "", "", followUpBasis(followUp)]] },
    note(
      `CD above 0: later patents cite it instead of what it cites (${counted(disruption.disruptive, "document")}). Below 0: they cite both (${count(disruption.consolidating)}). 0: ${count(disruption.neutral)}.`,
    ),
  ];
}

function mainPath({ seed, mainPath: path }: TechnologyPatents): readonly Block[] {
  if (seed === null) return [{ ...pathTable(path), none: "unknown, nothing loaded is cited within the technology" }];
  return [
    facts("The main path leads through", [
      ["document", patentCell(seed.document)],
      ["title", `${seed.title ?? "unknown"} (${seed.chosen})`],
      ["cited by", `${count(seed.citedBy)} loaded documents, ${count(seed.citedWithin)} of them within the technology`],
      ["generality", `${number(seed.generality)}, of ${count(seed.generalityDocuments)} citing documents with a class`],
      ["originality", `${number(seed.originality)}, of ${count(seed.originalityDocuments)} cited documents with a class`],
      ["disruption (CD)", `${number(seed.disruption)}; without n_k ${number(seed.disruptionWithoutReferences)}`],
    ]),
    pathTable(path),
  ];
}

const pathTable = (path: TechnologyPatents["mainPath"]): TableBlock =>
  tableOf("Main path of citations, oldest first", path, [
    ["document", ({ document }) => patentCell(document)],
    ["year", ({ year }) => (year === null ? null : String(year))],
    ["title", ({ title }) => title, flexible],
    ["holder", ({ holders }) => joined(holders), flexible],
    ["leads to", ({ leadsTo }) => leadsTo.join(", "), flexible],
  ]);
