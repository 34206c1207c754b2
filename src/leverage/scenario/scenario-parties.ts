import { type CourseTarget, type PlantsOf, targetParty, worldParty } from "../course/parties.ts";
import { membersOf, seatOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { placedEconomies, productPlaces } from "../product-places.ts";
import { type TradedBy, untraded } from "../target.ts";
import { type Scenario, type Withheld, worldCode } from "./scenario.ts";

export interface ScenarioParties {
  readonly targets: readonly CourseTarget[];
  readonly senders: readonly string[];
  /** Senders not named by any measure. */
  readonly followers: ReadonlySet<string>;
  /** Codes with production and use: targets, senders, exclusions of the world. */
  readonly parties: readonly string[];
  /** Economies losing capacity with unknown products: their own loss is unknown. */
  readonly untold: readonly string[];
}

const acts = ({ measures }: Scenario): readonly Withheld[] =>
  measures.filter((measure): measure is Withheld => measure.kind !== "capacity");

/**
 * @param followersOf holders that join an act
 * @param traded imports of the targets; none for the world
 * @param plants products of target firms' plants
 */
export function scenarioParties(
  model: SupplyModel,
  scenario: Scenario,
  followersOf: (act: Withheld) => readonly string[],
  traded: TradedBy = untraded,
  plants: PlantsOf = () => [],
): ScenarioParties {
  const holders = scenario.measures.flatMap((measure) => (measure.kind === "capacity" ? [measure.holder.economy] : []));
  const hit = [...new Set(holders)];
  const untold = hit.filter((code) => !makesKnown(model, code));
  const named = acts(scenario).flatMap(({ targets }) => targets.filter((code) => code !== worldCode));
  const apart = scenario.measures.flatMap((measure) => (measure.kind === "capacity" ? measure.apart : []));
  const codes = [...new Set([...named, ...hit.filter((code) => !untold.includes(code)), ...apart])];
  const targets = codes.map((code) => targetParty(model, code, traded(code), plants(code)));
  const toWorld = acts(scenario).filter(({ targets: each }) => each.includes(worldCode));
  if (toWorld.length > 0 || hit.length > 0) {
    const places = targets.filter(({ designer }) => !designer).map(({ code }) => code);
    const leaves = [...toWorld.flatMap(({ senders }) => senders), ...places, ...hit].map((code) => seatOf(model, code));
    const world = worldParty(model, [...new Set(leaves)]);
    // What they are thought to make or use would be a part of need that stands in for the loss of all others.
    targets.push({ ...world, leaves: world.leaves.filter((code) => !untold.includes(code)) });
  }
  const own = acts(scenario).flatMap(({ senders }) => senders);
  const joined = scenario.outsiders === "following" ? acts(scenario).flatMap(followersOf) : [];
  const senders = [...new Set([...own, ...joined])];
  const followers = new Set(senders.filter((code) => !own.includes(code)));
  const placed = targets.flatMap(({ code, designer, ownsRest, leaves }) =>
    ownsRest ? [...leaves, ...placedEconomies(model)] : designer ? [] : [code],
  );
  return { targets, senders, followers, parties: [...new Set([...placed, ...senders])], untold };
}

const makesKnown = (model: SupplyModel, code: string): boolean =>
  productPlaces(model, code, membersOf(model, code), "make").some(({ known, high }) => known && high > 0);

/** Indices of targets hit by a measure; against the world all but its senders. */
export function targetsOf(model: SupplyModel, measure: Scenario["measures"][number], targets: readonly CourseTarget[]): readonly number[] {
  const all = [...targets.keys()];
  if (measure.kind === "capacity") return all;
  if (!measure.targets.includes(worldCode)) return all.filter((k) => measure.targets.includes(targets[k]!.code));
  const members = new Set(measure.senders.flatMap((code) => membersOf(model, seatOf(model, code))));
  return all.filter((k) => !membersOf(model, seatOf(model, targets[k]!.code)).some((member) => members.has(member)));
}

/** Names by which a rule can hit a target: firm and economy, economy and group; none for the world. */
export function namesOf(model: SupplyModel, target: CourseTarget): readonly string[] {
  if (target.ownsRest) return [];
  const seat = seatOf(model, target.code);
  return [...new Set([target.code, seat, ...membersOf(model, seat)])];
}
