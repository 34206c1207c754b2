import type { Row } from "../../../base/tables.ts";
import type { CsvRow } from "../../format/csv-rows.ts";

/** What a record of trade statistics comes to: a row, or the reason why it is left out without being wrong. */
export type TradeRecord = Omit<Row<"trade">, "source"> | { readonly leftOut: string };

/** One layout of trade statistics. */
export interface TradeLayout {
  readonly name: string;
  /** Columns that every file of this layout has. */
  readonly columns: readonly string[];
  /** The document that the rows are from. */
  readonly document: { readonly id: string; readonly title: string; readonly publisher: string; readonly url: string };
  /** Said through the log before the first row, where something about the layout must be minded. */
  readonly notice?: string;
  /** Throws BadRow for a bad record. */
  convert(row: CsvRow): TradeRecord;
}
