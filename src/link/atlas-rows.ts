/** A row of the atlas with its place, shaped like reader records. */
export interface AtlasRow {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly row: Readonly<Record<string, string | number | null>>;
}

export interface Problem {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type AtlasRows = (table: string) => readonly AtlasRow[];

export function byTable(rows: readonly AtlasRow[]): AtlasRows {
  const grouped = new Map<string, AtlasRow[]>();
  for (const row of rows) {
    const group = grouped.get(row.table);
    if (group) group.push(row);
    else grouped.set(row.table, [row]);
  }
  return (table) => grouped.get(table) ?? [];
}

export const problemOf = ({ table, file, line }: AtlasRow, message: string): Problem => ({ table, file, line, message });
