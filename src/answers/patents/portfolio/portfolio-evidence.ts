import { percent } from "../../../base/format.ts";
import type { HeldFamilies } from "../../../corpus/held-families.ts";
import { survivalSources } from "../../../corpus/legal-records.ts";
import type { OfficeFee } from "../../../sources/patents/beside/office-fees.ts";
import type { ExclusionData } from "../../exclusion/exclusion-data.ts";
import { termsUsed } from "../../exclusion/exclusion-terms-used.ts";
import type { Evidence } from "../../shared/evidence.ts";
import { evidenceOf } from "../../shared/evidence-of.ts";
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
      `Value and cost are discounted by ${percent(discountOf(inputs))} a year (${discount.grade}: ${discount.note}).`,
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
  "Filing: `file`, even the low end of what it is worth covers the high end of what it costs; `leave`, not even the high end covers the low one; `open`, between.",
  "Filing: agents, times to grant and rates of exchange are assumed. The value is a royalty on products that a claim may read on, made or used there, whole at the high end and shared by all holders with claims in the technology at the low end: it ranks offices, and is no appraisal.",
];

const limits = [
  "Questions for counsel, no legal advice: nothing here says that a patent is invalid, not infringed or free to use.",
  "Only loaded documents count. A set of searches is no sample: who was searched for has more, and a patent that is not loaded may block or be cited too.",
  "What claims could exclude is an upper bound of market access, not of output; it is told as if the holder licensed nobody, and never added to supply leverage.",
  "Letting go is asked of families only whose year and field are cited by loaded documents at all; that no loaded document cites one is no proof.",
  "Groups are holder, technology and main group of the first class. What they add does not sum to the whole, since one may stop what another stops too.",
  ...filingLimits,
  "Upkeep is that of the office alone, undiscounted fees of a large applicant; a regional patent is counted as a unitary one.",
];
