import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { publishedCountsLimit } from "../../answers/shared/published-count-words.ts";
import { count, counted, number, percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, note } from "../blocks.ts";
import { economyByCode, holderCell, linkedCell } from "../cell.ts";
import { publishedSources, publishedTable } from "../published-table.ts";
import { filled, flexible, right, tableOf, wide } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { expiryBlock, expirySummary } from "./expiry.ts";
import { countFacts, followUpText, inForceText, printedNames, shareCell, shareText } from "./patent-figures.ts";
import { patentMeasures } from "./patent-measures.ts";
import { caseTable, patentPeople, refusals } from "./patent-people.ts";

/** Who holds the patents of a technology, which of them others build on, and what lapses when. */
export function technologyPatentsView(report: TechnologyPatents): View {
  return report.coverage.documents === 0 ? publishedView(report) : loadedView(report);
}

/** What others published, where no patent of the technology is loaded. */
function publishedView(report: TechnologyPatents): View {
  const { finding, publishedCounts: lines, evidence } = report;
  const cases = report.cases.length > 0 ? [caseTable(report)] : [];
  return {
    finding,
    ...(lines.length > 0 ? { limit: publishedCountsLimit } : {}),
    blocks: [
      publishedTable("Published counts", lines, evidence.documents, { most: 9 }),
      ...nextSteps(lines.length > 0 ? report : { nextStep: null }),
    ],
    details: [...filled([publishedSources(lines, evidence.documents)]), ...refusals(report), ...cases],
    ...(lines.length > 0 ? { more: "all published counts, with sources and notes" } : {}),
    evidence,
  };
}

function loadedView(report: TechnologyPatents): View {
  return {
    finding: report.finding,
    limit: report.shareBasis.isSample
      ? "Only loaded patents count."
      : "Only loaded patents count, a union of searches: whoever was searched for has more, and shares have no interval of chance.",
    blocks: [holdersBlock(report), summary(report), ...nextSteps(report)],
    details: [
      weights(report),
      note(
        `${say("technology-patents.the-share-of-these")} ${say("technology-patents.it-is-unknown-below", { leastCitations: count(report.shareBasis.leastCitations) })}`,
      ),
      expiryBlock(report),
      ...patentMeasures(report),
      ...patentPeople(report),
      publishedTable("Published counts (published, not from the patents loaded)", report.publishedCounts, report.evidence.documents),
      ...filled([publishedSources(report.publishedCounts, report.evidence.documents)]),
      tableOf("Names as printed", report.holders, [
        ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
        ["seat", ({ economy }) => economy],
        ["names, with the rule that joined each", ({ names }) => printedNames(names), flexible],
      ]),
      ...(report.problems.length > 0 ? [problemTable(report)] : []),
      facts("Coverage", coverage(report)),
    ],
    more: "what others build on, expiry, main path, inventors, cases, published counts",
    evidence: report.evidence,
  };
}

const problemTable = ({ problems }: TechnologyPatents): TableBlock =>
  tableOf("Problems of the technology that loaded patents name", problems, [
    ["problem", ({ name }) => name, flexible],
    ["documents", ({ documents }) => count(documents), right],
  ]);

/** What to load to know more. */
const nextSteps = ({ nextStep }: Pick<TechnologyPatents, "nextStep">): readonly Block[] => (nextStep === null ? [] : [note(nextStep)]);

type Holder = TechnologyPatents["holders"][number];

