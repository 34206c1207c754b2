import type { PlanProblem, Programme, Segment } from "./problem.ts";

/** Row of a yearly resource: money first, then the fields. */
export interface Resource {
  readonly id: string;
  readonly available: Float64Array;
}

/** Use of a resource by year after launch. */
export interface Take {
  readonly resource: number;
  readonly byYear: readonly number[];
}

export interface LimitWeight {
  readonly limit: number;
  readonly weight: number;
}

export interface CompiledProgramme {
  readonly id: string;
  readonly takes: readonly Take[];
  /** Contributions to targets by year of launch. */
  readonly adds: readonly { readonly target: number; readonly byLaunch: readonly number[] }[];
  /** Charge on the value by year of launch. */
  readonly charge: readonly number[];
  readonly least: number;
  readonly needs: readonly number[];
  readonly required: boolean;
  /** Weight by limit. */
  readonly weights: readonly LimitWeight[];
  /**
   * Years in which a launch can matter: those that add to a target; all if it is required, needed by others, relaxes a limit, or adds
   * nothing anywhere.
   */
  readonly launches: readonly number[];
}

/** A problem with ids resolved to indices, sorted by id so that input order does not matter. */
export interface CompiledProblem {
  readonly years: number;
  readonly programmes: readonly CompiledProgramme[];
  readonly resources: readonly Resource[];
  readonly targets: readonly { readonly id: string; readonly segments: readonly Segment[] }[];
  readonly limits: readonly { readonly id: string; readonly most: number; readonly ofMoney: boolean; readonly ofOn: boolean }[];
  readonly scenarios: readonly CompiledScenario[];
  readonly risk: { readonly weight: number; readonly level: number } | null;
}

export interface CompiledScenario {
  readonly id: string;
  readonly probability: number;
  readonly scale: Float64Array;
}

export const moneyId = "money";

/** Resolves ids and checks numbers. Throws RangeError naming the fault. */
export function compileProblem(problem: PlanProblem): CompiledProblem {
  const { years } = problem;
  const [targets, fields] = [sorted(problem.targets), sorted(problem.fields)];
  const [limits, scenarios] = [sorted(problem.limits), sorted(problem.scenarios)];
  const listed = sorted(problem.programmes);
  const placeOf = places("programme", listed);
  const targetOf = places("target", targets);
  const fieldOf = places("field", fields);
  const weightsOf = weightsByProgramme(limits, listed.length, placeOf);
  const neededIds = new Set(listed.flatMap(({ id, needs }) => needs.filter((need) => need !== id)));
  const compiled = listed.map((programme, place): CompiledProgramme => {
    const { id, least, required } = programme;
    if (!(least > 0 && least <= 1)) throw new RangeError(`programme ${id}: the least part is above 0 and at most 1`);
    const adds = programme.gains
      .filter(({ byLaunch }) => byLaunch.some((gain) => gain !== 0))
      .map(({ target, byLaunch }) => ({ target: targetOf(target), byLaunch: series(byLaunch, years, `programme ${id}`) }));
    const all = Array.from({ length: years }, (_, year) => year).filter((year) => year <= (programme.latest ?? years));
    const adding = all.filter((year) => adds.some(({ byLaunch }) => byLaunch[year]! > 0));
    const weights = weightsOf[place]!;
    const otherwise = required || neededIds.has(id) || weights.some(({ weight }) => weight < 0);
    once(`programme ${id}: a target`, programme.gains, ({ target }) => target);
    once(`programme ${id}: a field`, programme.people, ({ field }) => field);
    return {
      id,
      takes: takesOf(programme, fieldOf),
      adds: adds.toSorted((a, b) => a.target - b.target),
      charge: series(programme.charge ?? new Array<number>(years).fill(0), years, `programme ${id}`),
      least,
      needs: [...new Set(programme.needs.map(placeOf))].filter((need) => need !== place).sort((a, b) => a - b),
      required,
      weights,
      launches: otherwise || adding.length === 0 ? all : adding,
    };
  });
  const budget = (id: string, of: readonly number[]) => ({ id, available: Float64Array.from(series(of, years, id)) });
  return {
    years,
    programmes: compiled,
    resources: [budget(moneyId, problem.money), ...fields.map(({ id, people }) => budget(id, people))],
    targets: targets.map(({ id, segments }) => ({ id, segments: falling(id, segments) })),
    limits: limits.map(({ id, most, ofMoney = false, ofOn = false }) => ({ id, most: finite(most, `limit ${id}`), ofMoney, ofOn })),
    scenarios: scenariosOf(scenarios, targets.length, targetOf),
    risk: problem.risk,
  };
}

