import { groupBy } from "../../base/collections.ts";
import type { Interval } from "../../base/numbers.ts";
import { createBuildUp, firmShare, type HomeSales, homeSales } from "../../leverage/build-up.ts";
import { corners, type End } from "../../leverage/ends.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import { membersOf, seatOf } from "../../leverage/members.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { noReach } from "../../leverage/reach.ts";
import { shareOf, targetOf } from "../../leverage/target.ts";
import { worldWithout } from "../../leverage/world-target.ts";
import { officesOf } from "../../link/regional-offices.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { CandidateContext, CandidateReason } from "../../plan/cells/candidate.ts";
import { candidatesOf } from "../../plan/cells/candidates.ts";
import type { Cell } from "../../plan/cells/cell.ts";
import { clockFrom, type FirstUse, firstVolumeUse } from "../../plan/cells/clock.ts";
import type { TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { type Home, isHome, weightsIn } from "../../plan/cells/home.ts";
import { relativeCited, shrunkGrowth } from "../../plan/make-problem/cell-record.ts";
import type { PlanCell, PlanFacts, TechnologyFacts, TechnologyMarket } from "../../plan/make-problem/plan-facts.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { tradedIn } from "../supply/imports.ts";
import { createBlocked } from "./plan-blocked.ts";
import type { CellData } from "./plan-cells.ts";
import type { PlanNames } from "./plan-names.ts";
import type { PlanReport } from "./plan-report.ts";

/** The facts of a plan, with what the answer tells of them. */
export interface GatheredPlan {
  readonly facts: PlanFacts;
  readonly sales: HomeSales;
  /** Why each cell that there is to choose from is a candidate, by its id. */
  readonly reasons: ReadonlyMap<string, readonly CandidateReason[]>;
  /** Technologies of which a kind of gain has no known value in USD, which is not 0. */
  readonly left: PlanReport["left"];
}

/** How much more of world supply is tried to be the home's own. */
const triedShares = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7];

const months = 12;

/** Gathers what is known for a plan. @param openClock years within which use of a technology begins of which but a floor is known */
export function gatherPlan(
  read: ReadModel,
  names: PlanNames,
  { cells, families }: CellData,
  exclusion: { readonly world: ExclusionWorld; readonly own: ReadonlySet<string> },
  openClock: (technology: string) => Interval,
): GatheredPlan {
  const { map, model } = read;
  const sales = homeSales(model, names.home, tradedIn(read)(names.place));
  const lossOf = createBuildUp(read.withholding, sales);
  const sold = [...new Set([names.place, ...names.jurisdictions])];
  const blockedOf = createBlocked(exclusion.world, sales, exclusion.own, sold);
  const lookup = createParameterLookup(map);
  const home = homeOf(read, names.home);
  const marketOf = createMarkets(read, names, home, families);
  const year = Number(map.asOf.slice(0, 4));
  const firstUse = firstVolumeUse(map.rows.parameter, year);
  const noShares = new Set<string>();
  const technologies = [...groupBy(cells, ({ technology }) => technology)].flatMap(([id, cellsOf]): readonly TechnologyFacts[] => {
    const t = map.indexOf.get(id);
    if (t === undefined) return [];
    const technology = map.technologies[t]!;
    const loss = lossOf(t, triedShares);
    if (loss === null) noShares.add(id);
    const lead = lookup(technology, "lead-time");
    const market = knownMarket(lookup, technology);
    return [
      {
        id,
        kind: technology.kind,
        exposure: loss !== null && sales.sales.length > 0 && loss.points[0]!.usd[2] > 0 ? loss : null,
        market: market && scaled(market, 1000),
        leadYears: lead && scaled(lead.ends, 1 / months),
        clock: clockFrom(firstUse.get(id), year + 1, openClock(id)),
        markets: marketOf(t),
        blocked: blockedOf(
          t,
          cellsOf.map(({ group }) => group),
        ),
        needs: map.requirements
          .filter(({ user, criticality }) => user === t && criticality === "blocking")
          .map(({ input }) => map.technologies[input]!.id),
      },
    ];
  });
  const facts: PlanFacts = { firstYear: year + 1, technologies, cells: planCells(read, names, cells, year) };
  const candidates = candidatesOf(cells, home, candidateContext(read, names.home, facts, firstUse));
  const reasons = new Map(candidates.map(({ cell, reasons: found }) => [cell.id, found]));
  const without = (isLeft: (each: TechnologyFacts) => boolean): readonly string[] => technologies.filter(isLeft).map(({ id }) => id);
  return {
    sales,
    reasons,
    facts: { ...facts, cells: facts.cells.filter(({ cell }) => reasons.has(cell.id)) },
    left: {
      exposureNoShares: [...noShares],
      exposureNoLoss: without(({ id, exposure }) => exposure === null && !noShares.has(id)),
      bargainingNoMarket: without(({ markets }) => markets.length === 0),
      freedomNoPatents: without(({ blocked }) => blocked.length === 0),
    },
  };
}

const scaled = (ends: readonly [number, number, number], factor: number) => ends.map((end) => end * factor) as unknown as Interval;

