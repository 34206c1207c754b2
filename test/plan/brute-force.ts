import { type Coefficients, type Constraint, greaterEq, lessEq, solve } from "yalps";
import type { PlanProblem, Programme } from "../../src/plan/problem.ts";

/** The greatest value over all sets of programmes that are on, the launches of each by a linear programme of another library; `null` if no set is allowed. */
export function bruteForce(problem: PlanProblem): number | null {
  const { programmes } = problem;
  let best: number | null = null;
  for (let set = 0; set < 2 ** programmes.length; set++) {
    const on = programmes.filter((_, i) => set & (1 << i));
    const ids = new Set(on.map(({ id }) => id));
    if (programmes.some(({ id, required }) => required && !ids.has(id))) continue;
    if (problem.limits.some((limit) => limit.ofOn && countOf(limit, on) > limit.most)) continue;
    if (on.some(({ needs }) => needs.some((need) => !ids.has(need)))) continue;
    const value = bestLaunches(problem, on);
    if (value !== null && (best === null || value > best)) best = value;
  }
  return best;
}

/** A launch that adds to nothing is none, unless the programme may be on for something else than what it adds. */
const mayLaunch = ({ programmes, limits }: PlanProblem, { id, gains, required }: Programme, year: number): boolean =>
  gains.some(({ byLaunch }) => byLaunch[year]! > 0) ||
  gains.every(({ byLaunch }) => byLaunch.every((gain) => gain === 0)) ||
  required ||
  programmes.some(({ needs }) => needs.includes(id)) ||
  limits.some(({ weights }) => weights.some(({ programme, weight }) => programme === id && weight < 0));

const countOf = ({ weights }: PlanProblem["limits"][number], on: readonly Programme[]): number =>
  weights.reduce((sum, { programme, weight }) => sum + (on.some(({ id }) => id === programme) ? weight : 0), 0);

/** Value of the best launches of programmes that are all on; `null` where they do not fit. */
function bestLaunches(problem: PlanProblem, on: readonly Programme[]): number | null {
  const { years, targets, money, fields, limits, scenarios, risk } = problem;
  const constraints = new Map<string, Constraint>();
  const variables = new Map<string, Map<string, number>>();
  const perYear = (id: string, most: readonly number[]): void =>
    most.forEach((each, year) => void constraints.set(`${id} ${year}`, lessEq(each)));
  perYear("money", money);
  for (const { id, people } of fields) perYear(id, people);
  const launchLimits = limits.filter(({ ofOn }) => !ofOn);
  for (const { id, most } of launchLimits) constraints.set(id, lessEq(most));
  for (const programme of on) {
    constraints.set(`least ${programme.id}`, greaterEq(programme.least));
    constraints.set(`most ${programme.id}`, lessEq(1));
    for (let year = 0; year < years; year++) {
      const of = new Map([
        [`least ${programme.id}`, 1],
        [`most ${programme.id}`, 1],
      ]);
      const put = (name: string, value: number): void => void of.set(name, (of.get(name) ?? 0) + value);
      const spend = (name: string, byYear: readonly number[]): void =>
        byYear.forEach((amount, after) => {
          if (year + after < years) put(`${name} ${year + after}`, amount);
        });
      put("value", -(programme.charge?.[year] ?? 0));
      spend("money", programme.money);
      for (const { field, byYear } of programme.people) spend(field, byYear);
      for (const { target, byLaunch } of programme.gains) put(target, byLaunch[year]!);
      for (const { id, weights } of launchLimits) put(id, weights.find((each) => each.programme === programme.id)?.weight ?? 0);
      if (mayLaunch(problem, programme, year)) variables.set(`${programme.id} ${year}`, of);
    }
  }
  const total = scenarios.reduce((sum, { probability }) => sum + probability, 0);
  const all =
    scenarios.length > 0
      ? scenarios.map((each) => ({ ...each, probability: each.probability / total }))
      : [{ id: "one", probability: 1, scale: [] }];
  const [weight, tail] = [risk?.weight ?? 0, 1 - (risk?.level ?? 0)];
  for (const { id, segments } of targets) {
    constraints.set(id, greaterEq(0));
    segments.forEach(({ slope, width }, at) => {
      const factor = (scale: PlanProblem["scenarios"][number]["scale"]): number => scale.find(({ target }) => target === id)?.factor ?? 1;
      const mean = all.reduce((sum, { probability, scale }) => sum + probability * factor(scale), 0);
      const of = new Map([
        ["value", (1 - weight) * mean * slope],
        [id, -1],
        [`width ${id} ${at}`, 1],
      ]);
      constraints.set(`width ${id} ${at}`, lessEq(width));
      if (risk !== null) for (const scenario of all) of.set(`tail ${scenario.id}`, factor(scenario.scale) * slope);
      variables.set(`segment ${id} ${at}`, of);
    });
  }
  if (risk !== null) {
    for (const { id, probability } of all) {
      constraints.set(`tail ${id}`, greaterEq(0));
      variables.set(
        `below ${id}`,
        new Map([
          ["value", (-weight * probability) / tail],
          [`tail ${id}`, 1],
        ]),
      );
    }
    // The threshold may be of either sign: a value is never below 0, so that none is wanted below it.
    variables.set("threshold", new Map([["value", weight], ...all.map(({ id }): [string, number] => [`tail ${id}`, -1])]));
  }
  const solution = solve({
    direction: "maximize",
    objective: "value",
    constraints,
    variables: variables as Map<string, Coefficients> as never,
  });
  return solution.status === "optimal" ? solution.result : null;
}
