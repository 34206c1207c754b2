/** What each variable depends on, in the order of evaluation, to take derivatives backwards (Linnainmaa 1970). */
export class Tape {
  private readonly to: number[] = [];
  private readonly from: number[] = [];
  private readonly slope: number[] = [];
  private readonly adjoint: Float64Array;
  private count = 0;

  constructor(variables: number) {
    this.adjoint = new Float64Array(variables);
  }

  clear(): void {
    this.count = 0;
  }

  /** A variable depends on another, evaluated before. */
  add(to: number, from: number, slope: number): void {
    if (slope === 0) return;
    this.to[this.count] = to;
    this.from[this.count] = from;
    this.slope[this.count++] = slope;
  }

  /** The variable added last is constant after all. */
  cancel(to: number): void {
    while (this.count > 0 && this.to[this.count - 1] === to) this.count--;
  }

  /** Derivative of a weighted sum of the first variables by every variable. Valid until the next call. */
  slopes(weights: Float64Array): Float64Array {
    const { adjoint } = this;
    adjoint.fill(0);
    adjoint.set(weights);
    for (let i = this.count - 1; i >= 0; i--) adjoint[this.from[i]!]! += adjoint[this.to[i]!]! * this.slope[i]!;
    return adjoint;
  }
}
