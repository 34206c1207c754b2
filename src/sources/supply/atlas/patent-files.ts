import { amount, date, economy, fraction, id, maybe, maybeOneOf, oneOf, text } from "../../format/table-fields.ts";
import type { AtlasFile } from "./atlas-file.ts";

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
