import { percent } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { PatentShares } from "../../measure/patents/patent-share.ts";
import { sum } from "./patent-coverage.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";
import { dayLimits, searchLimits } from "./patent-words.ts";
import { refusalScope } from "./prior-art.ts";

/** What the figures on the patents of a technology cannot know, each in one sentence; only what holds of what is loaded. */
export function patentLimits(portfolio: Portfolio, shares: PatentShares, asOf: string): readonly string[] {
  const days = portfolio.documents.flatMap(({ row }) => row.day ?? []).sort();
  return [
    ...dayLimits(days.at(-1) ?? null, asOf),
    "Shares are of the loaded patents of the technology. A set of searches is no sample: who was searched for has more.",
    "A share of patents is no power to exclude: one patent can stop a product, and sixty can stop none.",
    ...weightLimits(shares),
    ...referenceLimits(portfolio),
    ...(portfolio.data.citations.graph.n > 0 ? searchLimits(portfolio.data.citationLoads) : []),
    ...statusLimits(portfolio.documents),
    ...textLimits(portfolio.documents),
    ...(portfolio.data.blocks.length > 0 ? [refusalScope] : []),
    ...jurisdictionLimits(portfolio),
  ];
}

function weightLimits({ units, withoutHolder, withoutWeight }: PatentShares): string[] {
  const held = units - withoutHolder;
  return withoutWeight > 0
    ? [
        `Shares of weight rest on ${held - withoutWeight} of ${held} families or publications with a holder: of the others citations within five years are unknown, since these are not over or the year and field have too few documents to compare with.`,
      ]
    : [];
}

function referenceLimits({ documents, data }: Portfolio): string[] {
  const whole = documents.filter(({ referencesWhole }) => referencesWhole).length;
  const unstated = documents.filter(({ row, referencesWhole }) => referencesWhole && row.references === null).length;
  const offices = [...new Set(documents.filter(({ row }) => row.cites > 0).map(({ row }) => row.office))].sort();
  const cites = sum(documents, ({ row }) => row.cites);
  const classed = sum(documents, ({ row }) => row.originality_documents);
  return [
    whole < documents.length
      ? `References of ${documents.length - whole} of ${documents.length} documents are missing, or all of them are: no CD.`
      : "",
    unstated > 0
      ? `How many references ${unstated} of ${documents.length} documents have is stated nowhere: their CD rests on those loaded.`
      : "",
    offices.length > 0 && offices.length < 3
      ? `References are loaded for documents of ${listed(offices)} only; citations of one office flatter those who file there least.`
      : "",
    cites > 0 && classed < cites
      ? `Of ${cites} references ${classed} (${percent(classed / cites)}) are of documents with a loaded class; originality rests on these alone.`
      : "",
    data.citations.graph.n > 0 ? "Documents are cited by loaded documents only; what is not loaded may cite them too." : "",
  ].filter((text) => text !== "");
}

function statusLimits(documents: readonly PortfolioDocument[]): string[] {
  const granted = documents.filter(({ row }) => row.granted === 1);
  const bySurvival = granted.filter(({ status }) => status.basis === "survival").length;
  const unfiled = granted.filter(({ row }) => row.filed === null).length;
  const unadjusted = granted.filter(({ row, record }) => row.filed !== null && record.termDays === null).length;
  return [
    bySurvival > 0
      ? `No event tells whether ${bySurvival} of ${granted.length} granted documents are in force: a survival table of their office stands in.`
      : "",
    unfiled > 0 ? `The filing of ${unfiled} granted documents is not known, so that no year of expiry is.` : "",
    granted.length > unfiled
      ? "Terms count from the document's own filing; where it continues another that is not loaded, its term ends earlier."
      : "",
    unadjusted > 0
      ? `Adjustment of term is not known for ${unadjusted} of ${granted.length} granted documents; where there is one they end later than shown, by days to some years.`
      : "",
  ].filter((text) => text !== "");
}

function textLimits(documents: readonly PortfolioDocument[]): string[] {
  const compared = documents.filter(({ row }) => row.backward !== null).length;
  if (compared === documents.length) return [];
  return [
    `${documents.length - compared} of ${documents.length} documents have no abstract to compare, so that follow-up is unknown for them.`,
    "Follow-up is not worthless: patents that consolidate often do the blocking.",
  ];
}

function jurisdictionLimits({ jurisdiction }: Portfolio): string[] {
  if (jurisdiction === null) return [];
  return [`Shares, status and expiry are of ${jurisdiction}; originality, generality, CD and the main path are of all offices.`];
}
