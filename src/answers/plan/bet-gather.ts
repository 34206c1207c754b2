import { groupBy, kept, mapped, pick } from "../../base/collections.ts";
import { clamp, type Interval } from "../../base/numbers.ts";
import type { Row } from "../../base/tables.ts";
import { middleInputs } from "../../leverage/draw/middle-inputs.ts";
import { atEnds, byEnd } from "../../leverage/ends.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import { exclusionMarket, productTechnologies } from "../../leverage/exclusion/exclusion-market.ts";
import { withheldTechnologies } from "../../leverage/game/banned-stops.ts";
import { createAddedLoss } from "../../leverage/halflife/later-leverage.ts";
import { type HomeSales, homeSales } from "../../leverage/home-sales.ts";
import { membersOf } from "../../leverage/members.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { reachAgainst } from "../../leverage/reach.ts";
import { targetOf } from "../../leverage/target.ts";
import { once } from "../../link/link-table.ts";
import { officesOf } from "../../link/regional-offices.ts";
import { closure } from "../../measure/supply/topology.ts";
import { isRivalryCounted } from "../../plan/programmes/bet.ts";
import type { BetFacts, ClaimTerms, Maturity, ProblemFacts, RightsFacts, ServedNode } from "../../plan/programmes/bet-facts.ts";
import { countedOnce, type HomeNetwork, homeNetworks } from "../../plan/programmes/home-networks.ts";
import { possibleActs } from "../../plan/programmes/possible-acts.ts";
import { isRun, makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { tradedIn } from "../supply/imports.ts";
import {
  createAdopters,
  createMarketBase,
  interval,
  knownMarket,
  type Market,
  type MarketBase,
  makesSomething,
  partOf,
  replacedBy,
  type Successor,
} from "./bet-markets.ts";
import { othersAYear } from "./families-a-year.ts";
import { heldChance } from "./held-claims.ts";
import { neededParts } from "./needed-parts.ts";
import type { PlanNames } from "./plan-names.ts";

/** The facts of a plan, with what the answer tells of them. */
export interface GatheredBets {
  readonly facts: BetFacts;
  readonly sales: HomeSales;
  /** Rows of the problems that are there to choose from, by id; own supply of a technology has none. */
  readonly rows: ReadonlyMap<string, Row<"problem">>;
  /** Technologies with a problem of which no market is known: no plant and no royalty can be valued. */
  readonly noMarket: readonly string[];
  /** Technologies that the home may lack and could supply itself, but of which no market is known, so that no plant can be sized: those of the greatest shortfall first. */
  readonly noPlant: readonly string[];
  /** Technologies with a problem of which no late count beyond one office tells the families of others. */
  readonly noCount: readonly string[];
  /** Jurisdictions in which the target sells, and whether a patent of the home is loaded there that could stand in the way: else its rights of today are unknown. */
  readonly rightsIn: readonly { readonly jurisdiction: string; readonly isLoaded: boolean }[];
}

const months = 12;
const millions = 1000;

export interface BetSetting {
  readonly world: ExclusionWorld;
  /** Holders of patents that are the home's. */
  readonly own: ReadonlySet<string>;
  /** Part of the work in a technology that is follow-up; `null`: unknown. */
  readonly followUp: (technology: string) => number | null;
  /** Years within which use begins of which only a floor is known. */
  readonly openClock: Interval;
  readonly problems: readonly Row<"problem">[];
}

/** Gathers what a home could research, what that would serve and earn, and who could withhold what from it. */
export function gatherBets(read: ReadModel, names: PlanNames, setting: BetSetting): GatheredBets {
  const { problems } = setting;
  const { map, model, withholding, beside } = read;
  const traded = tradedIn(read);
  const sales = names.isNew === null ? homeSales(model, names.home, traded(names.place)) : newHomeSales(read, names.place, names.isNew);
  const inScope = new Set(names.technologies);
  const successors = beside.successor.filter(({ technology, replaces }) => map.indexOf.has(technology) && map.indexOf.has(replaces));
  const networks = homeNetworks(model, sales, []);
  const acts = possibleActs(withholding, {
    target: sales.target,
    reach: reachAgainst(model, names.place),
    networks,
    names: [...new Set([names.home, names.place, ...membersOf(model, names.place)])],
    against: names.against,
  });
  const lookup = createParameterLookup(map);
  const marketOf = (t: number): Interval | null => knownMarket(lookup, map.technologies[t]!);
  const year = Number(map.asOf.slice(0, 4)) + 1;
  const lacking = greatestShortfalls(acts);
  const listed = problems.filter(({ technology }) => inScope.has(map.indexOf.get(technology) ?? -1));
  const supplied = [...lacking.keys()].filter((id) => inScope.has(map.indexOf.get(id)!)).sort();
  const factsOf = createProblemFacts(read, names, setting, { sales, networks, successors, marketOf });
  const all = [
    ...listed.map((row) => factsOf(map.indexOf.get(row.technology)!, row)),
    ...supplied.map((id) => factsOf(map.indexOf.get(id)!, null)),
  ];
  const sold = names.against === null ? [] : rightsOf(read, names, setting, homeSales(model, names.against, traded(names.against)));
  const ids = (isLeft: (problem: ProblemFacts) => boolean): readonly string[] => [
    ...new Set(all.filter(isLeft).map(({ technology }) => technology)),
  ];
  return {
    sales,
    rows: new Map(listed.map((row) => [row.id, row])),
    noMarket: ids(({ need, adopters }) => need === null && adopters.length === 0),
    noPlant: [...ids(({ technology, need, serves }) => need === null && serves.length > 0 && lacking.has(technology))].sort(
      (a, b) => lacking.get(b)! - lacking.get(a)! || (a < b ? -1 : 1),
    ),
    noCount: ids((problem) => !isRivalryCounted(problem)),
    rightsIn: rightsIn(sold),
    facts: {
      firstYear: year,
      nodes: networks.flatMap(({ nodes }) => nodes),
      sales: networks.flatMap((network) => network.sales),
      acts,
      course: courseOf(read, names.place, networks),
      problems: all,
      balances: new Map(map.technologies.map(({ id, index }) => [id, balanceOf(sales, networks, index)])),
      supplyLoss: names.against === null || names.isNew !== null ? null : supplyLossOn(read, names.home, names.against),
      rights: sold.map(({ rights }) => rights),
    },
  };
}

/** What a home works with, of which facts on its problems are told. */
interface HomeSetting {
  readonly sales: HomeSales;
  readonly networks: readonly HomeNetwork[];
  readonly successors: readonly Successor[];
  readonly marketOf: Market;
}

/** Tells the facts of a problem, or of own supply of a technology (`null`). */
function createProblemFacts(read: ReadModel, names: PlanNames, { world, followUp, openClock }: BetSetting, home: HomeSetting) {
  const { map, model, beside } = read;
  const { sales, networks, successors, marketOf } = home;
  const lookup = createParameterLookup(map);
  const ofPlace = new Set([names.place, ...membersOf(model, names.place)]);
  const ofHome = map.economyOf.has(names.home) ? new Set([names.home]) : names.isNew === null ? ofPlace : new Set<string>();
  const counts = othersAYear(beside.patent_count, Number(map.asOf.slice(0, 4)), ofHome, ofPlace);
  const partOf = partOfProblems(beside.problem);
  const served = createServed(read, networks, successors);
  const marketBase = createMarketBase(read, successors, marketOf);
  const earned = createAdopters(read, names, world, marketBase, (t) => clamp(sales.supplies.share[1][t]!, 0, 1));
  const isMaker = makesSomething(read, names);
  const soldIn = (base: MarketBase | null): ProblemFacts["market"] =>
    base && { ...pick(base, "usd", "part", "isWhole"), technology: map.technologies[base.of]!.id };
  return (t: number, row: Row<"problem"> | null): ProblemFacts => {
    const technology = map.technologies[t]!;
    const [lead, ceiling] = [lookup(technology, "lead-time"), lookup(technology, "recovery-ceiling")];
    const isSupply = (row === null || technology.nextGeneration) && lead !== null && ceiling !== null;
    const count = counts(technology.id);
    const { nodes, need } = isSupply ? served(t, marketOf) : noSupply;
    return {
      id: row?.id ?? `own-${technology.id}`,
      name: row?.name ?? `Own supply: ${technology.name}`,
      technology: technology.id,
      kind: technology.kind,
      maturity: (row?.maturity ?? "production") as Maturity,
      isNext: technology.nextGeneration,
      clock: row === null || row.maturity === "production" ? null : clockOf(row, openClock),
      families: count?.families ?? null,
      isFamiliesFloor: count?.isFloor ?? false,
      part: row === null ? 1 : partOf(technology.id),
      followUp: followUp(technology.id),
      lead: atEnds((end) => (lead?.ends[end] ?? 0) / months),
      reachable: sorted(ceiling?.ends ?? [0, 0, 0]),
      serves: nodes,
      need,
      adopters: earned(t),
      market: isMaker ? soldIn(marketBase(t)) : null,
    };
  };
}

/** Jurisdictions of rights, and whether one of them is loaded there. */
const rightsIn = (sold: readonly SoldByTarget[]): GatheredBets["rightsIn"] =>
  [...groupBy(sold, ({ jurisdiction }) => jurisdiction)].map(([jurisdiction, of]) => ({
    jurisdiction,
    isLoaded: of.some(({ isLoaded }) => isLoaded),
  }));

/** What a home supplies itself with of a technology, and what it needs. */
const balanceOf = ({ supplies }: HomeSales, networks: readonly HomeNetwork[], t: number) => ({
  own: supplies.share[1][t]!,
  need: Math.max(0, ...networks.map(({ need }) => need(t))),
});

/** What may lack, by technology: the greatest part of its use that an act could withhold. */
function greatestShortfalls(acts: BetFacts["acts"]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { shortfalls } of acts)
    for (const { technology, shortfall } of shortfalls) found.set(technology, Math.max(found.get(technology) ?? 0, shortfall.at(-1)!));
  return found;
}

