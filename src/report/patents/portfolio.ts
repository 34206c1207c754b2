import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, number, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { FactsBlock, TableBlock, View } from "../view.ts";
import { expiryBlock, expirySummary } from "./expiry.ts";
import { caseBlocks } from "./holder.ts";
import { countFacts, followUpText, inForceText, shareCell, shareText } from "./patent-figures.ts";
import { adviceBlocks, citationBlocks, groupBlocks, knownMarkets, marketBlock } from "./portfolio-markets.ts";

/** What a holder has today, and what to ask counsel about it. */
export function portfolioView(report: PortfolioReport): View {
  const { finding, evidence } = report;
  return {
    finding,
    limit: "Not legal advice. Only loaded patents count, and others may block too.",
    blocks: [technologies(report), ...knownMarkets(report), summary(report)],
    details: [
      weights(report),
      marketBlock(report),
      expiryBlock(report),
      ...citationBlocks(report),
      ...caseBlocks(report),
      ...groupBlocks(report),
      ...adviceBlocks(report),
    ],
    more: "what others build on, expiry, blocks, cases, where to file, questions for counsel",
    evidence,
  };
}

function summary(report: PortfolioReport): FactsBlock {
  const { granted, counts, citedByOthers, originality, unassigned, inForce, expiry, asOf, waiting, crossLicences, lettingGo, holder } =
    report;
  const saved =
    lettingGo.saved === null ? "" : say("portfolio.saving-fees-of", { low: usdRange(lettingGo.saved.low, lettingGo.saved.high) });
  return facts(null, [
    ["Holder", say("portfolio.seat", { holder: holder.holder, economy: holder.economy ?? "unknown" })],
    ...countFacts(counts),
    [say("portfolio.inventions-in-force-on", { asOf }), inForceText(inForce)],
    [
      "Documents",
      say("portfolio.granted-cited-by-loaded", { granted: count(granted), documents: citedByOthers, unassigned: count(unassigned) }),
    ],
    ["Originality", say("portfolio.mean-of-documents-cites", { mean: number(originality.mean), documents: originality.documents })],
    ["Expiry", expirySummary(expiry, asOf)],
    [
      "For counsel",
      say("portfolio.wait-for-or-design", {
        inAll: count(waiting.inAll),
        families: waiting.of,
        crossLicences: crossLicences.inAll,
        lettingGoFamilies: lettingGo.inAll,
        saved,
      }),
    ],
  ]);
}

const technologies = ({ technologies: lines, technologiesInAll }: PortfolioReport): TableBlock =>
  tableOf(
    {
      title: say("portfolio.technologies-with-most-of", { lines: count(lines.length), technologiesInAll: count(technologiesInAll) }),
      none: "none of the map",
      most: 5,
    },
    lines,
    [
      ["technology", ({ technology }) => technologyCell(technology.id, technology.name), flexible],
      ["families", ({ families, units }) => say("portfolio.of", { families: count(families), units: count(units) }), right],
      [
        "share of loaded",
        ({ holding, isEnough }) => (holding === null ? "none" : shareCell(isEnough ? holding.shares.count : null)),
        right,
      ],
      [
        "of unexpired",
        ({ holding, isEnough }) => (holding === null ? "none" : shareCell(isEnough ? holding.shares.countUnexpired : null)),
        right,
      ],
    ],
  );

const weights = ({ technologies: lines }: PortfolioReport): TableBlock =>
  tableOf(
    "What others build on of it, how original it is and how much is follow-up",
    lines.flatMap(({ holding, ...line }) => (holding === null ? [] : [{ ...holding, ...line }])),
    [
      ["technology", ({ technology }) => technologyCell(technology.id, technology.name), flexible],
      ["documents", ({ documents }) => count(documents), right],
      ["share", ({ shares }) => shareCell(shares.weight), right],
      ["of unexpired", ({ shares }) => shareText(shares.weightUnexpired), right],
      ["citations", ({ citations }) => count(citations), right],
      ["originality (patents)", ({ originality }) => `${number(originality.mean)} (${count(originality.documents)})`, right],
      ["follow-up", ({ followUp }) => followUpText(followUp), right],
      ["thickets of three", ({ triples }) => count(triples), right],
    ],
  );
