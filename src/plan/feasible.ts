import type { CompiledProblem } from "./compiled-problem.ts";
import { type Launches, launched, taken } from "./launches.ts";

/** Relative feasibility tolerance of the solver. */
const tolerance = 1e-6;

/** Whether launches satisfy all bounds: least parts, needs, required programmes, yearly resources and limits. */
export function isFeasible(problem: CompiledProblem, launches: Launches): boolean {
  const parts = problem.programmes.map((_, i) => launched(problem, launches, i));
  const used = taken(problem, launches);
  return (
    problem.programmes.every(
      ({ least, needs, required }, i) =>
        (parts[i] === 0 ? !required : parts[i]! >= least - tolerance && parts[i]! <= 1 + tolerance) &&
        (parts[i] === 0 || needs.every((need) => parts[need]! > 0)),
    ) &&
    problem.resources.every(({ available }, r) => available.every((most, year) => within(used[r]![year]!, most))) &&
    limitsUsed(problem, parts).every((used, at) => within(used, problem.limits[at]!.most))
  );
}

function limitsUsed({ programmes, limits }: CompiledProblem, parts: readonly number[]): Float64Array {
  const used = new Float64Array(limits.length);
  programmes.forEach(({ weights }, i) => {
    for (const { limit, weight } of weights) used[limit]! += weight * (limits[limit]!.ofOn ? Math.sign(parts[i]!) : parts[i]!);
  });
  return used;
}

const within = (value: number, most: number): boolean => value <= most + tolerance * Math.max(1, Math.abs(most));
