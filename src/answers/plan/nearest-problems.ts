import type { ReadModel } from "../shared/read-model.ts";
import type { PlanNames } from "./plan-names.ts";

/** Technologies that are told. */
const most = 4;

/**
 * Technologies with a problem in the atlas that are fewest steps from those to choose from, by id: a step is from a technology to what it needs or goes into, to its
 * family or variety, or to what it replaces. Of equal ones what takes the place of one of them, or is replaced by it, comes first, then those of a kind that is asked for.
 */
export function nearestProblems({ map, beside }: ReadModel, { technologies }: Pick<PlanNames, "technologies">): readonly string[] {
  const beyond = new Map<number, Set<number>>();
  const link = (a: number | undefined, b: number | undefined): void => {
    if (a === undefined || b === undefined) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      beyond.set(from, (beyond.get(from) ?? new Set()).add(to));
  };
  for (const { input, user } of map.requirements) link(input, user);
  for (const { variety, parent } of map.varieties) link(variety, parent);
  for (const { technology, replaces } of beside.successor) link(map.indexOf.get(technology), map.indexOf.get(replaces));
  const steps = new Map(technologies.map((t) => [t, 0]));
  for (const [t, step] of steps) for (const next of beyond.get(t) ?? []) if (!steps.has(next)) steps.set(next, step + 1);
  const asked = new Set(technologies.map((t) => map.technologies[t]!.id));
  const inPlace = new Set(
    beside.successor.flatMap(({ technology, replaces }) => [
      ...(asked.has(replaces) ? [technology] : []),
      ...(asked.has(technology) ? [replaces] : []),
    ]),
  );
  const kinds = new Set(technologies.map((t) => map.technologies[t]!.kind));
  const found = [...new Set(beside.problem.map(({ technology }) => technology))].flatMap((id) => {
    const t = map.indexOf.get(id);
    const step = t === undefined ? undefined : steps.get(t);
    if (t === undefined || step === undefined) return [];
    return [{ id, step, other: inPlace.has(id) ? 0 : kinds.has(map.technologies[t]!.kind) ? 1 : 2 }];
  });
  return found
    .sort((a, b) => a.step - b.step || a.other - b.other || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}
