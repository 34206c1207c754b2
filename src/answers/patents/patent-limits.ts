import { count, counted, expectedCount, percent, percentRange } from "../../base/format.ts";
import { listed, said } from "../../base/words.ts";
import type { PatentShares } from "../../measure/patents/patent-share.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import { sum } from "./patent-disruption.ts";
import { isSampled, type Portfolio, type PortfolioDocument, searchedSources } from "./patent-portfolio.ts";
import { dayLimits, searchLimits } from "./patent-words.ts";
import { refusalScope } from "./prior-art.ts";
import { tooFewHolders } from "./published-finding.ts";
import type { HolderLine, TechnologyPatents } from "./technology-patents-report.ts";

/** What the figures on the patents of a technology cannot know, each in one sentence; only what holds of what is loaded. */
export function patentLimits(portfolio: Portfolio, shares: PatentShares, asOf: string): readonly string[] {
  const days = portfolio.documents.flatMap(({ row }) => row.day ?? []).sort();
  return said(
    ...dayLimits(days.at(-1) ?? null, asOf),
    sampleLimit(portfolio.data.sources),
    familyLimit(portfolio.documents),
    "A share of patents is not the power to exclude: one patent can stop a product, and sixty can stop none.",
    weightLimit(shares),
    ...referenceLimits(portfolio),
    ...(portfolio.data.citations.graph.n > 0 ? searchLimits(portfolio.data.citationLoads) : []),
    ...statusLimits(portfolio.documents),
    ...textLimits(portfolio.documents),
    portfolio.data.blocks.length > 0 && refusalScope,
    portfolio.jurisdiction !== null &&
      `Shares, status and expiry are of ${portfolio.jurisdiction}; originality, generality, CD and the main path are of all offices.`,
  );
}

function sampleLimit(sources: readonly string[]): string {
  if (isSampled(sources)) return "Shares are of the loaded patents of the technology. Their intervals are by bootstrap over families.";
  const searched = searchedSources(sources);
  return `The loaded patents are a union of searches${searched.length > 0 ? ` (${listed(searched)})` : ""}, not a sample: whoever was searched for has more. Shares have no interval of chance; where one is shown, it is of what is in force.`;
}

function familyLimit(documents: readonly PortfolioDocument[]): string | false {
  const alone = documents.filter(({ row }) => row.unit_rule === "alone").length;
  return (
    alone > 0 &&
    `Neither DOCDB's family nor another loaded document of their application or priorities is known for ${count(alone)} of ${count(documents.length)} documents: each is a family of its own.`
  );
}

function weightLimit({ units, withoutHolder, withoutWeight }: PatentShares): string | false {
  const held = units - withoutHolder;
  return (
    withoutWeight > 0 &&
    `Shares of weight rest on ${held - withoutWeight} of ${held} families with a holder. For the others, citations within five years are unknown: the five years are not over, or too few documents of their year and field are loaded.`
  );
}

function referenceLimits({ documents, data }: Portfolio): readonly string[] {
  const whole = documents.filter(({ referencesWhole }) => referencesWhole).length;
  const unstated = documents.filter(({ row, referencesWhole }) => referencesWhole && row.references === null).length;
  const offices = [...new Set(documents.filter(({ row }) => row.cites > 0).map(({ row }) => row.office))].sort();
  const cites = sum(documents, ({ row }) => row.cites);
  const classed = sum(documents, ({ row }) => row.originality_documents);
  return said(
    whole < documents.length &&
      `Some or all references of ${documents.length - whole} of ${documents.length} documents are missing: their CD is unknown.`,
    unstated > 0 &&
      `No record states how many references ${unstated} of ${documents.length} documents have: their CD rests on those loaded.`,
    offices.length > 0 &&
      offices.length < 3 &&
      `References are loaded for documents of ${listed(offices)} only. Citations of one office favour those who file there.`,
    cites > 0 &&
      classed < cites &&
      `A class is loaded for ${count(classed)} of ${count(cites)} references (${percent(classed / cites)}); originality rests on these alone.`,
    data.citations.graph.n > 0 && "Only citations by loaded documents count; others may cite them too.",
  );
}

