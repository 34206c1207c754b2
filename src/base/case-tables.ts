import type { Columns, RowOf } from "./tables.ts";

/**
 * The tables of the screening desk: customers, runs, cases and decisions. They belong to no load, and `purge` alone takes rows out of
 * them. Texts in JSON are canonical: keys in order, no blanks. An absent value is `null` and means unknown.
 */
export const caseTables = {
  /** Every version of a customer; the greatest is the present one. `state`: active, or closed where a whole file of customers lacks it. */
  customer: {
    id: "text",
    version: "integer",
    state: "text",
    name: "text",
    /** The customer in JSON, and its digest, to which decisions belong. */
    content: "text",
    digest: "text",
    recorded_at: "text",
    recorded_by: "text?",
  },
  /** One screening of all customers. In JSON: `settings`, `loads` (all that were current), `lists` (as they stood), `changed` (entries that it looked at; of a full run none). */
  case_run: {
    id: "integer",
    kind: "text",
    previous: "integer?",
    why: "text?",
    as_of: "text",
    started_at: "text",
    ended_at: "text",
    by_user: "text?",
    settings: "text",
    loads: "text",
    lists: "text",
    changed: "text",
    /** The last decision that was known, and how many customers were purged since. */
    decision: "integer",
    purged: "integer",
  },
  /** A customer in a run: the version screened, how thoroughly, and why it could not be. In JSON: `carried`, its matches of the run before. */
  case_result: {
    run: "integer",
    customer: "text",
    version: "integer",
    digest: "text",
    scope: "text",
    carried: "text",
    fault: "text?",
  },
  /** A match or a decided pair in a run and the state of its case. In JSON: `reasons` (the match), `changes` (since it was decided). */
  case_match: {
    run: "integer",
    customer: "text",
    entry: "text",
    former: "text?",
    score: "number?",
    reasons: "text?",
    statement: "text?",
    state: "text",
    verdict: "text?",
    decision: "integer?",
    changes: "text",
  },
  /** What an entry of a list said, in JSON, by its digest. */
  case_statement: { digest: "text", entry: "text", content: "text" },
  /** Every decision, proposal, confirmation and withdrawal, in order; never changed. */
  case_decision: {
    seq: "integer",
    customer: "text",
    entry: "text",
    action: "text",
    verdict: "text?",
    /** The proposal that is confirmed or refused. */
    of: "integer?",
    note: "text?",
    by_user: "text",
    at: "text",
    statement: "text?",
    customer_digest: "text",
    score: "number?",
    second: "integer",
    policy: "text",
  },
  /** An entry that a list now has under another key. */
  case_rename: { before: "text", after: "text", run: "integer" },
  /** That a customer was purged, without anything of it. */
  case_purge: { token: "text", purged_at: "text", by_user: "text", rows: "integer" },
} as const satisfies Record<string, Columns>;

export type CaseTableName = keyof typeof caseTables;

/** One row of a table of cases. */
export type CaseRow<T extends CaseTableName> = RowOf<(typeof caseTables)[T]>;

export const caseTableNames = Object.keys(caseTables) as readonly CaseTableName[];
