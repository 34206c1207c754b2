import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type TableName, tableNames } from "../base/tables.ts";
import type { Source } from "../sources/format/source.ts";
import { createWorkspace } from "./create.ts";
import { type LoadSummary, loadSource } from "./load.ts";
import type { Stored } from "./schema.ts";
import type { Workspace } from "./workspace.ts";

/** Rows of a freshly loaded atlas by table. */
export type AtlasRows = { readonly [T in TableName]?: readonly Stored<T>[] };

export interface AtlasProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface InitOptions {
  readonly force?: boolean;
  /** Tables that the check needs; default all. */
  readonly checked?: readonly TableName[];
  /** What is still to be done before the workspace is there for others, such as its measures. */
  readonly finish?: (workspace: Workspace) => Promise<unknown>;
}

const shown = 20;

/**
 * Creates a workspace from an atlas; a kill leaves the old one, none, or a whole one. Throws LM_ATLAS_INVALID for bad records or problems
 * found by `check`, and errors of `createWorkspace`.
 */
export async function initWorkspace(
  dir: string,
  atlas: Source,
  paths: readonly string[],
  check: (rows: AtlasRows) => readonly AtlasProblem[],
  { force = false, checked = tableNames, finish }: InitOptions = {},
  effects: Effects = quietEffects,
): Promise<LoadSummary> {
  let summary: LoadSummary = { loads: [], rows: 0, rejects: 0 };
  await createWorkspace(dir, { force, effects }, async (workspace) => {
    summary = await loadSource(workspace, atlas, paths, { maxRejects: 0 }, effects).catch((thrown) => Promise.reject(asInvalid(thrown)));
    const tables: [TableName, unknown][] = [];
    for (const table of checked) tables.push([table, await workspace.rows(table)]);
    const problems = check(Object.fromEntries(tables) as AtlasRows);
    if (problems.length > 0) throw atlasInvalid(problems);
    await finish?.(workspace);
  });
  return summary;
}

function asInvalid(thrown: unknown): unknown {
  if (!(thrown instanceof LevermapError) || thrown.code !== "LM_LOAD_TOO_MANY_REJECTS") return thrown;
  const first = thrown.details.first as readonly (AtlasProblem & { readonly reason: string })[];
  const problems = first.map(({ file, line, reason }) => ({ file, line, message: reason }));
  return atlasInvalid(problems, thrown.details.bad as number);
}

/** LM_ATLAS_INVALID with the first problems; `count`: their total. */
export function atlasInvalid(found: readonly AtlasProblem[], count: number = found.length): LevermapError {
  const problems = found.slice(0, shown);
  const [first] = problems;
  const where = first === undefined ? "" : ` First: ${first.file}:${first.line}: ${first.message}`;
  const message = `The atlas has ${count} ${count === 1 ? "problem" : "problems"}.${where}`;
  return new LevermapError("LM_ATLAS_INVALID", message, { count, problems });
}