/** What a target would lose more if the home held more; what it does not make loses nothing. */
function supplyLossOn(read: ReadModel, holder: string, target: string): BetFacts["supplyLoss"] {
  if (!isRun(makingGap(read, target))) return null;
  const { model, withholding, map } = read;
  const technologies = withheldTechnologies(model, withholding.seeds, null);
  const parties = [holder, target];
  const made = once(() =>
    createAddedLoss({ model, technologies, holder, target, months, parties, traded: tradedIn(read) }, middleInputs(model, parties)),
  );
  const lossBy = kept((key: string): number => {
    const [technology, part] = JSON.parse(key) as [string, number];
    return millions * made()(map.indexOf.get(technology)!, part);
  });
  return (technology, part) => lossBy(JSON.stringify([technology, part]));
}

/** The course of acts on the place of a home that makes final products. */
function courseOf(read: ReadModel, place: string, networks: readonly HomeNetwork[]): BetFacts["course"] {
  const network = networks.find(({ isFinal }) => isFinal);
  if (network === undefined) return null;
  const { model } = read;
  return {
    home: { model, code: place, imports: tradedIn(read)(place), inputs: middleInputs(model, [place]) },
    technologyOf: new Map([...network.has].map((t) => [network.nameOf(t), t])),
  };
}