/** What is sold of a technology a year worldwide, USD bn, where a source gives it. */
function knownMarket(lookup: ReturnType<typeof createParameterLookup>, technology: Technology): Interval | null {
  const size = lookup(technology, "market-size");
  return size === null || !("source" in size.row) ? null : size.ends;
}

/** What is sold of a technology a year in each jurisdiction in which royalties count, USD m, where a source gives its market; and the blocking weight there. */
function createMarkets(
  read: ReadModel,
  names: PlanNames,
  home: Home,
  families: readonly TechnologyFamilies[],
): (t: number) => readonly TechnologyMarket[] {
  const { map, model } = read;
  const lookup = createParameterLookup(map);
  const loaded = new Map(families.map((each) => [each.technology, each]));
  const markets = names.royaltiesFrom.map((code) => ({
    jurisdiction: code,
    demand: targetOf(model, code).demand,
    offices: officesOf(membersOf(model, code)),
  }));
  return (t) => {
    const technology = map.technologies[t]!;
    const size = knownMarket(lookup, technology);
    if (size === null) return [];
    const of = loaded.get(technology.id);
    return markets.map(({ jurisdiction, demand, offices }) => ({
      jurisdiction,
      usd: [0, 1, 2].map((end) => 1000 * size[end as End] * demand[end as End][t]!) as unknown as Interval,
      weights: of === undefined ? { own: null, others: null } : weightsIn(of, home, offices),
    }));
  };
}

function planCells(read: ReadModel, names: PlanNames, cells: readonly Cell[], year: number): readonly PlanCell[] {
  const growth = shrunkGrowth(cells, year);
  const cited = relativeCited(cells);
  const partnersOf = createPartners(read, names.partners);
  return cells.map((cell) => ({ cell, partners: partnersOf(cell), cited: cited(cell), growth: growth(cell) }));
}

/** Partners who hold families of a cell, or have a known share of supply of its technology. */
function createPartners(read: ReadModel, partners: readonly string[]): (cell: Cell) => readonly string[] {
  const { map, model } = read;
  return ({ technology, holders }) =>
    partners.filter((partner) => {
      const theirs = homeOf(read, partner);
      if (holders.some((holder) => isHome(theirs, holder))) return true;
      const rows = map.technologies[map.indexOf.get(technology) ?? -1]?.shareRows.flatMap((row) => row.rows) ?? [];
      const codes = map.economyOf.has(partner) ? [partner] : membersOf(model, partner);
      return rows.some(({ holder, low }) => low !== null && low > 0 && (codes.includes(holder) || codes.includes(seatOf(model, holder))));
    });
}

/** An economy, a group or an organisation as one who plans. */
export function homeOf({ model, map }: ReadModel, code: string): Home {
  const economies = membersOf(model, seatOf(model, code));
  return { id: code, members: new Set(map.economyOf.has(code) ? [code] : [code, ...economies]), economies: new Set(economies) };
}

const [, middle] = corners;
const [millions, billions] = [1e6, 1e9];

/** What is known of technologies that makes their cells candidates for a home. */
function candidateContext(read: ReadModel, home: string, facts: PlanFacts, clock: ReadonlyMap<string, FirstUse>): CandidateContext {
  const dependence = createDependence(read, home);
  return {
    year: Number(read.map.asOf.slice(0, 4)),
    clock,
    exposure: new Map(facts.technologies.map(({ id, exposure }) => [id, exposure === null ? null : exposure.points[0]!.usd[1] * millions])),
    freedom: new Map(
      facts.technologies.map(({ id, blocked }) => [id, millions * blocked.reduce((sum, { usd }) => sum + usd[1], 0)] as const),
    ),
    dependence: new Map(facts.technologies.map(({ id }) => [id, dependence(read.map.indexOf.get(id)!)])),
  };
}

/**
 * What all others would lose of their final output a year, USD, were home to withhold a technology: the loss that its economy could cause, each member of a group alone, times
 * home's part of that economy's supply. `null`: nobody says that it supplies any.
 */
function createDependence({ model, map, withholding }: ReadModel, home: string): (t: number) => number | null {
  const economies = membersOf(model, seatOf(model, home));
  const isFirm = map.economyOf.has(home);
  const partOfPlace = (t: number, suppliers: readonly string[]): number | null => {
    const own = firmShare(model, home, t);
    const all = suppliers.reduce((sum, code) => sum + shareOf(model, t, model.economyIndex.get(code)!)[1], 0);
    return own === null || all <= 0 ? null : Math.min(1, own.ends[1] / all);
  };
  return (t) => {
    if (model.productRank[t]! >= 0) return null;
    const suppliers = economies.filter((code) =>
      withholding.seeds(t).some((seed) => shareOf(model, seed, model.economyIndex.get(code) ?? -1)[1] > 0),
    );
    if (suppliers.length === 0) return null;
    const lost = suppliers.map((code) => {
      const target = worldWithout(model, code);
      const { products } = withholding.loss({ target, senders: [code], reach: noReach(withholding.model) }, t, middle);
      return products.reduce((sum, { j, loss }) => sum + loss * target.weight[1][j]!, 0);
    });
    const part = isFirm ? partOfPlace(t, suppliers) : 1;
    return part === null ? null : part * billions * lost.reduce((sum, each) => sum + each, 0);
  };
}
