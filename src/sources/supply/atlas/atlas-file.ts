import type { TableName } from "../../../base/tables.ts";
import type { Field } from "../../format/table-fields.ts";

/** One file of the atlas: the table it fills and what each of its columns holds. */
export interface AtlasFile {
  readonly table: TableName;
  readonly fields: Readonly<Record<string, Field>>;
  /** Columns that atlases of an earlier version lack: unknown there. */
  readonly newer?: readonly string[];
  /** A column that holds several values, joined by `;`, each of which gives a row. */
  readonly listed?: string;
  /** A second table that each record gives a row of. */
  readonly also?: Omit<AtlasFile, "also">;
}
