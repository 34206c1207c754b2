import { LevermapError } from "../../base/errors.ts";
import { epsilon, sum } from "../../base/numbers.ts";
import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import type { OpenSolver } from "../solver/open-solver.ts";
import type { CompiledJoint } from "./compiled-joint.ts";
import { effortOf } from "./improve.ts";
import { MasterModel } from "./master-model.ts";
import { type RelaxedTerms, relaxTerms } from "./relaxed-terms.ts";
import { replaced } from "./replaced.ts";
import { type FoundJoint, type PlanSearch, searchPlans } from "./search-plan.ts";

export interface SolveJointOptions {
  /** Part of the bound on gain within which a plan is near enough. */
  readonly gap: number;
  /** Rounds of cuts for the bound, of each of the two phases. */
  readonly rounds: number;
  /** Changes that each search for a plan tries. */
  readonly tries: number;
  readonly limit?: TimeLimit | undefined;
  readonly onProgress?: ((progress: { readonly gain: number; readonly bound: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The best plan found and what no plan exceeds. */
export interface SolvedJoint extends FoundJoint {
  /** Value without programmes. */
  readonly before: number;
  /** Proved upper bound on the value of any plan. */
  readonly bound: number;
  /** `(bound - value) / (bound - before)`; 0 where they differ by rounding. */
  readonly gap: number;
  /** Whether the search ended, by rounds or by time, before the gap was reached. */
  readonly stopped: boolean;
}

/**
 * The best plan by search, and a bound by cutting planes on the concave relaxation, whose plans are searched around in turn: first with
 * parts of programmes, then with whole ones. Throws LM_PLAN_INFEASIBLE if what is required does not fit. Rejects with the reason of the signal.
 */
export async function solveJoint(problem: CompiledJoint, solver: OpenSolver, options: SolveJointOptions): Promise<SolvedJoint> {
  const { limit = noTimeLimit, rounds } = options;
  const run = new JointRun(problem, options);
  for (const relaxed of [true, false]) {
    for (let round = 0; round < rounds && !run.isNear(); round++) {
      if (limit.isUp()) return run.result();
      if (!(await run.step(solver, relaxed))) break;
    }
  }
  return run.result();
}

/** Changes that are tried where a programme is taken out, of those of a search. */
export const replacing = (tries: number): number => tries / 4;

class JointRun {
  private readonly search: PlanSearch;
  private readonly relaxed: RelaxedTerms;
  private readonly master: MasterModel;
  private readonly before: number;
  private best: FoundJoint;
  private bound: number;
  private readonly limit: TimeLimit;

  constructor(
    private readonly problem: CompiledJoint,
    private readonly options: SolveJointOptions,
  ) {
    this.search = searchPlans(problem);
    this.limit = options.limit ?? noTimeLimit;
    const found = this.search.start(effortOf(options.tries, this.limit));
    if (found === null) throw new LevermapError("LM_PLAN_INFEASIBLE", "What is required does not fit the bounds of the plan.");
    this.best = found;
    this.relaxed = relaxTerms(problem);
    const { terms, constant } = this.relaxed;
    this.before = constant + sum(terms.map(({ weight, least }) => weight * least));
    this.bound = constant + sum(terms.map(({ weight, most }) => weight * most)) + sum(problem.income.map((income) => Math.max(0, income)));
    this.master = new MasterModel(problem, this.relaxed, Math.max(this.bound - this.before, epsilon));
    for (const part of [0, 1]) this.cutAt(new Float64Array(problem.programmes).fill(part));
    this.cutAt(found.chosen);
    this.tell();
  }

  isNear(): boolean {
    return this.gapNow() <= this.options.gap;
  }

  /** Solves the model of all cuts, looks for plans near its own, and adds cuts there. Returns whether there is more to gain. */
  async step(solver: OpenSolver, relaxed: boolean): Promise<boolean> {
    const { master, options } = this;
    const start = relaxed ? null : this.startOf();
    const solving = { gap: options.gap / 4, nodes: mostNodes, seconds: this.limit.left(), start, relaxed };
    const { solution, bound } = await solver.solve(master.done(), solving, {}, options.signal);
    this.bound = Math.min(this.bound, bound * master.unit + this.before);
    if (solution === null) return false;
    const parts = master.partsOf(solution);
    this.consider(
      this.search.near(
        parts.map((part) => Number(part > (relaxed ? leastPart : 0.5))),
        effortOf(relaxed ? 0 : options.tries, this.limit),
      ),
    );
    const above = this.cutAt(parts);
    if (relaxed) this.cutAt(parts.map((part, programme) => (part + this.best.chosen[programme]!) / 2));
    this.tell();
    return above > options.gap * headway * (this.bound - this.before);
  }

  result(): SolvedJoint {
    this.consider(replaced(this.problem, this.best, replacing(this.options.tries), this.limit));
    const { best, before } = this;
    return { ...best, before, bound: Math.max(this.bound, best.value), gap: this.gapNow(), stopped: !this.isNear() };
  }

  /** Adds the cuts that a point violates; returns by how much the bound is above the relaxation there. */
  private cutAt(parts: ArrayLike<number>): number {
    const { terms, constant } = this.relaxed;
    let total = constant + sum(this.problem.income.map((each, programme) => each * parts[programme]!));
    terms.forEach(({ weight, cutAt }, term) => {
      const { value, cut } = cutAt(parts);
      this.master.add(term, cut);
      total += weight * value;
    });
    return this.bound - total;
  }

  private startOf() {
    return { indices: Array.from(this.best.chosen, (_, programme) => programme), values: [...this.best.chosen] };
  }

  private consider(found: FoundJoint | null): void {
    if (found !== null && found.value > this.best.value) this.best = found;
  }

  private gapNow(): number {
    const [most, over] = [this.bound - this.before, this.bound - this.best.value];
    return over <= epsilon * Math.max(1, Math.abs(this.bound)) ? 0 : over / most;
  }

  private tell(): void {
    this.options.onProgress?.({ gain: this.best.value - this.before, bound: this.bound - this.before });
  }
}

/** Nodes of the tree of one model of cuts: what takes more is stopped with the bound that is proved. */
const mostNodes = 500;

/** Part of the wanted gap that a round has to be able to gain. */
const headway = 0.2;

/** A part of a programme in the relaxed plan from which on a search starts with it. */
const leastPart = 0.02;
