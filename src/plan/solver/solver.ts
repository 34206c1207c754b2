export interface SolverOptions {
  /** Relative gap to stop at. */
  readonly gap: number;
  readonly seconds: number;
  /** Start values of some columns. */
  readonly start: SolverStart | null;
  /** Whether to relax integrality. */
  readonly relaxed: boolean;
}

export interface SolverStart {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** Progress reports of a solve. */
export interface SolverEvents {
  onBetter(solution: Float64Array): void;
  onBound(bound: number): void;
}

export interface SolverResult {
  readonly status: "optimal" | "infeasible" | "stopped";
  /** `null` if none was found. */
  readonly solution: Float64Array | null;
  /** Proved bound; infinite if none. */
  readonly bound: number;
  /** Row duals; relaxed models only. */
  readonly duals: Float64Array | null;
  /** Rows of an irreducible conflict, if infeasible. */
  readonly conflict: readonly number[];
}
