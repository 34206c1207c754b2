import type { HeldFamilies } from "../../../corpus/held-families.ts";
import type { ExclusionWorld } from "../../../leverage/exclusion/exclusion-market.ts";
import type { OfficeCost } from "../../../plan/office-cost.ts";
import type { ExclusionData } from "../../exclusion/exclusion-data.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { Advice } from "./advice-report.ts";
import { type JudgedMarket, judgeMarket, marketOf, type OfficeMarket, type OwnClaims } from "./portfolio-exclusion.ts";
import type { OwnFamilies } from "./portfolio-families.ts";
import { filingInputs, filingLine } from "./portfolio-filing.ts";
import { crossLicences, toLetGo, waitingFor } from "./portfolio-licensing.ts";
import type { PortfolioReport } from "./portfolio-report.ts";
import { type JudgedTechnology, othersFamilies } from "./portfolio-technologies.ts";

/** What is asked, of whom, and of which day. */
interface AskedAdvice {
  readonly read: ReadModel;
  readonly holder: PortfolioReport["holder"];
  readonly office: string | null;
  readonly day: number;
  readonly top: number;
  readonly exclusion: ExclusionData;
}

/** What advice on a portfolio rests on. */
interface AdviceFacts {
  readonly own: OwnFamilies;
  readonly held: HeldFamilies;
  readonly judged: readonly JudgedTechnology[];
  /** Of all holders. */
  readonly world: ExclusionWorld;
  readonly claims: OwnClaims;
  readonly costs: ReadonlyMap<string, OfficeCost>;
}

/** What the holder could exclude, and what may be asked about filing, licences and letting go. */
export function advise(
  { read, holder, office, day, top, exclusion }: AskedAdvice,
  facts: AdviceFacts,
): Advice & Pick<PortfolioReport, "exclusion"> {
  const { own, held, judged, world, claims, costs } = facts;
  const offices = officesToAsk(read, office, costs, own);
  const markets = offices.flatMap(({ office: at, market }) =>
    market === null ? [] : [judgeMarket(read, claims, { office: at, market }, own, top)],
  );
  const inputs = filingInputs(world.terms);
  const setting = { read, world, claims, costs, offices, inputs, rates: exclusion.claims.rates, day };
  const { holders } = exclusion.claims;
  const nameOf = (id: string): string => holders.get(id)?.name ?? id;
  const cited = judged.map(({ line, portfolio }) => ({
    technology: line.technology.id,
    families: othersFamilies(portfolio, claims.claimant.holders, nameOf, (_, citedBy) => citedBy > 0),
  }));
  return {
    exclusion: markets.map(({ line }) => line),
    filing: judged.map(({ line }) => filingLine(setting, line.technology.id, own)),
    waiting: waitingFor(read, cited, day, top),
    crossLicences: crossLicences(new Map([[holder.holder, holder.name]]), held.citations, top),
    lettingGo: toLetGo(own, { costs, exposes: exposing(markets), day }, top),
  };
}

/** The office asked for, or all of known cost and those where the holder has filed. */
export function officesToAsk(
  read: ReadModel,
  office: string | null,
  costs: ReadonlyMap<string, OfficeCost>,
  own: OwnFamilies,
): readonly OfficeMarket[] {
  const codes = office === null ? new Set([...costs.keys(), ...own.documents.map((each) => each.office)]) : [office];
  return [...codes].sort().map((code) => marketOf(read, code));
}

/** Whether the holder could exclude by a technology: `null` where it has claims in a market of which nothing is known. */
export function exposing(markets: readonly JudgedMarket[]): (technology: string) => boolean | null {
  const unvalued = markets.some(({ line: { unknown: why } }) => why === "share" || why === "market-size");
  return (technology) => {
    const states = markets.map(({ excludes }) => excludes.get(technology));
    return states.includes(true) ? true : unvalued || states.includes(null) ? null : false;
  };
}
