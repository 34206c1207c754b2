import { groupBy } from "../../../base/collections.ts";
import {
  type ExclusionMarket,
  type ExclusionWorld,
  exclusionMarket,
  type MarketCluster,
  productTechnologies,
  type StakeBasis,
} from "../../../leverage/exclusion/exclusion-market.ts";
import { type Claimant, type ExclusionCell, exclusionCell } from "../../../leverage/exclusion/exclusion-matrix.ts";
import { membersOf } from "../../../leverage/members.ts";
import { officesOf } from "../../../link/regional-offices.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { exposureByGroup, fallOf } from "../../../plan/without-group.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { addBounds } from "../../shared/schema.ts";
import type { OwnFamilies } from "./portfolio-families.ts";
import type { PortfolioReport } from "./portfolio-report.ts";

type MarketLine = PortfolioReport["exclusion"][number];

/** An office and the market that its patents stand in. */
export interface OfficeMarket {
  readonly office: string;
  /** `null`: an office of no economy or group of the map. */
  readonly market: string | null;
}

/** The market of an office: its economy, else the group whose members it is the regional office of. */
export function marketOf(read: ReadModel, office: string): OfficeMarket {
  if (read.economies.some(({ id }) => id === office)) return { office, market: office };
  const groups = [...read.map.groups.keys()].filter((group) => officesOf(membersOf(read.model, group)).own.includes(office));
  return { office, market: groups.sort()[0] ?? null };
}

/** The office that is asked for: its own code, or that of a group with a regional office. */
export function officeOf(read: ReadModel, code: string): string {
  return read.map.groups.has(code) ? (officesOf(membersOf(read.model, code)).own[0] ?? code) : code;
}

/** The claims of one holder, or of the holders of a home taken together, alone and licensed to no one. */
export interface OwnClaims {
  readonly world: ExclusionWorld;
  readonly claimant: Claimant;
  /** A market as these claims stand in it; each is made once. */
  readonly stand: (market: string, basis: StakeBasis) => ExclusionMarket;
}

/** Keeps the claims of some holders, in some technologies if they are named. `claimant.id`: the holder of a further claim. */
export function ownClaims(all: ExclusionWorld, claimant: Claimant, scope: ReadonlySet<string> | null): OwnClaims {
  const own = all.clusters.filter((cluster) => claimant.holders.has(cluster.holder) && (scope === null || scope.has(cluster.technology)));
  const world = { ...all, clusters: own };
  const made = new Map<string, ExclusionMarket>();
  return {
    world,
    claimant,
    stand(market, basis) {
      const known = made.get(`${market}|${basis}`) ?? exclusionMarket({ ...world, basis }, market);
      made.set(`${market}|${basis}`, known);
      return known;
    },
  };
}

const noLicensee = (): boolean => false;

const cellOf = (world: ExclusionWorld, market: ExclusionMarket, clusters: readonly MarketCluster[]): Omit<ExclusionCell, "from"> =>
  exclusionCell(world, market, { clusters, licensed: noLicensee });

const groupKey = ({ technology, mainGroup }: MarketCluster): string => JSON.stringify([technology, mainGroup]);

/** Groups that are left out one after the other, those that exclude most by themselves: over several products another may add more. */
const tried = 100;

/** One market, and in which technologies the holder could exclude there; `null` where no product that needs one has a known value. */
export interface JudgedMarket {
  readonly line: MarketLine;
  readonly excludes: ReadonlyMap<string, boolean | null>;
}

