/** Relative error that sums of floating-point numbers may have. */
export const epsilon = 1e-9;
/** As `epsilon`, for a few operations on numbers near 1. */
export const tightEpsilon = 1e-12;

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
