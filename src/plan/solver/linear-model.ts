export interface SolverOptions {
  /** Relative gap to stop at. */
  readonly gap: number;
  /** Nodes of the tree to stop at: the same work on any machine. */
  readonly nodes: number;
  /** Seconds to stop at, by the clock; infinite: none. */
  readonly seconds: number;
  /** Start values of some columns. */
  readonly start: { readonly indices: readonly number[]; readonly values: readonly number[] } | null;
  /** Whether to relax integrality. */
  readonly relaxed: boolean;
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
}

/** A mixed-integer linear model to maximise: `lower ≤ A x ≤ upper`, row by row, in solver arrays. */
export interface LinearModel {
  readonly columns: number;
  readonly rows: number;
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 for integer columns. */
  readonly whole: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Builds a linear model. */
export class ModelWriter {
  private readonly cost: number[] = [];
  private readonly columnLower: number[] = [];
  private readonly columnUpper: number[] = [];
  private readonly whole: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly entries: { readonly columns: number[]; readonly values: number[] }[] = [];

  column({ cost = 0, lower = 0, upper = Number.POSITIVE_INFINITY, whole = false }: ColumnOptions = {}): number {
    this.cost.push(cost);
    this.columnLower.push(lower);
    this.columnUpper.push(upper);
    this.whole.push(whole ? 1 : 0);
    return this.cost.length - 1;
  }

  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.entries.push({ columns: [], values: [] });
    return this.entries.length - 1;
  }

  put(row: number, column: number, value: number): void {
    if (value === 0) return;
    this.entries[row]!.columns.push(column);
    this.entries[row]!.values.push(value);
  }

  done(): LinearModel {
    const starts = new Int32Array(this.entries.length + 1);
    this.entries.forEach(({ columns }, row) => {
      starts[row + 1] = starts[row]! + columns.length;
    });
    const indices = new Int32Array(starts.at(-1)!);
    const values = new Float64Array(starts.at(-1)!);
    this.entries.forEach((entry, row) => {
      indices.set(entry.columns, starts[row]!);
      values.set(entry.values, starts[row]!);
    });
    return {
      columns: this.cost.length,
      rows: this.entries.length,
      cost: Float64Array.from(this.cost),
      columnLower: Float64Array.from(this.columnLower),
      columnUpper: Float64Array.from(this.columnUpper),
      whole: Int32Array.from(this.whole),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts,
      indices,
      values,
    };
  }
}

export interface ColumnOptions {
  readonly cost?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly whole?: boolean;
}
