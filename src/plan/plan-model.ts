import type { CompiledProblem } from "./compiled-problem.ts";
import { dominances } from "./dominance.ts";
import { type Launches, launched } from "./launches.ts";
import { meanScale, worth } from "./plan-value.ts";
import { type LinearModel, ModelWriter } from "./solver/linear-model.ts";

/** The linear model of a problem with the indices of its parts. */
export interface PlanModel {
  readonly model: LinearModel;
  /** Column of each programme's on/off variable. */
  readonly on: Int32Array;
  /** Column by programme and launch year, -1 if none: `[i * years + y]`. */
  readonly launch: Int32Array;
  /** Row by resource and year: `[r * years + y]`. */
  readonly resourceRow: Int32Array;
  readonly targetRow: Int32Array;
  readonly limitRow: Int32Array;
  /** CVaR rows by scenario; empty without risk aversion. */
  readonly tailRow: Int32Array;
  readonly units: ModelUnits;
  /** Row of each required programme, -1 for others. */
  readonly requiredRow: Int32Array;
}

const none = Number.NEGATIVE_INFINITY;
const endless = Number.POSITIVE_INFINITY;

/**
 * One binary per programme, continuous launch shares by year, linear segments for saturating targets. Risk as linear CVaR: `η - Σ p u / (1 -
 * level)`, `u ≥ η - value` (Rockafellar and Uryasev 2000, eq. 17).
 */
export function planModel(problem: CompiledProblem): PlanModel {
  const { years, programmes, resources, targets, limits } = problem;
  const writer = new ModelWriter();
  const units = unitsOf(problem);
  const resourceRow = Int32Array.from(
    resources.flatMap(({ available }, r) => Array.from(available, (most) => writer.row(none, most / units.resources[r]!))),
  );
  const targetRow = Int32Array.from(targets, () => writer.row(0, endless));
  const limitRow = Int32Array.from(limits, ({ most }, at) => writer.row(none, most / units.limits[at]!));
  const [on, requiredRow] = [new Int32Array(programmes.length), new Int32Array(programmes.length).fill(-1)];
  const launch = new Int32Array(programmes.length * years).fill(-1);
  programmes.forEach((programme, i) => {
    on[i] = writer.column({ upper: 1, whole: true });
    const [atMost, atLeast] = [writer.row(none, 0), writer.row(0, endless)];
    writer.put(atMost, on[i]!, -1);
    writer.put(atLeast, on[i]!, -programme.least);
    if (programme.required) {
      requiredRow[i] = writer.row(1, endless);
      writer.put(requiredRow[i]!, on[i]!, 1);
    }
    for (const year of programme.launches) {
      const column = writer.column({ cost: -programme.charge[year]! / units.value, upper: 1 });
      launch[i * years + year] = column;
      writer.put(atMost, column, 1);
      writer.put(atLeast, column, 1);
      for (const { resource, byYear } of programme.takes)
        byYear.forEach((amount, after) => {
          if (year + after < years) writer.put(resourceRow[resource * years + year + after]!, column, amount / units.resources[resource]!);
        });
      for (const { target, byLaunch } of programme.adds) writer.put(targetRow[target]!, column, byLaunch[year]! / units.targets[target]!);
      for (const { limit, weight } of programme.weights)
        if (!limits[limit]!.ofOn) writer.put(limitRow[limit]!, column, weight / units.limits[limit]!);
    }
    for (const { limit, weight } of programme.weights)
      if (limits[limit]!.ofOn) writer.put(limitRow[limit]!, on[i]!, weight / units.limits[limit]!);
  });
  const onlyWith = (i: number, other: number): void => {
    const row = writer.row(none, 0);
    writer.put(row, on[i]!, 1);
    writer.put(row, on[other]!, -1);
  };
  programmes.forEach(({ needs }, i) => {
    for (const need of needs) onlyWith(i, need);
  });
  for (const { dominated, dominator } of dominances(problem)) onlyWith(dominated, dominator);
  const tailRow = writeValue(writer, problem, targetRow, units);
  return { model: writer.done(), on, launch, resourceRow, targetRow, limitRow, requiredRow, tailRow, units };
}

