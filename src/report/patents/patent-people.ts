import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { table } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

/** Inventors of a technology, holders that block one another, refusals and cases. */
export const patentPeople = (report: TechnologyPatents): readonly Block[] => [
  inventors(report),
  tableOf(
    { title: "Thickets: holders that block one another", none: "unknown, nothing loaded is cited within the technology" },
    report.thickets === null ? [] : [report.thickets],
    [
      ["pairs", ({ mutualPairs }) => count(mutualPairs), right],
      ["triples", ({ triples }) => count(triples), right],
      ["among holders", ({ holders }) => count(holders), right],
      ["made of", ({ variant }) => variant, flexible],
    ],
  ),
  ...refusals(report),
  caseTable(report),
];

export const caseTable = ({ cases }: TechnologyPatents): TableBlock =>
  tableOf({ title: "Suits, reviews and licences", none: "none loaded" }, cases, [
    ["forum", ({ forum }) => forum],
    ["kind", ({ kind }) => kind],
    ["plaintiff", ({ plaintiff }) => plaintiff, flexible],
    ["defendant", ({ defendant }) => defendant, flexible],
    ["filed", ({ filed }) => filed],
    ["outcome", ({ outcome }) => outcome, flexible],
  ]);

const orUnknown = (value: number | null): string => (value === null ? "unknown" : count(value));

function inventors({ talent }: TechnologyPatents): TableBlock {
  const rows = talent && [
    [
      "all",
      count(talent.active),
      orUnknown(talent.entrants),
      say("patent-people.of", { movers: count(talent.movers), moversAmong: count(talent.moversAmong) }),
    ],
    ...(talent.economies ?? []).map((row) => [row.economy, count(row.active), orUnknown(row.entrants), count(row.movers)]),
    ["countries known", percent(talent.coverage), "", ""],
  ];
  return table(
    talent === null ? "Inventors" : say("patent-people.inventors-to", { from: talent.from, until: talent.until }),
    ["economy", "active>", "entrants>", "movers>"],
    rows ?? [],
    { none: "unknown, none is loaded" },
  );
}

export function refusals({ priorArtBlocks: found }: TechnologyPatents): readonly TableBlock[] {
  if (found.applications === 0) return [];
  return [
    tableOf("Refused applications of the technology, or refused over its documents", found.offices, [
      ["office", ({ office }) => office],
      ["refused", ({ applications }) => count(applications), right],
      ["over documents", ({ documents }) => count(documents), right],
    ]),
    tableOf(
      say("patent-people.who-was-refused-over", {
        documentsWithHolder: count(found.documentsWithHolder),
        documents: count(found.documents),
      }),
      found.pairs,
      [
        ["refused", ({ refused }) => refused, flexible],
        ["over", ({ over }) => over, flexible],
        ["documents", ({ documents }) => count(documents), right],
      ],
    ),
  ];
}
