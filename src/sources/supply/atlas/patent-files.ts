import type { TableName } from "../../../base/tables.ts";
import { amount, date, economy, type Field, fraction, id, maybe, maybeOneOf, oneOf, text } from "../../format/table-fields.ts";

/** Files of the atlas on patents, by name without `.csv`. */
export const patentFiles: Readonly<Record<string, AtlasFile>> = {
  "patent-rules": {
    table: "patent_rule",
    fields: {
      id,
      technology: id,
      symbols: maybe,
      words: maybe,
      without_symbols: maybe,
      without_words: maybe,
      source: maybe,
      note: maybe,
    },
  },
  patents: {
    table: "patent",
    fields: {
      document: text,
      office: economy,
      kind: maybe,
      published: date,
      application: maybe,
      filed: date,
      priority: date,
      family: maybe,
      granted: fraction,
      type: maybeOneOf("utility", "design", "plant", "reissue", "statutory", "utility-model"),
      references: amount,
      native: text,
    },
    also: { table: "patent_source", fields: { document: text, source: text } },
  },
  "patent-texts": {
    table: "patent_text",
    fields: { document: text, field: oneOf("title", "abstract", "claim"), language: maybe, text },
  },
  "patent-holders": {
    table: "patent_holder",
    fields: { document: text, role: oneOf("applicant", "assignee", "owner"), position: { kind: "integer" }, name: text },
  },
  "patent-classes": {
    table: "patent_class",
    fields: {
      document: text,
      scheme: oneOf("cpc", "ipc", "uspc", "fi", "fterm", "locarno"),
      symbol: text,
      role: maybeOneOf("inventive", "additional"),
      position: amount,
    },
  },
  "patent-citations": { table: "patent_citation", fields: { citing: text, cited: text }, listed: "cited" },
};

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
