import { realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type Mode, openDatabase } from "./database.ts";
import { damaged } from "./faults.ts";
import { exists, type Migration, migrations, upgrade } from "./migrations.ts";
import { query } from "./query.ts";
import { schemaVersion } from "./schema.ts";
import { Workspace } from "./workspace.ts";

export const databaseName = "levermap.duckdb";

/** Where a workspace is made; what is left there was interrupted. */
export const stagingName = ".new";

export interface OpenOptions {
  readonly mode: Mode;
  readonly effects?: Effects;
  /** Upgrade steps; for tests. */
  readonly steps?: readonly Migration[];
}

/**
 * Opens a workspace, upgrading older versions in any mode after a copy to `backups/`. Throws LM_WORKSPACE_MISSING, _BUSY (another writer, or
 * readers when writing), _NEWER, _DAMAGED.
 */
export async function openWorkspace(dir: string, { mode, effects = quietEffects, steps = migrations }: OpenOptions): Promise<Workspace> {
  const path = join(resolve(dir), databaseName);
  if (!(await exists(path))) throw await missing(dir);
  const folder = await realpath(resolve(dir));
  const opened = await openChecked(folder, mode);
  if (opened.version === schemaVersion) return opened.workspace;

  opened.workspace.close();
  const writer = await openChecked(folder, "write");
  try {
    if (writer.version < schemaVersion)
      await writer.workspace.use((connection) => upgrade(connection, folder, writer.version, steps, effects));
  } finally {
    writer.workspace.close();
  }
  return (await openChecked(folder, mode)).workspace;
}

/** There is none, or one that is not whole: what an interrupted `init` left answers nothing. */
async function missing(dir: string): Promise<LevermapError> {
  const begun = await exists(join(resolve(dir), stagingName));
  const message = begun
    ? `The workspace in ${dir} is not whole: \`levermap init\` is still at work there, or was stopped.`
    : `There is no workspace in ${dir}.`;
  return new LevermapError("LM_WORKSPACE_MISSING", message, { workspace: dir, begun });
}

interface Opened {
  readonly workspace: Workspace;
  readonly version: number;
}

async function openChecked(folder: string, mode: Mode): Promise<Opened> {
  const workspace = new Workspace(folder, mode, await openDatabase(join(folder, databaseName), mode));
  try {
    const version = await workspace.use((connection) => readVersion(connection, folder));
    if (version > schemaVersion) {
      const message = `The workspace ${folder} has version ${version}; this Levermap knows versions up to ${schemaVersion}.`;
      throw new LevermapError("LM_WORKSPACE_NEWER", message, { workspace: folder, version, known: schemaVersion });
    }
    return { workspace, version };
  } catch (thrown) {
    workspace.close();
    throw thrown;
  }
}

/** Schema version of an open database. Throws LM_WORKSPACE_DAMAGED for other databases. */
async function readVersion(connection: DuckDBConnection, folder: string): Promise<number> {
  const foreign = (): Promise<LevermapError> => damaged(folder, `${databaseName} is not a Levermap workspace`);
  const found = await query<{ value: string }>(connection, "SELECT value FROM meta WHERE key = 'schema_version'").catch(
    async (thrown: unknown) => {
      throw thrown instanceof Error && /^(Catalog|Binder) Error/.test(thrown.message) ? await foreign() : thrown;
    },
  );
  const value = found[0]?.value ?? "";
  if (!/^\d{1,9}$/.test(value)) throw await foreign();
  return Number(value);
}
