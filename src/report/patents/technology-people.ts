import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, percent } from "../../base/format.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

/** Inventors of a technology, holders that block one another, refusals and cases. */
export const patentPeople = (report: TechnologyPatents): readonly Block[] => [
  inventors(report),
  tableOf(
    "Thickets: holders that block one another",
    report.thickets === null ? [] : [report.thickets],
    [
      ["pairs", ({ mutualPairs }) => count(mutualPairs), right],
      ["triples", ({ triples }) => count(triples), right],
      ["among holders", ({ holders }) => count(holders), right],
      ["made of", ({ variant }) => variant, flexible],
    ],
    { none: "unknown, nothing loaded is cited within the technology" },
  ),
  ...refusals(report),
  tableOf(
    "Suits, reviews and licences",
    report.cases,
    [
      ["forum", ({ forum }) => forum],
      ["kind", ({ kind }) => kind],
      ["plaintiff", ({ plaintiff }) => plaintiff, flexible],
      ["defendant", ({ defendant }) => defendant, flexible],
      ["filed", ({ filed }) => filed],
      ["outcome", ({ outcome }) => outcome, flexible],
    ],
    { none: "none loaded" },
  ),
];

const orUnknown = (value: number | null): string => (value === null ? "unknown" : count(value));

function inventors({ talent }: TechnologyPatents): TableBlock {
  const rows =
    talent === null
      ? []
      : [
          ["all", count(talent.active), orUnknown(talent.entrants), `${count(talent.movers)} of ${count(talent.moversAmong)}`],
          ...(talent.economies ?? []).map((row) => [row.economy, count(row.active), orUnknown(row.entrants), count(row.movers)]),
          ["countries known", talent.coverage === null ? "unknown" : percent(talent.coverage), "", ""],
        ];
  return {
    kind: "table",
    title: talent === null ? "Inventors" : `Inventors, ${talent.from} to ${talent.until}`,
    columns: [{ title: "economy" }, ...["active", "entrants", "movers"].map((title) => ({ title, ...right }))],
    rows,
    none: "unknown, none is loaded",
  };
}

function refusals({ priorArtBlocks: found }: TechnologyPatents): readonly TableBlock[] {
  if (found.applications === 0) return [];
  return [
    tableOf("Refused applications of the technology, or refused over its documents", found.offices, [
      ["office", ({ office }) => office],
      ["refused", ({ applications }) => count(applications), right],
      ["over documents", ({ documents }) => count(documents), right],
    ]),
    tableOf(
      `Who was refused over whom (holders known for ${count(found.documentsWithHolder)} of ${count(found.documents)} documents)`,
      found.pairs,
      [
        ["refused", ({ refused }) => refused, flexible],
        ["over", ({ over }) => over, flexible],
        ["documents", ({ documents }) => count(documents), right],
      ],
    ),
  ];
}