/** What a new home sells; it serves none of its own needs. */
function newHomeSales({ model, map }: ReadModel, place: string, { makes, sells }: NonNullable<PlanNames["isNew"]>): HomeSales {
  const all = map.technologies.length;
  return {
    place,
    target: targetOf(model, place),
    supplies: { share: byEnd(all), published: new Uint8Array(all).fill(1) },
    sales: makes === null || sells === 0 ? [] : [{ technology: makes, usd: [sells, sells, sells], sources: [] }],
  };
}

/** A problem of what is in use makes it better, and brings know-how and rights; who lacks it takes up its own supply. */
const noSupply = { nodes: [], need: null } as const;
const whole: Interval = [1, 1, 1];

const sorted = (ends: readonly number[]): Interval => {
  const [low = 0, mid = low, high = mid] = ends.toSorted((a, b) => a - b);
  return [low, mid, high];
};

/** Calendar years of a problem's clock: from the earliest to the latest that a source tells. */
function clockOf({ clock_low: low, clock_high: high }: Row<"problem">, open: Interval): Interval | null {
  if (low === null) return high === null ? null : [high, high, high];
  return high === null ? [low + open[0], low + open[1], low + open[2]] : [low, (low + high) / 2, high];
}

/** Nodes that the output of work on a technology would serve, and what the home uses of them, USD m a year. */
function createServed(read: ReadModel, networks: readonly HomeNetwork[], successors: readonly Successor[]) {
  const { map, withholding } = read;
  return (t: number, marketOf: Market): { readonly nodes: readonly ServedNode[]; readonly need: Interval | null } => {
    const uses = [{ of: t, from: null, part: whole }, ...replacedBy(map, successors, t)];
    const nodes: ServedNode[] = [];
    const needs: Interval[] = [];
    for (const { of, from, part: used } of uses)
      for (const seed of withholding.seeds(of)) {
        const size = marketOf(seed) ?? (withholding.seeds(of).length === 1 ? marketOf(of) : null);
        const own = networks.filter(({ has }) => has.has(seed));
        for (const network of own) nodes.push({ makes: network.nameOf(seed), serves: network.nameOf(seed), from, part: used });
        const part = Math.max(0, ...own.map(({ need }) => need(seed)));
        if (size !== null && part > 0) needs.push(atEnds((end) => size[end] * Math.min(1, part) * used[end]));
      }
    return { nodes, need: needs.length === 0 ? null : atEnds((end) => needs.reduce((sum, each) => sum + each[end], 0)) };
  };
}

