import type { CaseRow } from "../../base/case-tables.ts";
import { pick } from "../../base/collections.ts";
import { LevermapError, unless } from "../../base/errors.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import { isOwnedEntry } from "../../screen/cases/case-state.ts";
import { type Customer, customerChanges } from "../../screen/cases/customer.ts";
import { caseRows } from "../../workspace/cases/case-rows.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Evidence } from "../shared/evidence.ts";
import { type RunRecord, readDecisionLines, readRunResults, readRuns, runRecord } from "./case-records.ts";
import type { CaseRuns, CasesReport, CustomerCases } from "./case-reports.ts";
import { countCases } from "./count-cases.ts";
import type { CaseMatch } from "./match-customer.ts";
import { type PresentCases, presentCases, requireRun } from "./present-cases.ts";

const usualCases = 100;

/** The cases of a run: of the last as they stand, of another as they stood. Throws LM_RUN_UNKNOWN. */
export async function answerCases(
  workspace: Workspace,
  {
    run,
    state,
    top = usualCases,
  }: { readonly run?: number | undefined; readonly state?: CaseLine["state"] | undefined; readonly top?: number | undefined },
): Promise<CasesReport> {
  const row = await requireRun(workspace, run);
  const names = await customerNames(workspace);
  const isLast = row.id === (await requireRun(workspace)).id;
  const all = isLast ? presentLines(await presentCases(workspace), names) : await pastLines(workspace, row, names);
  const asked = all.filter((each) => state === undefined || each.state === state);
  return {
    run: { ...(await runLine(workspace, row)), loads: runRecord(row).loads, lists: JSON.parse(row.lists) },
    states: countCases(all),
    cases: asked.slice(0, top),
    total: asked.length,
    evidence: caseEvidence(runRecord(row)),
  };
}

export async function answerCaseRuns(workspace: Workspace): Promise<CaseRuns> {
  const runs = await readRuns(workspace);
  return {
    runs: await Promise.all(runs.map((row) => runLine(workspace, row))),
    evidence: { grade: "derived", documents: [], rules: [rule], loads: [], limits: [limit] },
  };
}

/** A customer with its cases. Throws LM_CUSTOMER_UNKNOWN. */
export async function answerCustomerCases(workspace: Workspace, id: string): Promise<CustomerCases> {
  const versions = await caseRows(workspace, "customer", { id });
  const last = versions.at(-1);
  if (last === undefined) throw new LevermapError("LM_CUSTOMER_UNKNOWN", `There is no customer ${id}.`, { customer: id });
  const contents = versions.map(({ content }) => JSON.parse(content) as Customer);
  const present = await unless(
    ["LM_RUN_UNKNOWN"],
    () => presentCases(workspace),
    () => null,
  );
  const names = new Map([[id, last.name]]);
  const matches = new Map((present?.latest.matches.get(id) ?? []).map((row) => [row.entry, matchOf(row)]));
  const lines = present === null ? [] : presentLines(present, names).filter(({ customer }) => customer === id);
  const isScreened = present?.latest.results.some(({ customer }) => customer === id) ?? false;
  return {
    customer: contents.at(-1)!,
    state: last.state as CustomerCases["state"],
    versions: versions.map((row, at) => ({
      ...pick(row, "version", "state"),
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      changes: at === 0 ? [] : customerChanges(contents[at - 1]!, contents[at]!),
    })),
    run: isScreened ? (present?.latest.run.row.id ?? null) : null,
    cases: lines.map((line) => ({ ...line, match: matches.get(line.entry) ?? null })),
    decisions: (await readDecisionLines(workspace))
      .filter(({ customer }) => customer === id)
      .map((line) => pick(line, "seq", "entry", "action", "verdict", "of", "note", "user", "at", "score", "second")),
    evidence: caseEvidence(present?.latest.run ?? null),
  };
}

const rule = "method:cases-and-decisions";
const limit =
  "A case is a reason to look. A customer without one is not cleared: only the loaded lists were searched, by names, and owners only in the loaded tables.";

/** What an answer on cases rests on. */
export const caseEvidence = (run: RunRecord | null, more: readonly string[] = []): Evidence => ({
  grade: "derived",
  documents: [],
  rules: [rule],
  loads: (run?.loads ?? []).filter(({ source }) => listSources.has(source)).map((load) => pick(load, "id", "source", "edition")),
  limits: [limit, ...more],
});

const listSources: ReadonlySet<string> = new Set(["csl", "entity-list", "party-list", "names", "wikidata", "rules", "atlas", "owners"]);

type Line = CasesReport["cases"][number];

export async function customerNames(workspace: Workspace): Promise<ReadonlyMap<string, string>> {
  return new Map((await caseRows(workspace, "customer")).map(({ id, name }) => [id, name]));
}

const presentLines = ({ cases, latest }: PresentCases, names: ReadonlyMap<string, string>): readonly Line[] => {
  const matches = new Map([...latest.matches.values()].flat().map((row) => [`${row.customer} ${row.entry}`, row]));
  return cases.map((line) => {
    const row = matches.get(`${line.customer} ${line.entry}`);
    return lineOf(line, names, row === undefined ? null : matchOf(row));
  });
};

/** A case for people. `match`: why. */
export const lineOf = (
  { customer, entry, former, score, state, verdict, decision, changes }: CaseLine,
  names: ReadonlyMap<string, string>,
  match: Pick<CaseMatch, "list" | "name"> | null,
): Line => ({
  customer,
  customerName: names.get(customer) ?? "",
  kind: kindOf(entry),
  ...{ entry, former },
  list: match?.list ?? null,
  listedName: match?.name ?? null,
  ...{ score, state, verdict },
  by: decision?.user ?? null,
  at: decision?.at ?? null,
  note: decision?.note ?? null,
  changes,
});

const kindOf = (entry: string): Line["kind"] => (isOwnedEntry(entry) ? "owned" : "named");

async function pastLines(workspace: Workspace, row: CaseRow<"case_run">, names: ReadonlyMap<string, string>): Promise<readonly Line[]> {
  const { matches } = await readRunResults(workspace, row);
  const decisions = new Map((await readDecisionLines(workspace)).map((line) => [line.seq, line]));
  return [...matches.values()].flat().map((each) => {
    const decision = each.decision === null ? null : (decisions.get(each.decision) ?? null);
    const match = matchOf(each);
    return {
      ...pick(each, "customer", "entry", "former", "score"),
      customerName: names.get(each.customer) ?? "",
      kind: kindOf(each.entry),
      list: match?.list ?? null,
      listedName: match?.name ?? null,
      state: each.state as Line["state"],
      verdict: each.verdict as Line["verdict"],
      by: decision?.user ?? null,
      at: decision?.at ?? null,
      note: decision?.note ?? null,
      changes: JSON.parse(each.changes),
    };
  });
}

const matchOf = ({ reasons }: CaseRow<"case_match">): CaseMatch | null => (reasons === null ? null : JSON.parse(reasons));

async function runLine(workspace: Workspace, row: CaseRow<"case_run">): Promise<CaseRuns["runs"][number]> {
  const results = await caseRows(workspace, "case_result", { run: row.id });
  return {
    run: row.id,
    kind: row.kind as CaseRuns["runs"][number]["kind"],
    ...pick(row, "previous", "why", "purged"),
    asOf: row.as_of,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    user: row.by_user,
    customers: results.length,
    faults: results.flatMap(({ customer, fault }) => (fault === null ? [] : [{ customer, code: fault }])),
  };
}