function writeValue(writer: ModelWriter, problem: CompiledProblem, targetRow: Int32Array, units: ModelUnits): Int32Array {
  const { targets, scenarios, risk } = problem;
  const weight = risk?.weight ?? 0;
  const mean = targets.map((_, k) => meanScale(problem, k));
  const segments = targets.map(({ segments: each }, k) =>
    each.map(({ slope, width }) => {
      const scaledSlope = (slope * units.targets[k]!) / units.value;
      const column = writer.column({ cost: (1 - weight) * mean[k]! * scaledSlope, upper: width / units.targets[k]! });
      writer.put(targetRow[k]!, column, -1);
      return { column, slope: scaledSlope };
    }),
  );
  if (risk === null || weight === 0) return new Int32Array(0);
  const threshold = writer.column({ cost: weight, lower: none });
  const tail = Math.max(1 - risk.level, 1e-9);
  return Int32Array.from(scenarios, ({ probability, scale }) => {
    const below = writer.column({ cost: (-weight * probability) / tail });
    const row = writer.row(0, endless);
    writer.put(row, below, 1);
    writer.put(row, threshold, -1);
    segments.forEach((each, k) => {
      for (const { column, slope } of each) writer.put(row, column, scale[k]! * slope);
    });
    return row;
  });
}

/** Launches of a solution, with values within solver tolerance of 0 or of the least part snapped to it. */
export function launchesOf({ on, launch }: PlanModel, problem: CompiledProblem, solution: ArrayLike<number>): Launches {
  const { years, programmes } = problem;
  const launches = Float64Array.from(launch, (column, at) =>
    column >= 0 && solution[on[Math.floor(at / years)]!]! > 0.5 && solution[column]! > tolerance ? solution[column]! : 0,
  );
  programmes.forEach(({ least }, i) => {
    const part = launched(problem, launches, i);
    if (part === 0) return;
    const factor = Math.min(1, Math.max(part, least)) / part;
    for (let at = i * years; at < (i + 1) * years; at++) launches[at]! *= factor;
  });
  return launches;
}

const tolerance = 1e-7;

/** Column values of launches, to start a solver. */
export function startOf({ on, launch }: PlanModel, problem: CompiledProblem, launches: Launches): { indices: number[]; values: number[] } {
  const start = { indices: [] as number[], values: [] as number[] };
  const put = (column: number, value: number): void => {
    start.indices.push(column);
    start.values.push(value);
  };
  problem.programmes.forEach((_, i) => {
    put(on[i]!, launched(problem, launches, i) > 0 ? 1 : 0);
  });
  launch.forEach((column, at) => {
    if (column >= 0) put(column, launches[at]!);
  });
  return start;
}

/**
 * Scales of the model, since solver tolerances are absolute: a target by the largest single contribution, a resource by the largest yearly
 * use, a limit by its greatest weight, value by the most valuable programme.
 */
export interface ModelUnits {
  readonly value: number;
  readonly targets: Float64Array;
  readonly resources: Float64Array;
  readonly limits: Float64Array;
}

/** The scales of a problem; 1 where a quantity is absent. */
export function unitsOf(problem: CompiledProblem): ModelUnits {
  const { programmes, targets, resources, limits } = problem;
  const zeros = ({ length }: readonly unknown[]): Float64Array => new Float64Array(length);
  const [most, taken, weights] = [zeros(targets), zeros(resources), zeros(limits)];
  const raise = (of: Float64Array, at: number, amount: number): void => {
    of[at] = Math.max(of[at]!, Math.abs(amount));
  };
  for (const { adds, takes, weights: own } of programmes) {
    for (const { target, byLaunch } of adds) raise(most, target, Math.max(...byLaunch));
    for (const { resource, byYear } of takes) raise(taken, resource, Math.max(...byYear));
    for (const { limit, weight } of own) raise(weights, limit, weight);
  }
  const worths = targets.map(({ segments }, k) => meanScale(problem, k) * worth(segments, most[k]!));
  const orOne = (value: number): number => (value > 0 ? value : 1);
  const value = orOne(Math.max(0, ...worths));
  return { value, targets: most.map(orOne), resources: taken.map(orOne), limits: weights.map(orOne) };
}

/** A bound in conflict: a required programme, a resource in some years (from 0), or a limit. */
export interface PlanConflict {
  readonly kind: "required" | "resource" | "limit";
  readonly id: string;
  readonly years: readonly number[];
}

export function conflictsOf(
  { years, resources, limits, programmes }: CompiledProblem,
  { resourceRow, limitRow, requiredRow }: PlanModel,
  rows: readonly number[],
): readonly PlanConflict[] {
  const inConflict = new Set(rows);
  const yearsOf = (r: number): readonly number[] =>
    Array.from({ length: years }, (_, year) => year).filter((year) => inConflict.has(resourceRow[r * years + year]!));
  const bound = (kind: "required" | "limit", id: string): PlanConflict => ({ kind, id, years: [] });
  return [
    ...programmes.filter((_, i) => inConflict.has(requiredRow[i]!)).map(({ id }) => bound("required", id)),
    ...resources
      .map(({ id }, r): PlanConflict => ({ kind: "resource", id, years: yearsOf(r) }))
      .filter(({ years: found }) => found.length > 0),
    ...limits.filter((_, at) => inConflict.has(limitRow[at]!)).map(({ id }) => bound("limit", id)),
  ];
}
