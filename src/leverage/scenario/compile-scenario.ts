import { monthsBetween } from "../../base/days.ts";
import type { CourseQuestion } from "../course/course.ts";
import type { PlantsOf } from "../course/parties.ts";
import { courseSteps } from "../course/steps.ts";
import { type Stop, turnsOf } from "../course/stop.ts";
import type { DrawnInput } from "../draw/drawn-input.ts";
import { firmPart } from "../firm-part.ts";
import { membersOf, seatOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type TradedBy, untraded } from "../traded.ts";
import type { Withholding } from "../withholding.ts";
import { capacityStop } from "./capacity-stops.ts";
import { type CapacityLoss, type Scenario, startOf, startsOf, type Withheld, worldCode } from "./scenario.ts";
import { type ScenarioParties, scenarioParties, targetsOf } from "./scenario-parties.ts";
import { mixInputs, stopInputs } from "./stop-inputs.ts";
import { withheldStops } from "./withheld-stops.ts";

/** One technology that a measure names, and what of it can be computed. */
export interface AskedTechnology {
  /** Place of the measure in the scenario. */
  readonly measure: number;
  readonly technology: number;
  /** What stands for it: its varieties where these have shares. Empty: nobody's share is known, and so not what the measure does. */
  readonly seeds: readonly number[];
  /** Of these, what the measure stops a part of. */
  readonly stopped: readonly number[];
  /** Firms among those who act that may hold any of it: their part is unknown and so not what the measure does. */
  readonly unknownFirms: readonly string[];
  /** Of the seeds, those whose share row leaves more than rounding to nobody and does not name somebody who acts, or has what is lost: what these hold is unknown too, but where trade tells what every target imports from whom. */
  readonly unnamed: readonly number[];
  /** Of a loss of capacity: no source tells what part of its economy's supply the holder has, and it is drawn. */
  readonly partDrawn: boolean;
  /** What a rule reaches of others' supply, in the end, of what is stopped. */
  readonly reached: readonly { readonly sender: string; readonly provider: string; readonly low: number; readonly high: number }[];
}

/** Whether nobody knows what of it those who act hold, so that it is no part of the answer, or not all of it. */
export const isLeftOut = ({ seeds, unknownFirms, unnamed }: AskedTechnology): boolean =>
  seeds.length === 0 || unknownFirms.length > 0 || unnamed.length > 0;

/** A scenario as a question for the model over time. */
export interface CompiledScenario extends Omit<ScenarioParties, "parties"> {
  readonly question: CourseQuestion;
  /** Day that months are counted from, days since 1970-01-01. */
  readonly start: number;
  readonly asked: readonly AskedTechnology[];
  /** What is drawn beside the inputs of the model: reach, parts lost, months of repair, what firms have made. */
  readonly drawn: readonly DrawnInput[];
}

/**
 * Turns measures into stops. O(measures · technologies · targets · rules).
 * @param traded imports of the targets by origin
 * @param plants what plants of firms among the targets make
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
      const unnamed = own.filter((t) => !byOrigin(t) && isUnnamed(model, measure, technology, t));
      const partDrawn = made.some(({ class: by, parts }) => by === null && parts.some(({ basis }) => basis === "unknown"));
      const reached = reachedBy(model, who.senders, made);
      asked.push({ measure: index, technology, seeds: own, stopped, unknownFirms, unnamed, partDrawn, reached });
    }
  });
  /** Where what is left out would begin: a run that has it is cut into the same steps. */
  const unknownFrom = asked
    .filter(isLeftOut)
    .flatMap(({ measure, technology }) => startsOf(scenario.measures[measure]!, technology).map((day) => monthsBetween(start, day)));
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

function lossStops(model: SupplyModel, loss: CapacityLoss, hit: readonly number[], start: number): StopsOf {
  return (_asked, seed) => {
    const stop = capacityStop(model, loss, seed, hit, start);
    return stop ? [stop] : [];
  };
}

/** Firms that keep back what nobody knows their part of: where shares are by place, or their economy has one. */
function firmsOfUnknownPart(model: SupplyModel, act: Withheld, technology: number, seeds: readonly number[]): readonly string[] {
  if (!keepsOwn(act, technology)) return [];
  const mayHold = (firm: string, t: number): boolean =>
    model.map.technologies[t]!.supply?.basis === "production" || slotsOf(model, membersOf(model, seatOf(model, firm)), t).length > 0;
  const firms = act.senders.filter((code) => model.map.economyOf.has(code));
  return firms.filter((firm) => seeds.some((t) => mayHold(firm, t) && firmPart(model, firm, t) === null));
}

const keepsOwn = (act: Withheld, technology: number): boolean =>
  act.items.some((item) => item.technology === technology && !item.reachOnly);

/** What a share row may lack of 1 by rounding alone. */
const rounding = 0.02;

/** Whether an economy that acts, or has what is lost, may hold a part of what the row gives to nobody: the row does not name it. */
function isUnnamed(model: SupplyModel, measure: Scenario["measures"][number], technology: number, t: number): boolean {
  if (model.map.technologies[t]!.supply!.unknown <= rounding) return false;
  if (measure.kind !== "capacity" && !keepsOwn(measure, technology)) return false;
  const codes = measure.kind === "capacity" ? [measure.holder.economy] : measure.senders.filter((code) => !model.map.economyOf.has(code));
  return codes.some((code) => slotsOf(model, membersOf(model, code), t).length === 0);
}

/** All other economies that hold any of what an act keeps back; against the world there are no others. */
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
