import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { publishedCountsLimit } from "../../answers/shared/published-counts.ts";
import { count, counted, number, percent } from "../../base/format.ts";
import { facts, note, table } from "../blocks.ts";
import { holderCell, linkedCell, patentCell } from "../cell.ts";
import { publishedSources, publishedTable } from "../published-table.ts";
import { filled, flexible, right, tableOf, wide } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { expiryBlock, expirySummary } from "./expiry.ts";
import {
  countFacts,
  followUpBasis,
  followUpShare,
  followUpText,
  inForceText,
  joined,
  printedNames,
  shareCell,
  shareText,
} from "./patent-figures.ts";

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
        `The share of these citations is what others build on. It is unknown below ${count(report.shareBasis.leastCitations)} citations, or where one holder has all.`,
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
  const first = `first ${count(holders.length)} of ${count(holdersTotal)}`;
  const shares = isSample ? `Share of families by holder, ${percent(level)} intervals` : "Share of families by holder";
  const columns: Parameters<typeof tableOf<Holder>>[2] = [
    ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
    ["seat", ({ economy }) => (economy === null ? "unknown" : linkedCell(economy, { to: "economy", id: economy })), wide],
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
        : `Holders that are known, of ${count(units - withoutHolder)} of ${count(units)} families; ${first}`,
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
    [`In force on ${asOf}`, inForceText(inForce)],
    ["Main path of citations leads through", seed && linkedCell(`${seed.document} (${seed.chosen})`, { to: "patent", id: seed.document })],
  ]);

function weights({ holders, shareBasis }: TechnologyPatents): TableBlock {
  const { units, withoutHolder, withoutWeight, variant } = shareBasis;
  return tableOf(
    {
      title: `Citations by others in five years (${variant}), known for ${count(units - withoutHolder - withoutWeight)} of ${count(units)} families`,
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
    `Counted as${jurisdiction === null ? "" : `, at ${jurisdiction}`}`,
    `${counted(known.units, "family", "families")}, ${count(shareBasis.withoutHolder)} without a known holder and left out of shares`,
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

type Spread = TechnologyPatents["originality"];

/** How original the patents of a technology are, and the path of citations that leads through them. */
const patentMeasures = (report: TechnologyPatents): readonly Block[] => [...originality(report), ...mainPath(report)];

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

/** Inventors of a technology, holders that block one another, refusals and cases. */
const patentPeople = (report: TechnologyPatents): readonly Block[] => [
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

const caseTable = ({ cases }: TechnologyPatents): TableBlock =>
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
    ["all", count(talent.active), orUnknown(talent.entrants), `${count(talent.movers)} of ${count(talent.moversAmong)}`],
    ...(talent.economies ?? []).map((row) => [row.economy, count(row.active), orUnknown(row.entrants), count(row.movers)]),
    ["countries known", percent(talent.coverage), "", ""],
  ];
  return table(
    talent === null ? "Inventors" : `Inventors, ${talent.from} to ${talent.until}`,
    ["economy", "active>", "entrants>", "movers>"],
    rows ?? [],
    { none: "unknown, none is loaded" },
  );
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