const sorted = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function places(kind: string, items: readonly { readonly id: string }[]): (id: string) => number {
  const at = new Map(items.map(({ id }, place) => [id, place]));
  if (at.size < items.length) throw new RangeError(`two of the ${kind}s have one id`);
  return (id) => {
    const place = at.get(id);
    if (place === undefined) throw new RangeError(`there is no ${kind} ${id}`);
    return place;
  };
}

function once<T>(what: string, items: readonly T[], nameOf: (item: T) => string): void {
  if (new Set(items.map(nameOf)).size < items.length) throw new RangeError(`${what} is named twice`);
}

function weightsByProgramme(limits: PlanProblem["limits"], programmes: number, placeOf: (id: string) => number) {
  const by = Array.from({ length: programmes }, (): LimitWeight[] => []);
  limits.forEach(({ id, weights }, limit) => {
    once(`limit ${id}: a programme`, weights, ({ programme }) => programme);
    for (const { programme, weight } of weights) if (finite(weight, `limit ${id}`) !== 0) by[placeOf(programme)]!.push({ limit, weight });
  });
  return by;
}

function takesOf({ id, money, people }: Programme, fieldOf: (id: string) => number): readonly Take[] {
  return [{ resource: 0, byYear: money }, ...people.map(({ field, byYear }) => ({ resource: 1 + fieldOf(field), byYear }))]
    .filter(({ byYear }) => byYear.some((amount) => amount !== 0))
    .map(({ resource, byYear }) => ({ resource, byYear: series(byYear, byYear.length, `programme ${id}`) }));
}

function series(values: readonly number[], length: number, of: string): readonly number[] {
  if (values.length !== length) throw new RangeError(`${of}: ${values.length} values for ${length} years`);
  for (const value of values) notNegative(value, of);
  return values;
}

function notNegative(value: number, of: string): number {
  if (finite(value, of) < 0) throw new RangeError(`${of}: ${value} is below 0`);
  return value;
}

function finite(value: number, of: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${of}: ${value} is not a number`);
  return value;
}

function falling(id: string, segments: readonly Segment[]): readonly Segment[] {
  segments.forEach(({ slope, width }, at) => {
    if (!(slope >= 0 && width > 0)) throw new RangeError(`target ${id}: a segment has a slope of at least 0 and a width above 0`);
    if (at > 0 && slope > segments[at - 1]!.slope) throw new RangeError(`target ${id}: slopes must not rise`);
  });
  return segments;
}

function scenariosOf(scenarios: PlanProblem["scenarios"], targets: number, targetOf: (id: string) => number): readonly CompiledScenario[] {
  const all = scenarios.length > 0 ? scenarios : [{ id: "as it stands", probability: 1, scale: [] }];
  const total = all.reduce((sum, { id, probability }) => sum + notNegative(probability, `scenario ${id}`), 0);
  if (!(total > 0)) throw new RangeError("the probabilities of the scenarios sum to 0");
  return all.map(({ id, probability, scale }) => {
    const factors = new Float64Array(targets).fill(1);
    for (const { target, factor } of scale) factors[targetOf(target)] = notNegative(factor, `scenario ${id}`);
    return { id, probability: probability / total, scale: factors };
  });
}
