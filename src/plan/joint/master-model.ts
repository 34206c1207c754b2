import { type LinearModel, ModelWriter } from "../solver/linear-model.ts";
import type { CompiledJoint } from "./compiled-joint.ts";
import type { RelaxedTerms } from "./relaxed-terms.ts";
import type { Cut } from "./relaxed-worlds.ts";

/**
 * The best plan by cuts (Kelley 1960; one set of cuts a term, Birge and Louveaux 1988): a column for each programme, then one for each
 * term of the value, beyond what it is without programmes, which all its cuts bound from above. So the objective is the gain of a plan, in `unit`.
 */
export class MasterModel {
  private readonly writer = new ModelWriter();

  constructor(
    private readonly problem: CompiledJoint,
    private readonly relaxed: RelaxedTerms,
    readonly unit: number,
  ) {
    const { writer } = this;
    problem.income.forEach((income, programme) => {
      writer.column({ cost: income / unit, lower: problem.required[programme]!, upper: 1, whole: true });
    });
    for (const { weight, least, most } of relaxed.terms) writer.column({ cost: weight, lower: 0, upper: (most - least) / unit });
    for (const { most: bound, programmes, weights } of problem.rows) {
      const scale = Math.max(Math.abs(bound), ...weights.map(Math.abs), Number.MIN_VALUE);
      const row = writer.row(Number.NEGATIVE_INFINITY, bound / scale);
      programmes.forEach((programme, slot) => {
        writer.put(row, programme, weights[slot]! / scale);
      });
    }
  }

  add(term: number, { most, programmes, slopes }: Cut): void {
    const { least } = this.relaxed.terms[term]!;
    const row = this.writer.row(Number.NEGATIVE_INFINITY, (most - least) / this.unit);
    this.writer.put(row, this.problem.programmes + term, 1);
    programmes.forEach((programme, slot) => {
      this.writer.put(row, programme, -slopes[slot]! / this.unit);
    });
  }

  done(): LinearModel {
    return this.writer.done();
  }

  /** Parts of programmes in a solution. */
  partsOf(solution: Float64Array): Float64Array {
    return solution.subarray(0, this.problem.programmes).map((part) => Math.min(1, Math.max(0, part)));
  }
}
