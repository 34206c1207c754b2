import type { CompiledProblem } from "./compiled-problem.ts";

/** Parts of programmes launched, programme by programme and year by year: `part[i * years + y]`. */
export type Launches = Float64Array;

/** What is launched of programme `i` in all years. */
export function launched({ years }: CompiledProblem, launches: Launches, i: number): number {
  let sum = 0;
  for (let year = 0; year < years; year++) sum += launches[i * years + year]!;
  return sum;
}

/** What launches take of each resource in each year: `[resource][year]`; what falls after the last year is not counted. */
export function taken(problem: CompiledProblem, launches: Launches): readonly Float64Array[] {
  const used = problem.resources.map(() => new Float64Array(problem.years));
  problem.programmes.forEach((_, i) => {
    for (let year = 0; year < problem.years; year++) take(problem, used, i, year, launches[i * problem.years + year]!);
  });
  return used;
}

/** Adds to `used` what a part of programme `i` takes if it is launched in a year. */
export function take({ programmes, years }: CompiledProblem, used: readonly Float64Array[], i: number, year: number, part: number): void {
  if (part === 0) return;
  for (const { resource, byYear } of programmes[i]!.takes)
    for (let after = 0; after < byYear.length && year + after < years; after++) used[resource]![year + after]! += part * byYear[after]!;
}

/** What launches take off the value. */
export function charged({ programmes, years }: CompiledProblem, launches: Launches): number {
  let sum = 0;
  programmes.forEach(({ charge }, i) => {
    for (let year = 0; year < years; year++) sum += charge[year]! * launches[i * years + year]!;
  });
  return sum;
}

/** What launches add to each target. */
export function added({ programmes, targets, years }: CompiledProblem, launches: Launches): Float64Array {
  const sum = new Float64Array(targets.length);
  programmes.forEach(({ adds }, i) => {
    for (const { target, byLaunch } of adds)
      for (let year = 0; year < years; year++) sum[target]! += byLaunch[year]! * launches[i * years + year]!;
  });
  return sum;
}
