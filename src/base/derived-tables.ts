import type { Columns, RowOf } from "./tables.ts";

/**
 * The tables that `measure` makes from the loaded ones and makes anew when those change; `docs/data.md` describes every column. An
 * absent value is `null` and means unknown.
 */
export const derivedTables = {
  /** What each step was made from, so that a step is done again only when that changed. */
  measured: { step: "text", inputs: "text", rows: "number" },
  /** Every document that was loaded or is cited, numbered in order of its day: one row where `patent` may have several publications. */
  patent_document: {
    number: "integer",
    document: "text",
    office: "text",
    loaded: "integer",
    day: "text?",
    granted: "integer?",
    filed: "text?",
    priority: "text?",
    family: "text?",
    application: "text?",
    type: "text?",
    references: "integer?",
    term_days: "integer?",
    title: "text?",
    /** Id of its family, and what joined it: `docdb`, `application`, `continuation`, `priorities`, `alone`. */
    unit: "text",
    unit_rule: "text",
  },
  holder: { holder: "text", name: "text", organisation: "text?", economy: "text?", documents: "integer" },
  holder_name: { name: "text", holder: "text", rule: "text" },
  document_holder: { document: "text", holder: "text", position: "integer" },
  /**
   * What a holder is of another: a `unit` of it by its name, `acquired` by it, an institute that `belongs` to it, or `merged` into it; on
   * `since` and before `until`. `rule`: unit-by-place, stated or assumed; `source`: the document in `data/link/owner-sources.csv`, or the name.
   */
  holder_link: {
    holder: "text",
    relation: "text",
    other: "text",
    other_name: "text",
    economy: "text?",
    since: "text?",
    until: "text?",
    rule: "text",
    source: "text?",
  },
  /** To whom records of assignment hand a document, on which day. */
  document_transfer: { document: "text", day: "text", holder: "text", name: "text" },
  patent_technology: { document: "text", technology: "text", rule: "text" },
  citation_measure: {
    document: "text",
    cites: "integer",
    cited_by: "integer",
    ni: "integer?",
    nj: "integer?",
    nk: "integer?",
    ni_5y: "integer?",
    nj_5y: "integer?",
    nk_5y: "integer?",
    originality: "number?",
    originality_raw: "number?",
    originality_documents: "integer",
    generality: "number?",
    generality_raw: "number?",
    generality_documents: "integer",
    citations_5y: "integer?",
    citations_relative: "number?",
  },
  network_measure: { document: "text", pagerank: "number", sleeping_beauty: "number?", awakening: "integer?" },
  text_measure: {
    document: "text",
    backward: "number?",
    forward_5y: "number?",
    forward_10y: "number?",
    impact: "number?",
    breakthrough: "integer?",
  },
} as const satisfies Record<string, Columns>;

export type DerivedTableName = keyof typeof derivedTables;

/** One row of a derived table. */
export type DerivedRow<T extends DerivedTableName> = RowOf<(typeof derivedTables)[T]>;

export const derivedTableNames = Object.keys(derivedTables) as readonly DerivedTableName[];

/** Whether a table is one of results. */
export const isDerived = (table: string): table is DerivedTableName => Object.hasOwn(derivedTables, table);
