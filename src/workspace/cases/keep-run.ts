import type { CaseRow } from "../../base/case-tables.ts";
import { inTransaction } from "../query.ts";
import type { Workspace } from "../workspace.ts";
import { appendCaseRows, greatest, readCaseRows } from "./case-rows.ts";

/** A run with all that it gave, before it has a number. */
export interface KeptRun {
  readonly run: Omit<CaseRow<"case_run">, "id">;
  readonly results: readonly Omit<CaseRow<"case_result">, "run">[];
  readonly matches: readonly Omit<CaseRow<"case_match">, "run">[];
  readonly statements: readonly CaseRow<"case_statement">[];
  readonly renames: readonly Omit<CaseRow<"case_rename">, "run">[];
}

/** Keeps a run whole or not at all; returns its number. */
export const keepRun = (workspace: Workspace, { run, results, matches, statements, renames }: KeptRun): Promise<number> =>
  workspace.use((connection) =>
    inTransaction(connection, async () => {
      const id = (await greatest(connection, "case_run", "id")) + 1;
      const known = new Set((await readCaseRows(connection, "case_statement")).map(({ digest }) => digest));
      await appendCaseRows(connection, "case_run", [{ id, ...run }]);
      await appendCaseRows(
        connection,
        "case_result",
        results.map((row) => ({ run: id, ...row })),
      );
      await appendCaseRows(
        connection,
        "case_match",
        matches.map((row) => ({ run: id, ...row })),
      );
      await appendCaseRows(
        connection,
        "case_statement",
        statements.filter(({ digest }) => !known.has(digest)),
      );
      await appendCaseRows(
        connection,
        "case_rename",
        renames.map((row) => ({ ...row, run: id })),
      );
      return id;
    }),
  );
