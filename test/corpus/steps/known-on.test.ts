import { expect, it } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { hasLater, openKnownOn } from "../../../src/corpus/steps/known-on.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { cellsWorkspace } from "../../answers/plan/cells-workspace.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { rowsOf } from "../invented-corpus.ts";

/** Results of every step, and rows they rest on without where they were loaded. */
const queries = [
  ...["patent_document", "holder", "document_holder", "patent_technology", "citation_measure", "text_measure"].map(
    (name) => `SELECT * FROM ${name}`,
  ),
  ...["patent", "patent_event", "patent_citation", "patent_inventor"].map((name) => `SELECT * EXCLUDE (load_id, file, line) FROM ${name}`),
];

const contents = (workspace: Workspace): Promise<readonly object[][]> =>
  Promise.all(queries.map((sql) => rowsOf<object>(workspace, `${sql} ORDER BY ALL`)));

it("what was known on a day is the workspace as it would have been measured then, and the workspace stays as it is", async () => {
  const folder = temporaryFolder();
  const day = "2009-04-30";
  const then = await cellsWorkspace(folder, day);
  const later = await cellsWorkspace(folder);
  const before = await contents(later);
  const known = await openKnownOn(later, dayOf(day)!);
  expect(await contents(known)).toEqual(await contents(then));
  expect(await contents(later)).toEqual(before);
  known.close();
  expect(await contents(later)).toEqual(before);
  expect(before).not.toEqual(await contents(then));
  const has = (workspace: Workspace, on: string) => workspace.use((connection) => hasLater(connection, dayOf(on)!));
  expect(await Promise.all([has(then, day), has(later, day), has(later, "2030-01-01")])).toEqual([false, true, false]);
  then.close();
  later.close();
});
