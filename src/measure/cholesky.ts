/** A symmetric, positive definite matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** Solution of `A x = b` and `ln |A|` by the factor of Cholesky. */
export interface Cholesky {
  solve(b: readonly number[]): readonly number[];
  readonly logDeterminant: number;
}

export function cholesky(matrix: Matrix): Cholesky {
  const n = matrix.length;
  const factor = matrix.map((row) => [...row]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      factor[i]![j] = i === j ? Math.sqrt(rest) : rest / factor[j]![j]!;
    }
  }
  return {
    solve(b) {
      const x = [...b];
      for (let i = 0; i < n; i++) {
        for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
        x[i]! /= factor[i]![i]!;
      }
      for (let i = n - 1; i >= 0; i--) {
        for (let k = i + 1; k < n; k++) x[i]! -= factor[k]![i]! * x[k]!;
        x[i]! /= factor[i]![i]!;
      }
      return x;
    },
    logDeterminant: 2 * factor.reduce((sum, row, i) => sum + Math.log(row[i]!), 0),
  };
}
