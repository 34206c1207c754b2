import { count, expectedCount, percent, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
    portfolio.jurisdiction !== null && say("patent-limits.shares-status-and-expiry", { jurisdiction: portfolio.jurisdiction }),
  );
}

function sampleLimit(sources: readonly string[]): string {
  if (isSampled(sources)) return "Shares are of the loaded patents of the technology. Their intervals are by bootstrap over families.";
  const searched = searchedSources(sources);
  return `${say("patent-limits.the-loaded-patents-are", { searched: searched.length > 0 ? ` (${listed(searched)})` : "" })} ${say("patent-limits.shares-have-no-interval")}`;
}

function familyLimit(documents: readonly PortfolioDocument[]): string | false {
  const alone = documents.filter(({ row }) => row.unit_rule === "alone").length;
  return alone > 0 && say("patent-limits.neither-docdbs-family-nor", { alone: count(alone), documents: count(documents.length) });
}

function weightLimit({ units, withoutHolder, withoutWeight }: PatentShares): string | false {
  const held = units - withoutHolder;
  return (
    withoutWeight > 0 &&
    `${say("patent-limits.shares-of-weight-rest", { held: String(held - withoutWeight), heldOther: String(held) })} ${say("patent-limits.for-the-others-citations")}`
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
      say("patent-limits.some-or-all-references", {
        documents: String(documents.length - whole),
        documentsOther: String(documents.length),
      }),
    unstated > 0 && say("patent-limits.no-record-states-how", { unstated: String(unstated), documents: String(documents.length) }),
    offices.length > 0 &&
      offices.length < 3 &&
      `${say("patent-limits.references-are-loaded-for", { offices: listed(offices) })} ${say("patent-limits.citations-of-one-office")}`,
    cites > 0 &&
      classed < cites &&
      say("patent-limits.a-class-is-loaded", { classed: count(classed), cites: count(cites), classedOther: percent(classed / cites) }),
    data.citations.graph.n > 0 && "Only citations by loaded documents count; others may cite them too.",
  );
}

function statusLimits(documents: readonly PortfolioDocument[]): readonly string[] {
  const granted = documents.filter(({ row }) => row.granted === 1);
  const bySurvival = granted.filter(({ status }) => status.basis === "survival").length;
  const unfiled = granted.filter(({ row }) => row.filed === null).length;
  const unadjusted = granted.filter(({ row, record }) => row.filed !== null && record.termDays === null).length;
  return said(
    bySurvival > 0 && say("patent-limits.no-legal-event-shows", { bySurvival: String(bySurvival), granted: String(granted.length) }),
    unfiled > 0 && say("patent-limits.the-filing-of-granted", { unfiled: String(unfiled) }),
    granted.length > unfiled &&
      "Terms count from the earliest filing that the loaded records claim. If a document continues another that its record does not name, its term ends earlier; so it may with a terminal disclaimer that no record prints.",
    unadjusted > 0 &&
      `${say("patent-limits.extensions-of-term-are", { unadjusted: String(unadjusted), granted: String(granted.length) })} ${say("patent-limits.with-one-a-term")}`,
  );
}

function textLimits(documents: readonly PortfolioDocument[]): readonly string[] {
  const compared = documents.filter(({ row }) => row.backward !== null).length;
  if (compared === documents.length) return [];
  return [
    say("patent-limits.of-documents-have-no", { documents: String(documents.length - compared), documentsOther: String(documents.length) }),
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
  const where = jurisdiction === null ? "" : say("patent-limits.with-a-document-at", { jurisdiction });
  const [first, ...others] = lines;
  const alive = say("patent-limits.on", { inForce: inForceWords(status), asOf });
  const tooFew = tooFewHolders(shares);
  if (first === undefined)
    return `${say("patent-limits.no-holder-of-the", { families: shares.units, name: technology.name, where })} ${alive}`;
  if (tooFew !== null) return `${say("patent-limits.who-holds-most-of", { name: technology.name, where })} ${tooFew} ${alive}`;
  return `${holdersWords(first, others, say("patent-limits.the-most-loaded-families", { name: technology.name, where }), shares.units)} ${alive}`;
}

/** Who holds most; those that hold equally many are named together. */
function holdersWords(first: HolderLine, others: readonly HolderLine[], most: string, units: number): string {
  const { value, low, high } = first.shares.count;
  const equals = others.filter((other) => other.units === first.units && percent(other.shares.count.value) === percent(value));
  const held = say("patent-limits.of-of-those-with", {
    units: count(first.units),
    unitsOther: count(units),
    value: percent(value),
    low: low < high ? ` (${percentRange(low, high)})` : "",
  });
  if (equals.length > 0) {
    const names = [first, ...equals].map(({ name }) => name);
    const shown =
      names.length > mostEquals
        ? [...names.slice(0, mostEquals), say("patent-limits.more", { names: String(names.length - mostEquals) })]
        : names;
    return say("patent-limits.hold-each", { shown: listed(shown), most, held });
  }
  return say("patent-limits.holds-applications-granted", {
    name: first.name,
    most,
    held,
    applications: first.applications,
    grants: count(first.grants),
  });
}

/** Holders of equally much that are named. */
const mostEquals = 3;

function inForceWords({ low, high, known, unknown }: TechnologyPatents["inForce"]): string {
  const rest = unknown > 0 ? say("patent-limits.the-status-of-more", { unknown: count(unknown) }) : "";
  if (known + unknown === 0) return "None of the applications is known to be granted";
  return known === 0
    ? say("patent-limits.it-is-unknown-whether", { applications: unknown })
    : say("patent-limits.of-granted-applications-are", { applications: known, low: expectedCount(low, high), rest });
}
