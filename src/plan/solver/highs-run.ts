import load, { type Highs, type Model, type ModelData } from "highs";
import type { LinearModel, SolverEvents, SolverOptions, SolverResult } from "./linear-model.ts";

/** The package's types declare CommonJS with the function under `default`; as a module it is the function itself. */
const loadHighs = load as unknown as typeof load.default;

let runtime: Promise<Highs> | undefined;

/**
 * Solves a model with HiGHS (Huangfu and Hall 2018). Blocks its thread except for loading; `events` are called from within. Throws if HiGHS
 * rejects the model.
 */
export async function runHighs(model: LinearModel, options: SolverOptions, events: SolverEvents): Promise<SolverResult> {
  if (model.columns === 0) return nothingOf(model, options);
  runtime ??= loadHighs();
  const highs = await runtime;
  return highs.withModel(dataOf(highs, model), (solving): SolverResult => solve(highs, solving, options, events));
}

/** HiGHS does not solve models without columns. */
const nothingOf = ({ rows }: LinearModel, { relaxed }: SolverOptions): SolverResult => ({
  status: "optimal",
  solution: new Float64Array(0),
  bound: 0,
  duals: relaxed ? new Float64Array(rows) : null,
});

function dataOf({ constants, infinity }: Highs, model: LinearModel): ModelData {
  const bounded = (values: Float64Array): Float64Array =>
    values.map((value) => (value === Number.POSITIVE_INFINITY ? infinity : value === Number.NEGATIVE_INFINITY ? -infinity : value));
  return {
    numCols: model.columns,
    numRows: model.rows,
    sense: constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: bounded(model.columnLower),
    colUpper: bounded(model.columnUpper),
    rowLower: bounded(model.rowLower),
    rowUpper: bounded(model.rowUpper),
    matrix: {
      format: "csr",
      numRows: model.rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    integrality: model.whole,
  };
}

function solve(highs: Highs, solving: Model, options: SolverOptions, events: SolverEvents): SolverResult {
  const { gap, nodes, seconds, start, relaxed } = options;
  solving.options.set({ output_flag: false, mip_rel_gap: gap, mip_abs_gap: 0, mip_max_nodes: nodes });
  if (Number.isFinite(seconds)) solving.options.set({ time_limit: seconds });
  if (relaxed) solving.clearIntegrality();
  else if (start !== null) solving.setSolution({ indices: [...start.indices], values: [...start.values] });
  const seen = watched(highs, solving, events);
  const { modelStatus } = highs.constants;
  const status = solving.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { status: "infeasible", solution: null, bound: Number.NEGATIVE_INFINITY, duals: null };
  if (status !== modelStatus.optimal) return { status: "stopped", solution: seen.best, bound: seen.bound, duals: null };
  const { colValue, rowDual } = solving.getSolution();
  const bound = relaxed ? solving.getObjectiveValue() : Number(solving.info.get("mip_dual_bound"));
  return { status: "optimal", solution: colValue, bound, duals: relaxed ? rowDual : null };
}

/** Runs the model; returns the best solution and bound reported on the way. */
function watched({ constants: { callbackType } }: Highs, solving: Model, events: SolverEvents) {
  const seen = { best: null as Float64Array | null, bound: Number.POSITIVE_INFINITY };
  solving.run({
    [callbackType.mipInterrupt]: ({ data }): undefined => {
      const bound = data.mip_dual_bound ?? Number.POSITIVE_INFINITY;
      if (!(bound < seen.bound)) return;
      seen.bound = bound;
      events.onBound(bound);
    },
    [callbackType.mipImprovingSolution]: ({ data }): undefined => {
      if (data.mip_solution === undefined) return;
      seen.best = data.mip_solution;
      events.onBetter(data.mip_solution);
    },
  });
  return seen;
}
