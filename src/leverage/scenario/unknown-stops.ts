import { monthsBetween } from "../../base/days.ts";
import type { Interval } from "../../base/numbers.ts";
import { createCourse } from "../course/course.ts";
import { createOutcome } from "../course/outcome.ts";
import { horizons } from "../course/steps.ts";
import type { Stop, StoppedPart } from "../course/stop.ts";
import { createInputSpace } from "../draw/input-space.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import { keyOf } from "../draw/random.ts";
import { slotsOf } from "../members.ts";
import { repairStop } from "./capacity-stops.ts";
import { type AskedTechnology, type CompiledScenario, isLeftOut } from "./compile-scenario.ts";
import { type Scenario, startsOf, type Withheld, type WithheldItem } from "./scenario.ts";
import { targetsOf } from "./scenario-parties.ts";
import { policyOf } from "./withheld-stops.ts";

/**
 * Stops of technologies with unknown holdings of actors: of unnamed supply, and for a firm's unknown part of named supply other than the
 * targets', of which nothing leaks.
 * @param least lower end of the stopped part, 0..1; the upper end is all
 */
export function unknownStops(
  { question, start }: Pick<CompiledScenario, "question" | "start">,
  scenario: Scenario,
  unknown: readonly Pick<AskedTechnology, "measure" | "technology" | "seeds" | "unknownFirms">[],
  least: number,
): readonly Stop[] {
  const { model, targets } = question;
  return unknown.flatMap(({ measure, technology, seeds, unknownFirms }) => {
    const partUnknown = unknownFirms.length > 0;
    const of = scenario.measures[measure]!;
    const from = Math.min(...startsOf(of, technology));
    const service = of.kind !== "capacity" && of.service;
    const common = { targets: targetsOf(model, of, targets), start: monthsBetween(start, from), easing: [], service };
    const how =
      of.kind === "capacity"
        ? { class: null, notice: 0, repair: repairStop(of) }
        : {
            class: itemOf(of, technology).class,
            notice: of.announced === null ? 0 : Math.max(0, monthsBetween(of.announced, from)),
            honoursContracts: of.honoursContracts,
            repair: null,
          };
    return (partUnknown ? seeds : openTo(model, technology, seeds)).map((t): Stop => {
      const policy = of.kind === "capacity" || partUnknown ? undefined : policyOf(model, of, itemOf(of, technology), t);
      const key = keyOf(`${model.map.technologies[t]!.id}|stopped of the unknown`);
      const slots = partUnknown ? [-1, ...slotsOf(model, untargetedSenders(question, common.targets), t)] : [-1];
      const parts = slots.map((slot): StoppedPart => ({ slot, sender: -1, low: least, high: 1, key, basis: "unknown" }));
      return { technology: t, parts, policy, ...common, ...how };
    });
  });
}

const itemOf = (act: Withheld, technology: number): WithheldItem => act.items.find((item) => item.technology === technology)!;

/** Economies outside the targets. */
const untargetedSenders = ({ model, targets }: CompiledScenario["question"], hit: readonly number[]): readonly string[] =>
  model.economies.filter((_, economy) => hit.every((k) => targets[k]!.own[economy] === 0));

/** Representatives with supply that no named holder has. */
const openTo = ({ unknownMost }: CompiledScenario["question"]["model"], technology: number, seeds: readonly number[]): readonly number[] =>
  seeds.length === 0 ? [technology] : seeds.filter((t) => unknownMost[t]! > 0);

/**
 * Loss bound at the horizons if all supply with unknown holders, or unknown parts of actors, stopped. Same draws as the answer, so ends
 * bound ends; nothing is bought ahead of what is unknown. `null` without such a technology. Throws the abort reason of the signal.
 */
export async function lossWithUnknown(
  { question, asked, start }: CompiledScenario,
  scenario: Scenario,
  options: DrawOptions,
): Promise<readonly (readonly Interval[])[] | null> {
  const unknown = asked
    .filter(isLeftOut)
    .map((each) => (each.seeds.length === 0 || each.unknownFirms.length > 0 ? each : { ...each, seeds: each.unnamed }));
  if (unknown.length === 0) return null;
  const unannounced = unknownStops({ question, start }, scenario, unknown, 1).map((stop): Stop => ({ ...stop, notice: 0 }));
  const stops = [...question.stops, ...unannounced];
  const course = createCourse({ ...question, stops });
  const space = createInputSpace(question.model, { technologies: course.network.nodes, parties: question.parties });
  const outcome = createOutcome(course, space.middle, ["loss"]);
  const wanted = question.targets.flatMap((_, k) => {
    const first = outcome.metrics.findIndex(({ kind, target, product }) => kind === "loss" && target === k && product === null);
    return horizons.map((_h, h) => first + h);
  });
  const row = new Float64Array(outcome.metrics.length);
  const { spread } = await drawAll(
    (at, into) => {
      const inputs = space.draw(at.seed, at.draw);
      course.run(inputs, at);
      outcome.read(inputs, row);
      wanted.forEach((metric, i) => {
        into[i] = row[metric]!;
      });
    },
    wanted.length,
    options,
  );
  return question.targets.map((_, k) => spread.slice(k * horizons.length, (k + 1) * horizons.length));
}
