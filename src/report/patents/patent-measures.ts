import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, note } from "../blocks.ts";
import { patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";
import { followUpBasis, followUpShare, joined } from "./patent-figures.ts";

type Spread = TechnologyPatents["originality"];

/** How original the patents of a technology are, and the path of citations that leads through them. */
export const patentMeasures = (report: TechnologyPatents): readonly Block[] => [...originality(report), ...mainPath(report)];

function originality({ originality: own, generality, disruption, followUp, coverage }: TechnologyPatents): readonly Block[] {
  const classed = say("patent-measures.of-references-with-a", {
    referencesWithClass: count(coverage.referencesWithClass),
    references: count(coverage.references),
  });
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
      ([, each]) =>
        each.lowerQuartile === null
          ? null
          : say("patent-measures.to", { lowerQuartile: number(each.lowerQuartile), upperQuartile: number(each.upperQuartile) }),
      right,
    ],
    [
      "rests on",
      ([, { documents, of }, basis = ""]) => say("patent-measures.of-documents", { documents: count(documents), ofIt: count(of), basis }),
      flexible,
    ],
  ]);
  return [
    { ...table, rows: [...table.rows, ["follow-up", followUpShare(followUp), "", "", followUpBasis(followUp)]] },
    note(
      `${say("patent-measures.cd-above-later-patents", { documents: disruption.disruptive })} ${say("patent-measures.below-they-cite-both", { consolidating: count(disruption.consolidating), neutral: count(disruption.neutral) })}`,
    ),
  ];
}

function mainPath({ seed, mainPath: path }: TechnologyPatents): readonly Block[] {
  if (seed === null) return [{ ...pathTable(path), none: "unknown, nothing loaded is cited within the technology" }];
  return [
    facts("The main path leads through", [
      ["document", patentCell(seed.document)],
      ["title", `${seed.title ?? "unknown"} (${seed.chosen})`],
      ["cited by", say("patent-measures.loaded-documents-of-them", { citedBy: count(seed.citedBy), citedWithin: count(seed.citedWithin) })],
      [
        "generality",
        say("patent-measures.of-citing-documents-with", {
          generality: number(seed.generality),
          generalityDocuments: count(seed.generalityDocuments),
        }),
      ],
      [
        "originality",
        say("patent-measures.of-cited-documents-with", {
          originality: number(seed.originality),
          originalityDocuments: count(seed.originalityDocuments),
        }),
      ],
      [
        "disruption (CD)",
        say("patent-measures.without-n-k", {
          disruption: number(seed.disruption),
          disruptionWithoutReferences: number(seed.disruptionWithoutReferences),
        }),
      ],
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
