import type { CompiledProblem } from "./compiled-problem.ts";
import { type Dominance, dominances } from "./dominance.ts";
import { bestStep, copyOf, launchStep, type Room, roomOf, type Step } from "./greedy-room.ts";
import { type Launches, launched } from "./launches.ts";
import { worth } from "./plan-value.ts";

/**
 * A greedy plan: repeatedly launches the programme (with its dependencies) of highest value per share of resources used, in its best year
 * and greatest feasible part. Contributions use the scenario mean. It is the solver's start and benchmark and may miss required programmes.
 * About O(n log n) evaluations by lazy updates (Minoux 1978).
 */
export function greedyPlan(problem: CompiledProblem): Launches {
  const { programmes, years } = problem;
  const launches = new Float64Array(programmes.length * years);
  const room = roomOf(problem);
  const queue = programmes.map((_, i): Waiting => ({ i, promise: promiseOf(problem, offerOf(problem, room, i), i) })).sort(byPromise);
  for (let next = queue.pop(); next !== undefined && next.promise > 0; next = queue.pop()) {
    if (room.on[next.i]) continue;
    const offer = offerOf(problem, room, next.i);
    const promise = promiseOf(problem, offer, next.i);
    if (offer === null || promise <= 0) continue;
    if (promise < (queue.at(-1)?.promise ?? 0)) insert(queue, { i: next.i, promise });
    else
      for (const step of offer.steps) {
        launchStep(problem, room, step);
        room.on[step.i] = 1;
        launches[step.i * years + step.year]! += step.part;
      }
  }
  return undominated(problem, launches, dominances(problem));
}

interface Waiting {
  readonly i: number;
  readonly promise: number;
}

/** Best last, so that taking it moves no other; ties by order. */
const byPromise = (a: Waiting, b: Waiting): number => a.promise - b.promise || b.i - a.i;

function insert(queue: Waiting[], item: Waiting): void {
  let [from, to] = [0, queue.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byPromise(queue[middle]!, item) < 0) from = middle + 1;
    else to = middle;
  }
  queue.splice(from, 0, item);
}

interface Offer {
  readonly steps: readonly Step[];
  readonly value: number;
  /** Sum over resources of the share of supply used. */
  readonly price: number;
}

/** Value added by a programme and its missing dependencies; `null` if they do not all fit. */
function offerOf(problem: CompiledProblem, room: Room, i: number): Offer | null {
  const trial = copyOf(room);
  const steps: Step[] = [];
  for (const each of withNeeds(problem, room, i)) {
    const step = bestStep(problem, trial, each);
    if (step === null) return null;
    launchStep(problem, trial, step);
    steps.push(step);
  }
  let value = -steps.reduce((sum, { i: each, year, part }) => sum + part * problem.programmes[each]!.charge[year]!, 0);
  for (const k of new Set(steps.flatMap((step) => problem.programmes[step.i]!.adds.map(({ target }) => target))))
    value +=
      room.mean[k]! * (worth(problem.targets[k]!.segments, trial.amounts[k]!) - worth(problem.targets[k]!.segments, room.amounts[k]!));
  return { steps, value, price: trial.price - room.price };
}

/** Required programmes first, then free ones. */
function promiseOf({ programmes }: CompiledProblem, offer: Offer | null, i: number): number {
  if (offer === null) return 0;
  if (programmes[i]!.required) return Number.MAX_VALUE;
  if (offer.value <= 0) return 0;
  return offer.price > 0 ? Math.min(offer.value / offer.price, Number.MAX_VALUE / 4) : Number.MAX_VALUE / 2;
}

/** A programme after its missing dependencies. */
function withNeeds({ programmes }: CompiledProblem, { on }: Room, i: number): readonly number[] {
  const [order, seen] = [[] as number[], new Set<number>()];
  const visit = (at: number): void => {
    if (on[at] || seen.has(at)) return;
    seen.add(at);
    for (const need of programmes[at]!.needs) visit(need);
    order.push(at);
  };
  visit(i);
  return order;
}

/** Launches a dominating programme in place of a dominated one where it is off. */
function undominated(problem: CompiledProblem, launches: Launches, pairs: readonly Dominance[]): Launches {
  const { years } = problem;
  for (let changed = true; changed; ) {
    changed = false;
    for (const { dominated, dominator } of pairs) {
      if (launched(problem, launches, dominated) === 0 || launched(problem, launches, dominator) > 0) continue;
      launches.copyWithin(dominator * years, dominated * years, (dominated + 1) * years);
      launches.fill(0, dominated * years, (dominated + 1) * years);
      changed = true;
    }
  }
  return launches;
}
