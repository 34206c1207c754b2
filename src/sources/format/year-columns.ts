/** A column that holds the values of one year; `estimated` where its name ends in `e`, as in `y2025e`. */
export interface YearColumn {
  readonly column: string;
  readonly year: number;
  readonly estimated: boolean;
}

/** The columns named `prefix` and a year, in the order of the header. */
export function yearColumns(header: readonly string[], prefix: string): readonly YearColumn[] {
  return header.flatMap((column) => {
    const match = column.startsWith(prefix) ? /^((?:19|20)\d\d)(e?)$/.exec(column.slice(prefix.length)) : null;
    return match ? [{ column, year: Number(match[1]), estimated: match[2] === "e" }] : [];
  });
}