/** What the holder could keep from one market, with and without the `most` groups of its claims that matter most; 0: no group is left out. */
export function judgeMarket(
  read: ReadModel,
  { world, stand }: OwnClaims,
  { office, market }: OfficeMarket & { market: string },
  own: OwnFamilies,
  most: number,
): JudgedMarket {
  const stood = stand(market, world.basis);
  const cell = cellOf(world, stood, stood.clusters);
  const names = { id: groupKey, group: groupKey };
  const { whole, groups, excludes } = exposureByGroup(
    stood.clusters,
    names,
    (some) => cellOf(world, stood, some).usd,
    most === 0 ? 0 : Math.max(most, tried),
  );
  const valued = cell.products.filter(({ usd }) => usd !== null);
  const needed = productTechnologies(world.model);
  const reached = new Set(valued.flatMap(({ product }) => needed.get(product)!));
  const aliveIn = new Map(stood.clusters.map((cluster) => [groupKey(cluster), cluster.alive.length]));
  const line = {
    office,
    market,
    documents: own.documents.filter((each) => each.office === office).length,
    usd: whole,
    unknown: whole === null ? whyUnknown(cell) : null,
    value: valued.length === 0 ? null : valued.map(({ value }) => value.usd!).reduce(addBounds),
    groups: groups.slice(0, most).map(({ group, without, adds }) => {
      const { technology, mainGroup } = namedGroup(group);
      return {
        technology: technologyRef(read, technology),
        mainGroup,
        patents: aliveIn.get(group) ?? 0,
        ...(reached.has(technology) ? { without, adds } : { without: null, adds: null }),
      };
    }),
    groupsInAll: excludes.size,
  };
  return { line, excludes: excludesBy(stood.clusters, excludes, reached) };
}

function namedGroup(key: string): Pick<MarketCluster, "technology" | "mainGroup"> {
  const [technology, mainGroup] = JSON.parse(key) as [string, string | null];
  return { technology, mainGroup };
}

/** By technology whether any group of it could exclude something. */
function excludesBy(
  clusters: readonly MarketCluster[],
  excludes: ReadonlyMap<string, boolean>,
  reached: ReadonlySet<string>,
): JudgedMarket["excludes"] {
  return new Map(
    [...groupBy(clusters, ({ technology }) => technology)].map(([technology, own]) => [
      technology,
      reached.has(technology) ? own.some((cluster) => excludes.get(groupKey(cluster)) === true) : null,
    ]),
  );
}

/** Of several products the reason that is nearest to an answer. */
function whyUnknown({ products }: Omit<ExclusionCell, "from">): MarketLine["unknown"] {
  const reasons = products.map(({ gap, value }) => gap ?? value.lacks);
  const order = ["share", "market-size", "none-of-holders", "no-patents-there", "no-patents"] as const;
  return order.find((reason) => reasons.includes(reason)) ?? "no-patents";
}

/** A technology by its id and name. */
export function technologyRef({ map }: ReadModel, id: string): { readonly id: string; readonly name: string } {
  return { id, name: map.technologies[map.indexOf.get(id) ?? -1]?.name ?? id };
}

/**
 * What one more group of claims in a technology, in force for sure, could keep from a market beside those that the holder has there: of products used
 * there, and of those made there. A product may be both or either, so that the two together come to between the greater and the
 * sum. `null` where neither value is known.
 */
export function stakeOf(claims: OwnClaims, market: string, technology: string): Bounds | null {
  const known = (["use", "make"] as const).flatMap((basis) => addedBy(claims, claims.stand(market, basis), technology) ?? []);
  if (known.length === 0) return null;
  return { low: Math.max(...known.map(({ low }) => low)), high: known.reduce((sum, { high }) => sum + high, 0) };
}

function addedBy({ world, claimant }: OwnClaims, stood: ExclusionMarket, technology: string): Bounds | null {
  // The new claim is itself a patent there, whatever is loaded.
  const loaded = new Set([...world.loaded, technology]);
  const open = { ...stood, covered: new Set([...stood.covered, technology]) };
  const fresh: MarketCluster = { holder: claimant.id, technology, mainGroup: null, inForce: [{ low: 1, high: 1 }], alive: ["new"] };
  const before = new Map(cellOf(world, stood, stood.clusters).products.map(({ product, usd }) => [product, usd]));
  const needed = productTechnologies(world.model);
  const falls = cellOf({ ...world, loaded }, open, [...stood.clusters, fresh]).products.flatMap(({ product, usd }) =>
    usd !== null && needed.get(product)!.includes(technology) ? [fallOf(usd, before.get(product) ?? null)] : [],
  );
  return falls.length === 0 ? null : falls.reduce(addBounds);
}
