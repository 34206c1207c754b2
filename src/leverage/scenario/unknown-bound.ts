import type { Interval } from "../../base/interval.ts";
import { createCourse } from "../course/course.ts";
import { createOutcome } from "../course/outcome.ts";
import { horizons } from "../course/steps.ts";
import { createInputSpace } from "../draw/input-space.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import { type CompiledScenario, isLeftOut } from "./compile-scenario.ts";
import type { Scenario } from "./scenario.ts";
import { unknownStops } from "./unknown-stops.ts";

/**
 * Loss bound at the horizons if all supply with unknown holders, or unknown parts of actors, stopped. Same draws as the answer, so ends
 * bound ends. `null` without such a technology. Throws the abort reason of the signal.
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
  const stops = [...question.stops, ...unknownStops({ question, start }, scenario, unknown, 1)];
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
