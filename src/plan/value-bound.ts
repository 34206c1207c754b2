import type { CompiledProblem } from "./compiled-problem.ts";
import { amountsValue } from "./plan-value.ts";

/**
 * A quick upper bound before charges: each target as if all money were spent on it, divisible programmes in their best years (the linear
 * knapsack of Dantzig 1957).
 */
export function quickBound(problem: CompiledProblem): number {
  return amountsValue(
    problem,
    problem.targets.map((_, k) => greatestAmount(problem, k)),
  );
}

function greatestAmount({ programmes, resources, years }: CompiledProblem, k: number): number {
  const all = resources[0]!.available.reduce((sum, each) => sum + each, 0);
  const offers = programmes.flatMap(({ adds, takes, launches }) => {
    const byLaunch = adds.find(({ target }) => target === k)?.byLaunch;
    if (byLaunch === undefined || launches.length === 0) return [];
    const money = takes.find(({ resource }) => resource === 0)?.byYear ?? [];
    const cost = (year: number): number => money.slice(0, years - year).reduce((sum, each) => sum + each, 0);
    return [{ gain: Math.max(...launches.map((year) => byLaunch[year]!)), cost: Math.min(...launches.map(cost)) }];
  });
  let [left, amount] = [all, 0];
  for (const { gain, cost } of offers.toSorted((a, b) => b.gain * a.cost - a.gain * b.cost)) {
    const part = cost > 0 ? Math.min(1, left / cost) : 1;
    amount += part * gain;
    left -= part * cost;
  }
  return amount;
}
