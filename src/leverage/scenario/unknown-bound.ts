import { createCourse } from "../course/course.ts";
import { createOutcome } from "../course/outcome.ts";
import { courseSteps, horizons } from "../course/steps.ts";
import { turnsOf } from "../course/stop.ts";
import { createInputSpace } from "../draw/input-space.ts";
import type { CompiledScenario } from "./compile-scenario.ts";
import type { Scenario } from "./scenario.ts";
import { unknownStops } from "./unknown-stops.ts";

/**
 * Loss of each target at the horizons if all supply of the technologies without any known share, or without that of somebody who acts, could be stopped: what the answer leaves out is between
 * nothing and this. Everything else in the middle; `null` where there is no such technology.
 */
export function lossWithUnknown({ question, asked, start }: CompiledScenario, scenario: Scenario): readonly (readonly number[])[] | null {
  const { model } = question;
  const unknown = asked
    .filter(({ seeds, unknownFirms, unnamed }) => seeds.length === 0 || unknownFirms.length > 0 || unnamed.length > 0)
    .map((each) => (each.unknownFirms.length > 0 ? each : { ...each, seeds: each.unnamed }));
  if (unknown.length === 0) return null;
  const all = [...question.stops, ...unknownStops({ question, start }, scenario, unknown, 1)];
  const course = createCourse({ ...question, stops: all, steps: courseSteps(all.flatMap(turnsOf)) });
  const { middle } = createInputSpace(model, { technologies: course.network.nodes, parties: question.parties });
  const outcome = createOutcome(course, middle);
  const row = new Float64Array(outcome.metrics.length);
  course.run(middle);
  outcome.read(middle, row);
  return question.targets.map((_, k) => {
    const first = outcome.metrics.findIndex(({ kind, target, product }) => kind === "loss" && target === k && product === null);
    return horizons.map((_h, h) => row[first + h]!);
  });
}