/** Holders by families; shares where enough is known to tell them. */
function holdersBlock({ holders, holdersTotal, shareBasis }: TechnologyPatents): TableBlock {
  const { isSample, isEnough, level, units, withoutHolder } = shareBasis;
  const first = say("technology-patents.first-of", { holders: count(holders.length), holdersTotal: count(holdersTotal) });
  const shares = isSample ? say("technology-patents.share-of-families-by", { level: percent(level) }) : "Share of families by holder";
  const columns: Parameters<typeof tableOf<Holder>>[2] = [
    ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
    ["seat", ({ economy }) => (economy === null ? "unknown" : economyByCode(economy)), wide],
    ["families", ({ units: held }) => count(held), right],
    ["applications (granted)", ({ applications, grants }) => `${count(applications)} (${count(grants)})`, right],
  ];
  const told: typeof columns = [
    ["of families", ({ shares: { count: share } }) => shareCell(share), right],
    ["of unexpired", ({ shares: { countUnexpired } }) => shareCell(countUnexpired), right],
  ];
  return tableOf(
    {
      title: isEnough
        ? `${shares}, ${first}`
        : say("technology-patents.holders-that-are-known", { units: count(units - withoutHolder), unitsOther: count(units), first }),
      none: "no holder is known",
      most: 10,
    },
    holders,
    isEnough ? [...columns, ...told] : columns,
  );
}

const summary = ({ expiry, asOf, inForce, seed }: TechnologyPatents): Block =>
  facts(null, [
    ["Expiry", expirySummary(expiry, asOf)],
    [say("technology-patents.in-force-on", { asOf }), inForceText(inForce)],
    ["Main path of citations leads through", seed && linkedCell(`${seed.document} (${seed.chosen})`, { to: "patent", id: seed.document })],
  ]);

function weights({ holders, shareBasis }: TechnologyPatents): TableBlock {
  const { units, withoutHolder, withoutWeight, variant } = shareBasis;
  return tableOf(
    {
      title: say("technology-patents.citations-by-others-in", {
        variant,
        units: count(units - withoutHolder - withoutWeight),
        unitsOther: count(units),
      }),
      none: "no holder is known",
    },
    holders,
    [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["share", ({ shares }) => shareCell(shares.weight), right],
      ["of unexpired", ({ shares }) => shareText(shares.weightUnexpired), right],
      ["citations", ({ citations }) => count(citations), right],
      ["originality", ({ originality }) => number(originality.mean), right],
      ["patents (references)", (line) => `${count(line.originality.documents)} (${count(line.originalityReferences)})`, right],
      ["ever cited", ({ citedByOthers }) => count(citedByOthers), right],
      ["follow-up", ({ followUp }) => followUpText(followUp), right],
    ],
  );
}

const coverage = ({ coverage: known, scope, jurisdiction, shareBasis }: TechnologyPatents): readonly (readonly [string, string])[] => [
  [
    "Documents",
    `${count(known.documents)} (${known.offices.map(({ office, documents }) => `${office} ${count(documents)}`).join(", ") || "none"})`,
  ],
  [
    say("technology-patents.counted-as", { jurisdiction: jurisdiction === null ? "" : say("technology-patents.at", { jurisdiction }) }),
    say("technology-patents.families-without-a-known", { families: known.units, withoutHolder: count(shareBasis.withoutHolder) }),
  ],
  ...countFacts(known.counts),
  [
    "Joined to families by",
    known.joins.flatMap(({ rule, documents }) => (documents > 0 ? `${joinWords[rule]} ${count(documents)}` : [])).join("; ") || "nothing",
  ],
  ["With a holder", counted(known.withHolder, "document")],
  ["With known references", counted(known.withReferences, "document")],
  ["With a day of filing", counted(known.withFiling, "document")],
  ["With a legal event", counted(known.withEvents, "document")],
  ["Chosen by rules", known.rules.map(({ rule, documents }) => `${rule} (${count(documents)})`).join(", ") || "none"],
  ...(scope.length > 1 ? [["With the patents of", scope.slice(1).join(", ")] as const] : []),
];

/** What joined documents to their family. */
const joinWords: Readonly<Record<TechnologyPatents["coverage"]["joins"][number]["rule"], string>> = {
  docdb: "DOCDB",
  application: "one application",
  continuation: "a parent that they continue",
  priorities: "equal priorities",
  alone: "nothing known",
};
