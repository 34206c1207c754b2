import type { Interval } from "../../base/numbers.ts";
import type { Row } from "../../base/tables.ts";
import { atEnds, type End } from "../../leverage/ends.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import { membersOf } from "../../leverage/members.ts";
import type { createParameterLookup } from "../../leverage/parameters.ts";
import { targetOf } from "../../leverage/target.ts";
import { officesOf } from "../../link/regional-offices.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { AdopterSales } from "../../plan/programmes/bet-facts.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { PlanNames } from "./plan-names.ts";

const millions = 1000;

export type Market = (t: number) => Interval | null;
export type Successor = Row<"successor">;

/** An interval with its middle. */
export const interval = ({ low, high }: Bounds): Interval => [low, (low + high) / 2, high];

/** What is sold of a technology a year worldwide, USD m, where a source gives it. */
export function knownMarket(lookup: ReturnType<typeof createParameterLookup>, technology: Technology): Interval | null {
  const size = lookup(technology, "market-size");
  return size === null || !("source" in size.row) ? null : atEnds((end) => size.ends[end] * millions);
}

/** A world market that work on a technology is in. */
export interface MarketBase {
  /** The technology whose market it is. */
  readonly of: number;
  readonly usd: Interval;
  /** Of the uses of that technology, 0..1: those that it could take. */
  readonly part: Interval;
  readonly isWhole: boolean;
}

/**
 * The market that work on a technology is in: its own, else that of what it replaces, also by way of what that replaces, or of its family. What takes the place of
 * something of its own kind takes it whole, or the part of it that the edge names, as far as it is adopted; of anything else it is a step.
 */
export function createMarketBase({ map }: ReadModel, successors: readonly Successor[], marketOf: Market) {
  const parents = new Map(map.varieties.map(({ variety, parent }) => [variety, parent]));
  const familiesOf = (t: number): readonly number[] => {
    const above = parents.get(t);
    return above === undefined ? [] : [above, ...familiesOf(above)];
  };
  return (t: number): MarketBase | null => {
    const edges = replacedBy(map, successors, t);
    const replaced = edges.map(({ of }) => of);
    const base = [t, ...replaced, ...[t, ...replaced].flatMap(familiesOf)].find((each) => marketOf(each) !== null);
    if (base === undefined) return null;
    const isSame =
      base === t ||
      (replaced.includes(base) && map.technologies[base]!.kind === map.technologies[t]!.kind && map.technologies[t]!.kind !== "process");
    const edge = base === t ? undefined : edges.find(({ of }) => [of, ...familiesOf(of)].includes(base));
    return { of: base, usd: marketOf(base)!, part: edge?.part ?? [1, 1, 1], isWhole: !isSame };
  };
}

/** What a technology takes the place of. */
interface Replaced {
  readonly of: number;
  /** Years from which it does; `null`: not known. */
  readonly from: Interval | null;
  /** Of the uses of it, 0..1. */
  readonly part: Interval;
}

/** Technologies that one takes the place of, also by way of others, nearest first. */
export function replacedBy({ technologies, indexOf }: ReadModel["map"], successors: readonly Successor[], t: number): readonly Replaced[] {
  const found = new Map<number, Replaced>();
  const follow = (by: Replaced): void => {
    for (const edge of successors.filter(({ technology }) => technology === technologies[by.of]!.id)) {
      const of = indexOf.get(edge.replaces)!;
      if (of === t || found.has(of)) continue;
      const part = partOf(edge);
      found.set(of, { of, from: by.of === t ? yearsOf(edge) : by.from, part: atEnds((end) => by.part[end] * part[end]) });
      follow(found.get(of)!);
    }
  };
  follow({ of: t, from: null, part: [1, 1, 1] });
  return [...found.values()];
}

/** The part of the uses that an edge names; all of them where it names none. */
export const partOf = ({ part_low: low, part_high: high }: Pick<Successor, "part_low" | "part_high">): Interval =>
  low === null && high === null ? [1, 1, 1] : interval({ low: low ?? 0, high: high ?? 1 });

/** Whether a home can make and sell what it solves: an organisation of which no share of anything is known licenses. */
export const makesSomething = ({ map }: ReadModel, { home, isNew }: PlanNames): boolean =>
  isNew === null
    ? !map.economyOf.has(home) ||
      map.technologies.some(({ shareRows }) => shareRows.some(({ rows }) => rows.some(({ holder }) => holder === home)))
    : isNew.makes !== null;

function yearsOf({ from_low: low, from_high: high }: Successor): Interval | null {
  const [first, last] = [low ?? high, high ?? low];
  return first === null || last === null ? null : [first, (first + last) / 2, last];
}

/** What is sold in each jurisdiction, at home too, that claims could be read on. @param ownPart of the world supply of a technology, 0..1 */
export function createAdopters(
  { map, model }: ReadModel,
  names: PlanNames,
  world: ExclusionWorld,
  marketBase: (t: number) => MarketBase | null,
  ownPart: (t: number) => number,
) {
  const places = names.jurisdictions.map((code) => {
    const { own, other } = officesOf(membersOf(model, code));
    return { code, demand: targetOf(model, code).demand, offices: [...own, ...other] };
  });
  return (t: number): readonly AdopterSales[] => {
    const base = marketBase(t);
    if (base === null) return [];
    return places.map(
      ({ code, demand, offices }): AdopterSales => ({
        jurisdiction: code,
        usd: atEnds((end) => base.usd[end] * base.part[end] * demand[end as End][base.of]!),
        ownPart: ownPart(base.of),
        isWhole: base.isWhole,
        valid: interval(world.terms.valid(offices)),
        readOn: interval(world.terms.readOn(map.technologies[t]!.kind)),
        granted: interval(world.terms.granted(offices, null)),
      }),
    );
  };
}
