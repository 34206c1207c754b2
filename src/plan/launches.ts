import type { CompiledProblem } from "./compiled-problem.ts";

/** Launched parts by programme and year: `part[i * years + y]`. */
export type Launches = Float64Array;

/** Total launched part of programme `i`. */
export function launched({ years }: CompiledProblem, launches: Launches, i: number): number {
  let sum = 0;
  for (let year = 0; year < years; year++) sum += launches[i * years + year]!;
  return sum;
}

/** Resource use of launches: `[resource][year]`; use after the last year is not counted. */
export function taken(problem: CompiledProblem, launches: Launches): readonly Float64Array[] {
  const used = problem.resources.map(() => new Float64Array(problem.years));
  problem.programmes.forEach((_, i) => {
    for (let year = 0; year < problem.years; year++) take(problem, used, i, year, launches[i * problem.years + year]!);
  });
  return used;
}

/** Adds the use of a part of programme `i` launched in a year. */
export function take({ programmes, years }: CompiledProblem, used: readonly Float64Array[], i: number, year: number, part: number): void {
  if (part === 0) return;
  for (const { resource, byYear } of programmes[i]!.takes)
    for (let after = 0; after < byYear.length && year + after < years; after++) used[resource]![year + after]! += part * byYear[after]!;
}

/** Total charge of launches. */
export function charged({ programmes, years }: CompiledProblem, launches: Launches): number {
  let sum = 0;
  programmes.forEach(({ charge }, i) => {
    for (let year = 0; year < years; year++) sum += charge[year]! * launches[i * years + year]!;
  });
  return sum;
}

/** Amount of each target that launches add. */
export function added({ programmes, targets, years }: CompiledProblem, launches: Launches): Float64Array {
  const sum = new Float64Array(targets.length);
  programmes.forEach(({ adds }, i) => {
    for (const { target, byLaunch } of adds)
      for (let year = 0; year < years; year++) sum[target]! += byLaunch[year]! * launches[i * years + year]!;
  });
  return sum;
}

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
