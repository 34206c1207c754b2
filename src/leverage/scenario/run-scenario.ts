import { createCourse } from "../course/course.ts";
import type { Metric, MetricKind } from "../course/metric.ts";
import { createOutcome } from "../course/outcome.ts";
import { horizons } from "../course/steps.ts";
import { createInputSpace } from "../draw/input-space.ts";
import type { DrawnInput, Inputs } from "../draw/inputs.ts";
import { type DrawOptions, type Draws, drawAll, type RunDraw } from "../draw/monte-carlo.ts";
import type { CompiledScenario } from "./compile-scenario.ts";
import { createTechnologyCourse, type TechnologyMetricKind } from "./technology-course.ts";

/** A number of a target, sender, final product, or technology withheld from a target. */
export interface ScenarioMetric extends Omit<Metric, "kind"> {
  readonly kind: MetricKind | TechnologyMetricKind;
  readonly technology: number | null;
}

const none = { target: null, sender: null, product: null, technology: null };

/** A compiled scenario to run in the middle or in draws. Not shared between threads. */
export interface RunnableScenario {
  readonly metrics: readonly ScenarioMetric[];
  readonly technologies: readonly number[];
  readonly unvalued: readonly number[];
  readonly unpriced: readonly number[];
  readonly middle: Inputs;
  /** Drawn inputs with non-zero width. */
  readonly drawn: readonly DrawnInput[];
  /** The middle run. `rationing`: 0 stock is used first, 1 with care for the whole known or expected length. */
  run(rationing: 0 | 1): Float64Array;
  draw(options: DrawOptions): Promise<Draws>;
}

export function createScenarioRun({ question, drawn }: CompiledScenario): RunnableScenario {
  const course = createCourse(question);
  const space = createInputSpace(question.model, { technologies: course.network.nodes, parties: question.parties });
  const outcome = createOutcome(course, space.middle);
  const technologies = createTechnologyCourse(course);
  const base = outcome.metrics.length;
  const count = base + technologies.metrics.length;
  const [first, second] = [new Float64Array(base), new Float64Array(technologies.metrics.length)];

  const read = (inputs: Inputs, into: Float64Array): void => {
    outcome.read(inputs, first);
    technologies.read(inputs, second);
    into.set(first);
    into.set(second, base);
  };
  const middle = (rationing: 0 | 1): Float64Array => {
    const inputs = { ...space.middle, rationing: space.middle.rationing.map(() => rationing) };
    const row = new Float64Array(count);
    course.run(inputs);
    read(inputs, row);
    return row;
  };
  /** Months until stocks are gone assume that they are used first: stocked positions are rerun. */
  const unrationed = (inputs: Inputs, into: Float64Array): void => {
    if (technologies.stocked.length === 0) return;
    inputs.rationing.fill(0);
    course.restock(technologies.stocked, inputs);
    technologies.read(inputs, second);
    technologies.metrics.forEach(({ kind }, i) => {
      if (kind === "usedUp") into[base + i] = second[i]!;
    });
  };
  return {
    metrics: [...outcome.metrics, ...technologies.metrics].map((metric) => ({ ...none, ...metric })),
    technologies: technologies.technologies,
    unvalued: outcome.unvalued,
    unpriced: outcome.unpriced,
    middle: space.middle,
    drawn: [...space.drawn, ...drawn],
    run: middle,
    draw(options) {
      const run: RunDraw = (at, into) => {
        const inputs = space.draw(at.seed, at.draw);
        course.run(inputs, at);
        read(inputs, into);
        unrationed(inputs, into);
      };
      return drawAll(run, count, options);
    },
  };
}

/** Indices of the numbers of one kind by horizon. */
export function metricsAt(metrics: readonly ScenarioMetric[], wanted: Omit<Partial<ScenarioMetric>, "horizon">): readonly number[] {
  const names = ["kind", "target", "sender", "product", "technology"] as const;
  const first = metrics.findIndex((metric) => names.every((name) => metric[name] === { ...none, ...wanted }[name]));
  return first < 0 ? [] : horizons.map((_, h) => first + h);
}
