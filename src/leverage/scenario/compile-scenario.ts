import { monthsBetween } from "../../base/days.ts";
import { policyInputs } from "../acts/policy-inputs.ts";
import { firmMix } from "../course/making.ts";
import type { CourseTarget, PlantsOf } from "../course/parties.ts";
import type { CourseQuestion } from "../course/question.ts";
import { courseSteps } from "../course/steps.ts";
import { type Stop, turnsOf } from "../course/stop.ts";
import { firmPartUnknown, isUnnamed } from "../draw/firm-part.ts";
import type { DrawnInput } from "../draw/inputs.ts";
import { membersOf, seatOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { repairEnds } from "../repair.ts";
import { type TradedBy, untraded } from "../target.ts";
import type { Withholding } from "../withholding.ts";
import { capacityStops } from "./capacity-stops.ts";
import { type CapacityLoss, type Scenario, type SupplyMeasure, startOf, type Withheld, worldCode } from "./scenario.ts";
import { type ScenarioParties, scenarioParties, targetsOf } from "./scenario-parties.ts";
import { policyOf, withheldStops } from "./withheld-stops.ts";

/** A technology named by a measure, and what of it can be computed. */
export interface AskedTechnology {
  /** Index of the measure. */
  readonly measure: number;
  readonly technology: number;
  /** Its representatives: varieties with shares, or itself. Empty: no known share, effect unknown. */
  readonly seeds: readonly number[];
  /** Those that the measure stops in part. */
  readonly stopped: readonly number[];
  /** Acting firms with an unknown part: not computed. */
  readonly unknownFirms: readonly string[];
  /** Seeds with an unnamed part in which an actor or holder missing from the row may have a share, unless trade data covers all targets. */
  readonly unnamed: readonly number[];
  /** Capacity loss with an unknown part of its economy's supply, which is drawn. */
  readonly partDrawn: boolean;
  /** Reached supply of others included in what is stopped. */
  readonly reached: readonly { readonly sender: string; readonly provider: string; readonly low: number; readonly high: number }[];
}

/** Whether the actors' holdings are unknown, so that the answer omits some or all of it. */
export const isLeftOut = ({ seeds, unknownFirms, unnamed }: AskedTechnology): boolean =>
  seeds.length === 0 || unknownFirms.length > 0 || unnamed.length > 0;

/** A scenario as a question for the time model. */
export interface CompiledScenario extends Omit<ScenarioParties, "parties"> {
  readonly question: CourseQuestion;
  /** Day 0 of the months, days since 1970-01-01. */
  readonly start: number;
  readonly asked: readonly AskedTechnology[];
  /** Additional draws: reach, parts lost, what acts withhold, repair months, product mixes. */
  readonly drawn: readonly DrawnInput[];
}

/**
 * Turns measures into stops. O(measures · technologies · targets · rules).
 * @param traded imports of the targets by origin
 * @param plants products of target firms' plants
 */
export function compileScenario(
  { model, seeds }: Withholding,
  scenario: Scenario,
  traded: TradedBy = untraded,
  plants?: PlantsOf,
): CompiledScenario {
  const start = startOf(scenario);
  const { parties, ...who } = scenarioParties(model, scenario, (act) => followersOf(model, seeds, act), traded, plants);
  const stops: Stop[] = [];
  const asked: AskedTechnology[] = [];
  scenario.measures.forEach((measure, index) => {
    const hit = targetsOf(model, measure, who.targets);
    const stopsOf =
      measure.kind === "capacity" ? lossStops(model, measure, hit, start) : actStops(model, scenario, who, measure, hit, start, seeds);
    const technologies = measure.kind === "capacity" ? measure.technologies : measure.items.map(({ technology }) => technology);
    for (const technology of new Set(technologies)) {
      const own = seeds(technology);
      const made = own.flatMap((t) => stopsOf(technology, t));
      stops.push(...made);
      const stopped = own.filter((t) => made.some((stop) => stop.technology === t));
      const unknownFirms = measure.kind === "capacity" ? [] : firmsOfUnknownPart(model, measure, technology, own);
      const byOrigin = (t: number): boolean => measure.kind !== "capacity" && hit.every((k) => who.targets[k]!.imports.has(t));
      const unnamed = own.filter((t) => !byOrigin(t) && leavesUnnamed(model, measure, technology, t));
      const partDrawn = made.some(({ class: by, parts }) => by === null && parts.some(({ basis }) => basis === "unknown"));
      const reached = reachedBy(model, who.senders, made);
      asked.push({ measure: index, technology, seeds: own, stopped, unknownFirms, unnamed, partDrawn, reached });
    }
  });
  /** Turns of omitted stops: runs including them use the same steps. */
  const unknownFrom = asked
    .filter(isLeftOut)
    .flatMap(({ measure, technology }) => turnsUnknown(model, scenario.measures[measure]!, technology, start));
  const question: CourseQuestion = {
    model,
    targets: who.targets,
    senders: who.senders,
    stops,
    steps: courseSteps([...stops.flatMap(turnsOf), ...unknownFrom]),
    parties,
    backfill: scenario.outsiders !== "neutral",
  };
  return { ...who, question, start, asked, drawn: [...stopInputs(model, who.senders, stops), ...mixInputs(model, who.targets, stops)] };
}

function turnsUnknown(model: SupplyModel, measure: SupplyMeasure, technology: number, start: number): readonly number[] {
  if (measure.kind === "capacity") return [monthsBetween(start, measure.from)];
  const items = measure.items.filter((item) => item.technology === technology);
  return items.flatMap((item) =>
    turnsOf({ start: monthsBetween(start, item.from), easing: [], policy: policyOf(model, measure, item, technology) }),
  );
}

type StopsOf = (asked: number, seed: number) => readonly Stop[];

function actStops(
  model: SupplyModel,
  { outsiders }: Scenario,
  { targets, senders, followers }: Omit<ScenarioParties, "parties">,
  act: Withheld,
  hit: readonly number[],
  start: number,
  seeds: Withholding["seeds"],
): StopsOf {
  const following = outsiders === "following";
  const joined = following ? followersOf(model, seeds, act).filter((code) => followers.has(code) || senders.includes(code)) : [];
  const setting = { model, targets, senders, taking: [...new Set([...act.senders, ...joined])], everybody: following, start };
  return (asked, seed) =>
    act.items
      .filter(({ technology }) => technology === asked)
      .flatMap((item) => hit.flatMap((k) => withheldStops(setting, act, item, seed, k)));
}

const lossStops =
  (model: SupplyModel, loss: CapacityLoss, hit: readonly number[], start: number): StopsOf =>
  (_asked, seed) =>
    capacityStops(model, loss, seed, hit, start);

/** Withholding firms with an unknown part. */
function firmsOfUnknownPart(model: SupplyModel, act: Withheld, technology: number, seeds: readonly number[]): readonly string[] {
  if (!keepsOwn(act, technology)) return [];
  const firms = act.senders.filter((code) => model.map.economyOf.has(code));
  return firms.filter((firm) => seeds.some((t) => firmPartUnknown(model, firm, t)));
}

const keepsOwn = (act: Withheld, technology: number): boolean =>
  act.items.some((item) => item.technology === technology && !item.reachOnly);

/** Whether an acting or hit economy may hold part of the row's unnamed supply. */
function leavesUnnamed(model: SupplyModel, measure: Scenario["measures"][number], technology: number, t: number): boolean {
  if (measure.kind !== "capacity" && !keepsOwn(measure, technology)) return false;
  const codes = measure.kind === "capacity" ? [measure.holder.economy] : measure.senders.filter((code) => !model.map.economyOf.has(code));
  return codes.some((code) => isUnnamed(model, code, t));
}

/** Other economies that hold any of what an act withholds; none against the world. */
function followersOf(model: SupplyModel, seeds: Withholding["seeds"], act: Withheld): readonly string[] {
  if (act.targets.includes(worldCode)) return [];
  const apart = new Set([...act.senders, ...act.targets].flatMap((code) => membersOf(model, seatOf(model, code))));
  const held = act.items.flatMap(({ technology }) => seeds(technology));
  return model.economies.filter((economy) => !apart.has(economy) && held.some((t) => slotsOf(model, [economy], t).length > 0));
}

function reachedBy(model: SupplyModel, senders: readonly string[], stops: readonly Stop[]): AskedTechnology["reached"] {
  const found = new Map<string, AskedTechnology["reached"][number]>();
  for (const { class: act, parts } of stops)
    for (const { slot, sender, low, high } of parts) {
      if (act === null || sender < 0 || slot < 0) continue;
      const [code, provider] = [senders[sender]!, model.economies[model.shareEconomy[slot]!]!];
      if (membersOf(model, seatOf(model, code)).includes(provider)) continue;
      found.set(`${code} ${provider}`, { sender: code, provider, low, high });
    }
  return [...found.values()];
}

/** Draws specific to stops: reached or lost parts, what acts withhold, repair months. */
export function stopInputs(model: SupplyModel, senders: readonly string[], stops: readonly Stop[]): readonly DrawnInput[] {
  const found = new Map<number, DrawnInput>();
  for (const { technology, class: act, policy, parts, repair } of stops) {
    const { id } = model.map.technologies[technology]!;
    for (const { slot, sender, low, high, key, basis = "assumed", source = null } of parts) {
      if (high <= low) continue;
      const holder = slot < 0 ? "holders without a name" : model.economies[model.shareEconomy[slot]!]!;
      const name = act === null ? `part of ${holder} that is lost` : `part of ${holder} that ${senders[sender] ?? "others"} can stop`;
      found.set(key, { key, technology: id, name, low, high, basis, source });
    }
    for (const input of policyInputs(policy)) found.set(input.key, input);
    if (repair === null) continue;
    const [{ key, basis = "assumed" }, [low, high]] = [repair, repairEnds(repair.months)];
    if (high <= low) continue;
    found.set(key, { key, technology: null, name: "months of repair", low, high, basis, source: null });
  }
  return [...found.values()];
}

/** Draws specific to target firms: product mixes. */
const mixInputs = (model: SupplyModel, targets: readonly CourseTarget[], stops: readonly Stop[]): readonly DrawnInput[] =>
  targets.flatMap((target, k) => (target.designer ? firmMix(model, target, k, stops).drawn : []));
