import type { CaseRow } from "../../base/case-tables.ts";
import { LevermapError } from "../../base/errors.ts";
import { type CaseLine, casesOf } from "../../screen/cases/case-state.ts";
import type { DecisionLine } from "../../screen/cases/decision-log.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type RunResults, readContents, readDecisionLines, readRenames, readRunResults, readRuns } from "./case-records.ts";

/** The cases of a run, with the decisions taken since. */
export interface PresentCases {
  readonly latest: RunResults;
  readonly cases: readonly CaseLine[];
  readonly decisions: readonly DecisionLine[];
}

/** A run by its number, the latest if none is given. Throws LM_RUN_UNKNOWN. */
export async function requireRun(workspace: Workspace, id?: number): Promise<CaseRow<"case_run">> {
  const runs = await readRuns(workspace);
  const found = id === undefined ? runs.at(-1) : runs.find((run) => run.id === id);
  if (found !== undefined) return found;
  throw new LevermapError("LM_RUN_UNKNOWN", id === undefined ? "Customers were not screened yet." : `There is no run ${id}.`, {
    run: id ?? null,
  });
}

/** The cases of the latest run as they stand with all decisions. Throws LM_RUN_UNKNOWN where there is no run. */
export async function presentCases(workspace: Workspace): Promise<PresentCases> {
  const latest = await readRunResults(workspace, await requireRun(workspace));
  const [decisions, renames, contents] = [await readDecisionLines(workspace), await readRenames(workspace), await readContents(workspace)];
  const rows = [...latest.matches.values()].flat();
  const statements = new Map(
    rows.flatMap(({ customer, entry, statement }) => (statement === null ? [] : [[`${entry} ${customer}`, statement] as const])),
  );
  const inForce = new Set(rows.flatMap(({ entry, statement }) => (statement === null ? [] : [entry])));
  for (const { seq, customer, entry, statement } of decisions) {
    if (seq <= latest.run.row.decision || statement === null || statements.has(`${entry} ${customer}`)) continue;
    statements.set(`${entry} ${customer}`, statement);
    inForce.add(entry);
  }
  const scores = (of: readonly CaseRow<"case_match">[]): ReadonlyMap<string, number> =>
    new Map(of.flatMap(({ entry, score }) => (score === null ? [] : [[entry, score] as const])));
  return {
    latest,
    decisions,
    cases: casesOf({
      customers: new Map(latest.results.map(({ customer, digest }) => [customer, digest])),
      matches: new Map([...latest.matches].map(([customer, of]) => [customer, scores(of)])),
      ...{ inForce, decisions, renames, ...contents },
      statementOf: (customer, entry) => statements.get(`${entry} ${customer}`) ?? null,
    }),
  };
}