function statusLimits(documents: readonly PortfolioDocument[]): readonly string[] {
  const granted = documents.filter(({ row }) => row.granted === 1);
  const bySurvival = granted.filter(({ status }) => status.basis === "survival").length;
  const unfiled = granted.filter(({ row }) => row.filed === null).length;
  const unadjusted = granted.filter(({ row, record }) => row.filed !== null && record.termDays === null).length;
  return said(
    bySurvival > 0 &&
      `No legal event shows whether ${bySurvival} of ${granted.length} granted documents are in force: survival rates of their office are used instead.`,
    unfiled > 0 && `The filing of ${unfiled} granted documents is unknown, and so is their year of expiry.`,
    granted.length > unfiled &&
      "Terms count from the earliest filing that the loaded records claim. If a document continues another that its record does not name, its term ends earlier; so it may with a terminal disclaimer that no record prints.",
    unadjusted > 0 &&
      `Extensions of term are unknown for ${unadjusted} of ${granted.length} granted documents. With one, a term ends days to some years later than shown.`,
  );
}

function textLimits(documents: readonly PortfolioDocument[]): readonly string[] {
  const compared = documents.filter(({ row }) => row.backward !== null).length;
  if (compared === documents.length) return [];
  return [
    `${documents.length - compared} of ${documents.length} documents have no abstract to compare: whether they are follow-up is unknown.`,
    "Follow-up is not worthless: patents that consolidate often do the blocking.",
  ];
}

/** What a finding tells of holders. */
interface HeldFacts {
  readonly lines: readonly HolderLine[];
  readonly shares: PatentShares;
  readonly status: TechnologyPatents["inForce"];
}

/** The answer in a sentence or two, where patents of the technology are loaded. */
export function findingOf(technology: Technology, { jurisdiction }: Portfolio, { lines, shares, status }: HeldFacts, asOf: string): string {
  const where = jurisdiction === null ? "" : ` with a document at ${jurisdiction}`;
  const [first, ...others] = lines;
  const alive = `${inForceWords(status)} on ${asOf}.`;
  const tooFew = tooFewHolders(shares);
  if (first === undefined)
    return `No holder of the ${counted(shares.units, "loaded family", "loaded families")} of ${technology.name}${where} is known. ${alive}`;
  if (tooFew !== null) return `Who holds most of ${technology.name}${where} is unknown. ${tooFew} ${alive}`;
  return `${holdersWords(first, others, `the most loaded families of ${technology.name}${where}`, shares.units)} ${alive}`;
}

/** Who holds most; those that hold equally many are named together. */
function holdersWords(first: HolderLine, others: readonly HolderLine[], most: string, units: number): string {
  const { value, low, high } = first.shares.count;
  const equals = others.filter((other) => other.units === first.units && percent(other.shares.count.value) === percent(value));
  const held = `${count(first.units)} of ${count(units)}, ${percent(value)} of those with a known holder${low < high ? ` (${percentRange(low, high)})` : ""}`;
  if (equals.length > 0) {
    const names = [first, ...equals].map(({ name }) => name);
    const shown = names.length > mostEquals ? [...names.slice(0, mostEquals), `${names.length - mostEquals} more`] : names;
    return `${listed(shown)} hold ${most}: each ${held}.`;
  }
  return `${first.name} holds ${most}: ${held}; ${counted(first.applications, "application")}, ${count(first.grants)} granted.`;
}

/** Holders of equally much that are named. */
const mostEquals = 3;

function inForceWords({ low, high, known, unknown }: TechnologyPatents["inForce"]): string {
  const rest = unknown > 0 ? ` (the status of ${count(unknown)} more is unknown)` : "";
  if (known + unknown === 0) return "None of the applications is known to be granted";
  return known === 0
    ? `It is unknown whether any of ${counted(unknown, "granted application")} is in force`
    : `Of ${counted(known, "granted application")}, ${expectedCount(low, high)} are expected to be in force${rest}`;
}
