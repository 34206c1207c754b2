import type { CompiledProblem } from "./compiled-problem.ts";
import { take } from "./launches.ts";
import { slopeAt } from "./plan-value.ts";

/** Remaining resources while a plan is built. */
export interface Room {
  readonly used: readonly Float64Array[];
  readonly limits: Float64Array;
  readonly amounts: Float64Array;
  readonly on: Uint8Array;
  /** Mean multiplier of a target over the scenarios. */
  readonly mean: Float64Array;
  /** Resource use as a share of supply, summed. */
  price: number;
}

/** A part of a programme launched in a year. */
export interface Step {
  readonly i: number;
  readonly year: number;
  readonly part: number;
}

export function roomOf({ resources, years, limits, targets, programmes, scenarios }: CompiledProblem): Room {
  return {
    used: resources.map(() => new Float64Array(years)),
    limits: new Float64Array(limits.length),
    amounts: new Float64Array(targets.length),
    on: new Uint8Array(programmes.length),
    mean: Float64Array.from(targets, (_, k) => scenarios.reduce((sum, { probability, scale }) => sum + probability * scale[k]!, 0)),
    price: 0,
  };
}

/** A copy for trials; the selection is shared, since trials do not change it. */
export const copyOf = ({ used, limits, amounts, on, mean, price }: Room): Room => ({
  used: used.map((each) => each.slice()),
  limits: limits.slice(),
  amounts: amounts.slice(),
  on,
  mean,
  price,
});

/** Takes the resources of a step. */
export function launchStep(problem: CompiledProblem, room: Room, { i, year, part }: Step): void {
  const { takes, adds, weights } = problem.programmes[i]!;
  take(problem, room.used, i, year, part);
  for (const { target, byLaunch } of adds) room.amounts[target]! += part * byLaunch[year]!;
  for (const { limit, weight } of weights) room.limits[limit]! += (problem.limits[limit]!.ofOn ? 1 : part) * weight;
  for (const { resource, byYear } of takes) room.price += part * priceOf(problem, resource, byYear, year);
}

/** The launch year with the highest value per cost at the greatest feasible part; `null` if not even the least part fits. */
export function bestStep(problem: CompiledProblem, room: Room, i: number): Step | null {
  const { launches, adds, takes, charge, least } = problem.programmes[i]!;
  let [best, most]: [Step | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const year of launches) {
    const part = fitting(problem, room, i, year);
    if (part < least) continue;
    const gain = adds.reduce(
      (sum, { target, byLaunch }) =>
        sum + room.mean[target]! * slopeAt(problem.targets[target]!.segments, room.amounts[target]!) * byLaunch[year]!,
      -charge[year]!,
    );
    const price = takes.reduce((sum, { resource, byYear }) => sum + priceOf(problem, resource, byYear, year), 0);
    const ratio = gain / Math.max(price, Number.MIN_VALUE);
    if (best !== null && ratio <= most) continue;
    [best, most] = [{ i, year, part }, ratio];
  }
  return best;
}

/** The greatest part, up to 1, that resources and limits allow. */
function fitting({ programmes, resources, years, limits }: CompiledProblem, room: Room, i: number, year: number): number {
  let part = 1;
  const { takes, weights } = programmes[i]!;
  for (const { resource, byYear } of takes)
    for (let after = 0; after < byYear.length && year + after < years; after++)
      if (byYear[after]! > 0)
        part = Math.min(part, (resources[resource]!.available[year + after]! - room.used[resource]![year + after]!) / byYear[after]!);
  for (const { limit, weight } of weights) {
    if (weight <= 0) continue;
    const left = (limits[limit]!.most - room.limits[limit]!) / weight;
    part = Math.min(part, limits[limit]!.ofOn ? Math.floor(left) : left);
  }
  return part;
}

/** A programme's total use of a resource as a share of supply; relative to itself if there is no supply. */
function priceOf({ resources, years }: CompiledProblem, resource: number, byYear: readonly number[], year: number): number {
  const all = resources[resource]!.available.reduce((sum, each) => sum + each, 0);
  let sum = 0;
  for (let after = 0; after < byYear.length && year + after < years; after++) sum += byYear[after]!;
  return sum / (all || 1);
}
