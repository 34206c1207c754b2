import type { CompiledProblem, CompiledProgramme, LimitWeight } from "./compiled-problem.ts";

/** A programme that need not be on while another one is off. */
export interface Dominance {
  readonly dominated: number;
  readonly dominator: number;
}

/**
 * Pairs in which one programme is at least as good as another in every respect: resources, charge, contributions in each year, least part,
 * dependencies. Some optimal plan then has the dominated one on only if the other is. Of equal programmes the later id is dominated; pairs
 * implied by two others are left out. At most O(n²) comparisons of programmes that share a target.
 */
export function dominances(problem: CompiledProblem): readonly Dominance[] {
  const known = found.get(problem.programmes);
  if (known !== undefined) return known;
  const pairs = pairsOf(problem);
  found.set(problem.programmes, pairs);
  return pairs;
}

/** Cache of compared pairs; they hold for any budget. */
const found = new WeakMap<CompiledProblem["programmes"], readonly Dominance[]>();

function pairsOf(problem: CompiledProblem): readonly Dominance[] {
  const { programmes } = problem;
  const neededBy = neededByOf(programmes);
  const [adds, takes] = [
    programmes.map(marksOf(({ adds: all }) => all.map(({ target }) => target))),
    programmes.map(marksOf(({ takes: all }) => all.map(({ resource }) => resource))),
  ];
  const isBetter = (b: number, a: number): boolean =>
    b !== a &&
    (adds[a]! & ~adds[b]!) === 0 &&
    (takes[b]! & ~takes[a]!) === 0 &&
    dominates(problem, neededBy, b, a) &&
    (b < a || !dominates(problem, neededBy, a, b));
  const byTarget = problem.targets.map((): number[] => []);
  programmes.forEach((programme, i) => {
    for (const { target } of programme.adds) byTarget[target]!.push(i);
  });
  const pairs: Dominance[] = [];
  programmes.forEach((programme, dominated) => {
    if (programme.required) return;
    const nearest: number[] = [];
    for (const dominator of likely(programme, byTarget, programmes.length)) {
      if (!isBetter(dominator, dominated)) continue;
      if (nearest.some((near) => isBetter(dominator, near))) continue;
      nearest.push(dominator);
    }
    for (const dominator of nearest)
      if (!nearest.some((near) => near !== dominator && isBetter(dominator, near))) pairs.push({ dominated, dominator });
  });
  return pairs;
}

/** Bit signature of the targets and resources of a programme, for a quick rejection. */
const marksOf =
  (placesOf: (programme: CompiledProgramme) => readonly number[]) =>
  (programme: CompiledProgramme): number =>
    placesOf(programme).reduce((marks, place) => marks | (1 << (place % 31)), 0);

/** Programmes sharing the least common target of a programme; all where it has none. */
function likely({ adds }: CompiledProgramme, byTarget: readonly (readonly number[])[], count: number): readonly number[] {
  const [first, ...others] = adds;
  if (first === undefined) return Array.from({ length: count }, (_, i) => i);
  return others.reduce(
    (fewest, { target }) => (byTarget[target]!.length < fewest.length ? byTarget[target]! : fewest),
    byTarget[first.target]!,
  );
}

function neededByOf(programmes: readonly CompiledProgramme[]): readonly ReadonlySet<number>[] {
  const by = programmes.map(() => new Set<number>());
  programmes.forEach(({ needs }, i) => {
    for (const need of needs) by[need]!.add(i);
  });
  return by;
}

/** Whether `b` is at least as good as `a`. */
function dominates({ programmes }: CompiledProblem, neededBy: readonly ReadonlySet<number>[], b: number, a: number): boolean {
  const [better, worse] = [programmes[b]!, programmes[a]!];
  return (
    better.least <= worse.least &&
    worse.adds.every(({ target, byLaunch }) => covers(better.adds.find((add) => add.target === target)?.byLaunch, byLaunch)) &&
    better.takes.every(({ resource, byYear }) => covers(worse.takes.find((take) => take.resource === resource)?.byYear, byYear)) &&
    covers(worse.charge, better.charge) &&
    coversLimits(worse.weights, better.weights) &&
    worse.launches.every((year) => better.launches.includes(year)) &&
    better.needs.every((need) => worse.needs.includes(need)) &&
    [...neededBy[a]!].every((by) => neededBy[b]!.has(by))
  );
}

function coversLimits(above: readonly LimitWeight[], below: readonly LimitWeight[]): boolean {
  const weightIn = (of: readonly LimitWeight[], at: number): number => of.find(({ limit }) => limit === at)?.weight ?? 0;
  return (
    below.every(({ limit, weight }) => weight <= weightIn(above, limit)) &&
    above.every(({ limit, weight }) => weightIn(below, limit) <= weight)
  );
}

/** Whether one row is nowhere below another; missing values are 0. */
const covers = (above: readonly number[] | undefined, below: readonly number[]): boolean =>
  below.every((value, at) => value <= (above?.[at] ?? 0));
