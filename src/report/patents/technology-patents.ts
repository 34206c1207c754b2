import { unitsWord } from "../../answers/patents/patent-disruption.ts";
import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, counted, number, percent } from "../../base/format.ts";
import { facts, note } from "../blocks.ts";
import { holderCell, linkedCell } from "../cell.ts";
import { flexible, right, tableOf, wide } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { expiryBlock, expirySummary } from "./expiry.ts";
import { followUpText, inForceText, printedNames, shareCell, shareText } from "./patent-figures.ts";
import { patentMeasures, patentPeople } from "./technology-measures.ts";

/** Who holds the patents of a technology, which of them others build on, and what lapses when. */
export function technologyPatentsView(report: TechnologyPatents): View {
  return {
    finding: report.finding,
    limit: "Only loaded patents count. They come from searches: whoever was searched for has more.",
    blocks: [holdersBlock(report), summary(report)],
    details: [
      weights(report),
      note(
        `The share of these citations is what others build on. It is unknown below ${count(report.shareBasis.leastCitations)} citations, or where one holder has all.`,
      ),
      expiryBlock(report),
      ...patentMeasures(report),
      ...patentPeople(report),
      tableOf("Names as printed", report.holders, [
        ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
        ["seat", ({ economy }) => economy],
        ["names, with the rule that joined each", ({ names }) => printedNames(names), flexible],
      ]),
      facts("Coverage", coverage(report)),
    ],
    more: "what others build on, expiry by year, main path, inventors, cases, names",
    evidence: report.evidence,
  };
}

function holdersBlock({ holders, holdersTotal, shareBasis, coverage }: TechnologyPatents): TableBlock {
  const family = coverage.withFamily > 0 ? "families" : "publications";
  return tableOf(
    `Share of ${unitsWord(coverage)} by holder, ${percent(shareBasis.level)} intervals, first ${count(holders.length)} of ${count(holdersTotal)}`,
    holders,
    [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["seat", ({ economy }) => (economy === null ? "unknown" : linkedCell(economy, { to: "economy", id: economy })), wide],
      [`patents (${family})`, ({ documents, units }) => `${count(documents)} (${count(units)})`, right],
      [`of all ${family}`, ({ shares }) => shareCell(shares.count), right],
      ["of unexpired", ({ shares }) => shareCell(shares.countUnexpired), right],
    ],
    { none: "no holder is known", most: 10 },
  );
}

const summary = ({ expiry, asOf, inForce, seed }: TechnologyPatents): Block =>
  facts(null, [
    ["Expiry", expirySummary(expiry, asOf)],
    [`In force on ${asOf}`, inForceText(inForce)],
    ["Main path of citations leads through", seed && linkedCell(`${seed.document} (${seed.chosen})`, { to: "patent", id: seed.document })],
  ]);

function weights({ holders, shareBasis, coverage }: TechnologyPatents): TableBlock {
  const { units, withoutHolder, withoutWeight, variant } = shareBasis;
  return tableOf(
    `Citations by others in five years (${variant}), known for ${count(units - withoutHolder - withoutWeight)} of ${count(units)} ${unitsWord(coverage)}`,
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
    { none: "no holder is known" },
  );
}

const coverage = ({ coverage: known, scope, jurisdiction, shareBasis }: TechnologyPatents): readonly (readonly [string, string])[] => [
  [
    "Documents",
    `${count(known.documents)} (${known.offices.map(({ office, documents }) => `${office} ${count(documents)}`).join(", ") || "none"})`,
  ],
  [
    `Counted as${jurisdiction === null ? "" : `, at ${jurisdiction}`}`,
    `${count(known.units)} ${unitsWord(known, known.units)}, ${count(shareBasis.withoutHolder)} without a known holder and left out of shares`,
  ],
  ["With a holder", counted(known.withHolder, "document")],
  ["With known references", counted(known.withReferences, "document")],
  ["With a day of filing", counted(known.withFiling, "document")],
  ["With a legal event", counted(known.withEvents, "document")],
  ["Chosen by rules", known.rules.map(({ rule, documents }) => `${rule} (${count(documents)})`).join(", ") || "none"],
  ...(scope.length > 1 ? [["With the patents of", scope.slice(1).join(", ")] as const] : []),
];
