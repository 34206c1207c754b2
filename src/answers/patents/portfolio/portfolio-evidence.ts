import { has } from "../../../base/collections.ts";
import { expectedCount, percent, usdRange } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import type { HeldFamilies } from "../../../corpus/held-families.ts";
import { survivalSources } from "../../../corpus/legal-records.ts";
import type { OfficeFee } from "../../../sources/patents/beside/office-fees.ts";
import { type ExclusionData, termsUsed } from "../../exclusion/exclusion-data.ts";
import type { Evidence } from "../../shared/evidence.ts";
import { evidenceOf } from "../../shared/evidence-of.ts";
import { economyName } from "../../shared/names.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { OwnClaims } from "./portfolio-exclusion.ts";
import { discountOf, type FilingInputs, filingInputs } from "./portfolio-filing.ts";
import type { PortfolioReport } from "./portfolio-report.ts";
import type { JudgedTechnology } from "./portfolio-technologies.ts";

/** What a portfolio was judged by. */
export interface PortfolioBasis {
  readonly told: Omit<PortfolioReport, "finding" | "evidence">;
  readonly held: HeldFamilies;
  readonly exclusion: ExclusionData;
  readonly claims: OwnClaims;
  readonly fees: readonly OfficeFee[];
  readonly judged: readonly JudgedTechnology[];
  readonly measured: readonly string[];
}

/** What a judgement of a portfolio rests on. Costs of agents and terms of claims are assumed, so that the whole is. */
export function portfolioEvidence(read: ReadModel, { told, held, exclusion, claims, fees, judged, measured }: PortfolioBasis): Evidence {
  const markets = told.exclusion.map(({ market }) => market);
  const inputs = filingInputs(claims.world.terms);
  const { discount } = inputs;
  const used = told.filing.flatMap(({ offices }) => offices.map(({ office }) => office));
  const filed = held.documents.map(({ office }) => office);
  return evidenceOf(read, {
    grade: "assumed",
    sources: [
      ...held.bundled,
      ...judged.flatMap(({ portfolio }) => portfolio.data.bundled),
      ...filingSources(claims, { markets, inputs, rates: exclusion.claims.rates, survivalOf: filed, feesOf: used }, fees),
    ],
    rules: [
      "method:portfolio-audit-filing-and-licensing",
      "method:holders",
      "method:blocking-weight",
      "method:follow-up",
      "method:in-force",
      "method:blocks",
      "method:exclusion",
    ],
    limits: [
      ...measured,
      ...limits,
      say("portfolio-evidence.value-and-cost-are", { discount: percent(discountOf(inputs)), grade: discount.grade, note: discount.note }),
    ],
  });
}

/** Ids of the documents that filing is judged by. `survivalOf`, `feesOf`: offices. */
export function filingSources(
  { world, stand }: OwnClaims,
  { markets, inputs, rates, survivalOf, feesOf }: FilingBasis,
  fees: readonly OfficeFee[],
): readonly (string | null)[] {
  const stood = markets.map((market) => stand(market, world.basis));
  return [
    ...termsUsed(world, stood).flatMap(({ sources }) => sources),
    ...stood.flatMap(({ values }) => values.flatMap(({ sources }) => sources)),
    ...survivalSources(rates, new Set(survivalOf)),
    inputs.discount.source,
    ...fees.flatMap(({ office, source }) => (feesOf.includes(office) ? [source] : [])),
  ];
}

/** What filing is judged by beside fees. */
interface FilingBasis {
  readonly markets: readonly string[];
  readonly inputs: FilingInputs;
  readonly rates: ExclusionData["claims"]["rates"];
  readonly survivalOf: readonly string[];
  readonly feesOf: readonly string[];
}

/** How advice on filing is meant. */
export const filingLimits = [
  "Filing advice: `file` if even the low end of the value covers the high end of the cost; `leave` if not even the high end covers the low end; `open` in between.",
  "Filing costs: agents, times to grant and exchange rates are assumed. The value is a royalty on products made or used there that a claim may read on. At the low end all holders with claims in the technology share it. It ranks offices and is not an appraisal.",
];

const limits = [
  "These are questions for counsel, not legal advice: they do not say that a patent is invalid, not infringed or free to use.",
  "Only loaded documents count. A set of searches is not a sample: whoever was searched for has more. A patent that is not loaded may block or be cited too.",
  "What claims could exclude is an upper bound on market access, not on output. It assumes that the holder licenses no one, and is never added to supply leverage.",
  "Abandonment is considered only for families whose year and field are cited by loaded documents. A family without loaded citations may still be cited.",
  "Groups are holder, technology and main group of the first class. Their amounts do not sum to the whole: two groups may stop the same product.",
  ...filingLimits,
  "Upkeep counts only the fees of the office, for a large applicant; a regional patent counts as a unitary one.",
];

type Facts = Omit<PortfolioReport, "finding" | "evidence">;

/** What a holder has, and what it could exclude in the market where that is most. */
export function portfolioFinding(read: ReadModel, facts: Facts): string {
  const { holder, families, documents, technology, office } = facts;
  const where = `${technology === null ? "" : say("portfolio-evidence.in", { name: technology.name })}${office === null ? "" : say("portfolio-evidence.with-a-document-at", { office })}`;
  if (documents === 0) return say("portfolio-evidence.no-patent-of-is", { name: holder.name, where, there: where === "" ? "" : " there" });
  return (
    say("portfolio-evidence.holds-loaded-documents-in", { name: holder.name, documents, where, families }) +
    `${say("portfolio-evidence.on", { alive: aliveWords(facts), asOf: facts.asOf })} ${exclusionWords(read, facts)}`
  );
}

function aliveWords({ inForce: { low, high, known } }: Facts): string {
  if (known === 0) return "none of them known to be in force";
  return say("portfolio-evidence.expected-to-be-in", { low: expectedCount(low, high) });
}

function exclusionWords(read: ReadModel, { exclusion }: Facts): string {
  const [most] = exclusion.filter(has("usd")).sort((a, b) => b.usd.high - a.usd.high);
  if (most === undefined) return "What it could keep out of any market is unknown.";
  const { low, high } = most.usd;
  return say("portfolio-evidence.if-it-licensed-no", { low: usdRange(low, high), read: economyName(read, most.market) });
}
