/** How a model is solved. */
export interface SolverOptions {
  /** Stops when the best solution is within this part of the bound. */
  readonly gap: number;
  readonly seconds: number;
  /** Values of some columns to start from. */
  readonly start: SolverStart | null;
  /** Whether columns that take whole numbers may take any. */
  readonly relaxed: boolean;
}

export interface SolverStart {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** What is told while a model is solved. */
export interface SolverEvents {
  onBetter(solution: Float64Array): void;
  onBound(bound: number): void;
}

export interface SolverResult {
  readonly status: "optimal" | "infeasible" | "stopped";
  /** `null` where none was found. */
  readonly solution: Float64Array | null;
  /** No solution is better than this; infinite where nothing is proved. */
  readonly bound: number;
  /** What one more of a row's bound is worth; of a relaxed model only. */
  readonly duals: Float64Array | null;
  /** Rows that cannot hold together, none of which can be left out; where there is no solution. */
  readonly conflict: readonly number[];
}
