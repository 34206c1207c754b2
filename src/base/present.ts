/** The values that are there, in their order: what stands for none is left out. `present(rows > 0 && "some rows", note)` */
export const present = <T>(...values: readonly (T | null | undefined | false | "")[]): readonly T[] =>
  values.filter((value): value is T => value !== null && value !== undefined && value !== false && value !== "");
