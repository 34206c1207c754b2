import { rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Effects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import type { Source } from "../sources/format/source.ts";
import { cutSource } from "../sources/patents/cut/cut-source.ts";
import { cutTables } from "../sources/patents/cut/cut-tables.ts";
import { requireTables } from "../sources/patents/tables/patentsview.ts";
import { temporaryName } from "../workspace/database.ts";
import type { LoadSummary } from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { chosenClasses } from "./chosen-classes.ts";

/** Cuts tables of PatentsView into the workspace's temporary folder, for as long as `load` reads them. Throws LM_USAGE for another source. */
export async function withCut(
  workspace: Workspace,
  source: Source,
  paths: readonly string[],
  named: readonly string[],
  load: (cut: Source) => Promise<LoadSummary>,
  effects: Effects,
): Promise<LoadSummary> {
  if (source.name !== "patentsview") {
    throw new LevermapError("LM_USAGE", `Only patentsview can be cut to classes, not ${source.name}.`, { source: source.name });
  }
  const classes = await chosenClasses(named);
  const folder = join(workspace.dir, temporaryName, "cut");
  const tables = await requireTables(await source.files(paths));
  try {
    return await load(cutSource(await cutTables(tables, classes, folder, effects)));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rmdir(dirname(folder)).catch(() => undefined);
  }
}
