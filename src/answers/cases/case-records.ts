import type { CaseRow } from "../../base/case-tables.ts";
import { groupBy } from "../../base/collections.ts";
import { type Customer, customerChanges } from "../../screen/cases/customer.ts";
import type { DecisionLine } from "../../screen/cases/decision-log.ts";
import { type Statement, statementChanges } from "../../screen/cases/statement.ts";
import type { ChangedColumn } from "../../screen/lists/difference.ts";
import { caseRows } from "../../workspace/cases/case-rows.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { CaseSettings, SeenLoad } from "./case-screening.ts";

/** A run as it was kept. */
export interface RunRecord {
  readonly row: CaseRow<"case_run">;
  readonly settings: CaseSettings;
  readonly loads: readonly SeenLoad[];
  readonly changed: ReadonlySet<string>;
}

export const runRecord = (row: CaseRow<"case_run">): RunRecord => ({
  row,
  settings: JSON.parse(row.settings),
  loads: JSON.parse(row.loads),
  changed: new Set(JSON.parse(row.changed)),
});

/** A run with the customers that it screened, and its matches by customer. */
export interface RunResults {
  readonly run: RunRecord;
  readonly results: readonly CaseRow<"case_result">[];
  readonly matches: ReadonlyMap<string, readonly CaseRow<"case_match">[]>;
}

/** All runs, the first first. */
export const readRuns = (workspace: Workspace): Promise<CaseRow<"case_run">[]> => caseRows(workspace, "case_run");

export async function readRunResults(workspace: Workspace, row: CaseRow<"case_run">): Promise<RunResults> {
  const [results, matches] = [
    await caseRows(workspace, "case_result", { run: row.id }),
    await caseRows(workspace, "case_match", { run: row.id }),
  ];
  return { run: runRecord(row), results, matches: groupBy(matches, ({ customer }) => customer) };
}

export const decisionLine = (row: CaseRow<"case_decision">): DecisionLine => ({
  seq: row.seq,
  customer: row.customer,
  entry: row.entry,
  action: row.action as DecisionLine["action"],
  verdict: row.verdict as DecisionLine["verdict"],
  of: row.of,
  note: row.note,
  user: row.by_user,
  at: row.at,
  statement: row.statement,
  customerDigest: row.customer_digest,
  score: row.score,
  second: row.second === 1,
  policy: row.policy,
});

/** All decisions, in order. */
export const readDecisionLines = async (workspace: Workspace): Promise<readonly DecisionLine[]> =>
  (await caseRows(workspace, "case_decision")).map(decisionLine);

/** Present keys of entries by their former ones; the latest where one was renamed more than once. */
export const readRenames = async (workspace: Workspace): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await caseRows(workspace, "case_rename"))].sort((a, b) => a.run - b.run).map(({ before, after }) => [before, after]));

/** How digests that decisions keep are told apart in words. */
export interface Contents {
  statementChanges(before: string, after: string): readonly ChangedColumn[];
  customerChanges(customer: string, before: string, after: string): readonly ChangedColumn[];
  /** The same with further texts. */
  withStatements(more: (digest: string) => Statement | undefined): Contents;
}

/** What changed where its text is not there any more. */
const unknownChange = (column: string): readonly ChangedColumn[] => [{ column, before: null, after: null }];

/** Changes told by the texts behind digests. */
export const contentsOf = (
  statementBy: (digest: string) => Statement | undefined,
  customerBy: (customer: string, digest: string) => Customer | undefined,
): Contents => ({
  statementChanges: (before, after) => {
    const [old, now] = [statementBy(before), statementBy(after)];
    return old === undefined || now === undefined ? unknownChange("entry") : statementChanges(old, now);
  },
  customerChanges: (customer, before, after) => {
    const [old, now] = [customerBy(customer, before), customerBy(customer, after)];
    return old === undefined || now === undefined ? unknownChange("customer") : customerChanges(old, now);
  },
  withStatements: (more) => contentsOf((digest) => more(digest) ?? statementBy(digest), customerBy),
});

/** The texts that the workspace keeps. */
export async function readContents(workspace: Workspace): Promise<Contents> {
  const statements = new Map<string, Statement>(
    (await caseRows(workspace, "case_statement")).map(({ digest, content }) => [digest, JSON.parse(content) as Statement]),
  );
  const customers = new Map(
    (await caseRows(workspace, "customer")).map(({ id, digest, content }) => [`${id} ${digest}`, JSON.parse(content) as Customer]),
  );
  return contentsOf(
    (digest) => statements.get(digest),
    (customer, digest) => customers.get(`${customer} ${digest}`),
  );
}