/** A sale of the target; `isLoaded`: of what it needs a patent of the home is loaded there, in force or not. */
interface SoldByTarget {
  readonly jurisdiction: string;
  readonly rights: RightsFacts;
  readonly isLoaded: boolean;
}

/** What the target sells by jurisdiction, and the technologies that claims on it may stand in. */
function rightsOf(read: ReadModel, names: PlanNames, { world, own: holders }: BetSetting, theirs: HomeSales): readonly SoldByTarget[] {
  const { map, model } = read;
  const products = productTechnologies(model);
  return names.jurisdictions.flatMap((code) => {
    const { own, other } = officesOf(membersOf(model, code));
    const offices = [...own, ...other];
    const { demand } = targetOf(model, code);
    const ofHome = exclusionMarket(world, code).clusters.filter(({ holder }) => holders.has(holder));
    return countedOnce(model, theirs.sales).flatMap(({ technology, usd }): readonly SoldByTarget[] => {
      const { id } = map.technologies[technology]!;
      const needed = products.get(id) ?? [id, ...closure(map, technology, "up").map((t) => map.technologies[t]!.id)];
      const sold = atEnds((end) => usd[end] * demand[end][technology]!);
      if (sold[2] <= 0) return [];
      const terms = new Map(
        [...withSuccessors(read, neededParts(map, technology))].map(([of, part]): readonly [string, ClaimTerms] => {
          const { kind } = map.technologies[map.indexOf.get(of)!]!;
          const { terms: known } = world;
          const [valid, read, designAround] = mapped([known.valid(offices), known.readOn(kind), known.designAround(kind)], interval);
          return [of, { valid, readOn: atEnds((end) => read[end] * part[end]), designAround }];
        }),
      );
      const granted = interval(world.terms.granted(offices, null));
      const held = heldChance(world, offices, ofHome, new Set(needed));
      const rights = { jurisdiction: code, product: id, usd: sold, granted, held, technologies: terms };
      return [{ jurisdiction: code, rights, isLoaded: ofHome.some((cluster) => needed.includes(cluster.technology)) }];
    });
  });
}

/** The same by id, with what takes the place of any of them: as much of a product as that, or the part of it that the edge names. */
function withSuccessors({ map, beside }: ReadModel, parts: ReadonlyMap<number, Interval>): ReadonlyMap<string, Interval> {
  const found = new Map([...parts].map(([t, part]) => [map.technologies[t]!.id, part] as const));
  for (const edge of beside.successor) {
    const part = found.get(edge.replaces);
    if (part === undefined || found.has(edge.technology) || !map.indexOf.has(edge.technology)) continue;
    const used = partOf(edge);
    found.set(
      edge.technology,
      atEnds((end) => part[end] * used[end]),
    );
  }
  return found;
}

/**
 * Part of the work in a technology that is on one of its problems: even parts of those of the atlas. A problem that a plan adds takes none from the others, and faces as
 * much as one of them; in a technology of which the atlas has none, as much as one of a technology that has as many as is usual.
 */
function partOfProblems(problems: readonly Row<"problem">[]): (technology: string) => number {
  const counts = new Map([...groupBy(problems, ({ technology }) => technology)].map(([id, of]) => [id, of.length]));
  const usual = [...counts.values()].sort((a, b) => a - b)[Math.floor(counts.size / 2)] ?? 1;
  return (technology) => 1 / (counts.get(technology) ?? usual);
}
