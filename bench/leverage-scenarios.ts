import { planScenario } from "../src/answers/scenario/planned-scenario.ts";
import { readyScenario, readyScenarioIds } from "../src/answers/scenario/ready-scenarios.ts";
import type { ReadModel } from "../src/answers/shared/read-model.ts";
import { dayOf } from "../src/base/days.ts";
import { type CompiledScenario, compileScenario } from "../src/leverage/scenario/compile-scenario.ts";
import { createScenarioRun, type RunnableScenario } from "../src/leverage/scenario/run-scenario.ts";
import { line, type Time, timed } from "./timed.ts";

/** Processor time limits in milliseconds: a middle run with six horizons, and 10,000 draws. */
const limits = { once: 0.3, draws: 2000 } as const;

/** What `simulate` runs for a scenario. */
export const middleTime = (run: RunnableScenario): Promise<Time> => timed(() => run.run(0));
export const drawsTime = (run: RunnableScenario, draws: number): Promise<Time> => timed(() => run.draw({ draws, seed: 1 }));

/** Times all bundled scenarios, slowest first. */
export async function timeReadyScenarios(readOn: (day?: string) => Promise<ReadModel>): Promise<void> {
  const found: { readonly id: string; readonly compiled: CompiledScenario; readonly once: Time; readonly run: RunnableScenario }[] = [];
  for (const id of readyScenarioIds()) {
    const file = readyScenario(id);
    const { compiled } = planScenario(await readOn(file.as_of), { id, place: id, file, dayNotUsed: null });
    if (compiled === null) continue;
    const run = createScenarioRun(compiled);
    found.push({ id, compiled, run, once: await middleTime(run) });
  }
  found.sort((a, b) => b.once.cpu - a.once.cpu);
  for (const { id, compiled, once, run } of found) {
    line(
      `${id} (${compiled.question.stops.length} stops, ${compiled.targets.length} targets, ${run.metrics.length} numbers)`,
      once,
      limits.once,
    );
    line("  10,000 draws of it", await drawsTime(run, 10_000), limits.draws);
  }
}

export function banScenario(
  { model, withholding }: ReadModel,
  senders: readonly string[],
  target: string,
  technologies: readonly number[] = model.map.technologies.map(({ index }) => index),
): RunnableScenario {
  const from = dayOf(model.map.asOf)!;
  const items = technologies.map((technology) => ({ technology, class: "ban" as const, from, until: null, reachOnly: false }));
  const act = { kind: "withhold" as const, senders, targets: [target], items, reach: true, service: false, announced: null, easing: [] };
  return createScenarioRun(compileScenario(withholding, { outsiders: "backfilling", measures: [act] }));
}
