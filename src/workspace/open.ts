import { realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type AuditedDeed, audited } from "./audit-trail.ts";
import { copyBeside, replaceBeside } from "./beside.ts";
import { databaseName, type Mode, openDatabase, settling } from "./database.ts";
import { damaged } from "./faults.ts";
import { generationOf, nextGeneration } from "./generation.ts";
import { exists, type Migration, migrations, renewalKey, setMeta, upgrade } from "./migrations.ts";
import { query } from "./query.ts";
import { schemaVersion } from "./schema.ts";
import { digestKey, misfits, schemaDigest } from "./structure.ts";
import { Workspace } from "./workspace.ts";

export { databaseName } from "./database.ts";

/** Where a workspace is made; what is left there was interrupted. */
export const stagingName = ".new";

export interface OpenOptions {
  readonly mode: Mode;
  readonly effects?: Effects;
  /** Finishes an upgrade, with atlas and measures of today. */
  readonly renew?: ((workspace: Workspace, effects: Effects) => Promise<void>) | undefined;
  /** Whether the trail of writes tells of an upgrade (default), or that of something else does. */
  readonly tells?: boolean;
  /** Upgrade steps; for tests. */
  readonly steps?: readonly Migration[];
}

/**
 * Opens a workspace, upgrading older versions in any mode after a copy to `backups/`. Throws LM_WORKSPACE_MISSING, _BUSY (another writer, or
 * readers when writing), _NEWER, _DAMAGED.
 */
export async function openWorkspace(
  dir: string,
  { mode, effects = quietEffects, renew, tells = true, steps = migrations }: OpenOptions,
): Promise<Workspace> {
  const path = join(resolve(dir), databaseName);
  if (!(await exists(path))) throw await missing(dir);
  const folder = await realpath(resolve(dir));
  const opened = await openChecked(folder, mode);
  if (!opened.isOld && !(opened.isRenewalDue && renew !== undefined)) return opened.workspace;

  opened.workspace.close();
  await upgradeWorkspace(folder, opened.version, { effects, renew, tells, steps });
  return (await openChecked(folder, mode)).workspace;
}

type UpgradeOptions = Required<Pick<OpenOptions, "effects" | "tells" | "steps">> & { readonly renew: OpenOptions["renew"] };

/** Brings a workspace to the tables of today, beside those who read it with an earlier program. */
function upgradeWorkspace(folder: string, from: number, options: UpgradeOptions): Promise<void> {
  const deed = options.tells ? { what: "upgrade", about: `${from} to ${schemaVersion}` } : undefined;
  return audited(folder, deed, options.effects, async (told) => {
    const direct = await openChecked(folder, "write").catch((thrown: unknown) => {
      if (thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_BUSY") return null;
      throw thrown;
    });
    if (direct !== null) return settling(join(folder, databaseName), upgraded(direct, told, options));
    await replaceBeside(folder, async (place) => {
      const copy = await copyBeside(place, folder);
      const workspace = new Workspace(folder, "write", await openDatabase(copy, "write"));
      const state = await workspace
        .use((connection) => readState(connection, folder))
        .catch((thrown: unknown) => {
          workspace.close();
          throw thrown;
        });
      await upgraded({ workspace, ...state }, told, options);
      return { file: copy, done: undefined };
    });
  });
}

/** Upgrades an open workspace, finishes what an upgrade before had left, and closes it. */
async function upgraded(
  { workspace, version, isOld }: Opened,
  told: AuditedDeed | null,
  { effects, renew, steps }: UpgradeOptions,
): Promise<void> {
  try {
    await told?.begin(await workspace.use(generationOf));
    if (isOld) await workspace.use((connection) => upgrade(connection, workspace.dir, version, steps, effects));
    if (renew !== undefined) {
      await renew(workspace, effects);
      await workspace.use((connection) => setMeta(connection, renewalKey, null));
    }
    await workspace.use(nextGeneration);
    told?.made(await workspace.use(generationOf));
    await workspace.use((connection) => connection.run("CHECKPOINT"));
  } finally {
    workspace.close();
  }
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
  /** Whether its tables are not those of today. */
  readonly isOld: boolean;
  /** Whether it was upgraded, and atlas and measures are still to be renewed. */
  readonly isRenewalDue: boolean;
}

/**
 * Opens for reading the file of a workspace at a path of its own, as it is. Throws LM_WORKSPACE_NEWER, _DAMAGED.
 * @param dir of the workspace, where answers are kept
 */
export const openFile = async (dir: string, path: string): Promise<Workspace> =>
  (await openChecked(await realpath(resolve(dir)), "read", path)).workspace;

async function openChecked(folder: string, mode: Mode, path = join(folder, databaseName)): Promise<Opened> {
  const workspace = new Workspace(folder, mode, await openDatabase(path, mode));
  try {
    return { workspace, ...(await workspace.use((connection) => readState(connection, folder))) };
  } catch (thrown) {
    workspace.close();
    throw thrown;
  }
}

/** Version and state of an open database. Throws LM_WORKSPACE_NEWER, and LM_WORKSPACE_DAMAGED for other databases. */
async function readState(connection: DuckDBConnection, folder: string): Promise<Omit<Opened, "workspace">> {
  const foreign = (): Promise<LevermapError> => damaged(folder, `${databaseName} is not a Levermap workspace`);
  const rows = await query<{ key: string; value: string }>(connection, "SELECT key, value FROM meta").catch(async (thrown: unknown) => {
    throw thrown instanceof Error && /^(Catalog|Binder) Error/.test(thrown.message) ? await foreign() : thrown;
  });
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  const value = meta.get("schema_version") ?? "";
  if (!/^\d{1,9}$/.test(value)) throw await foreign();
  const version = Number(value);
  if (version > schemaVersion) {
    const message = `The workspace ${folder} has version ${version}; this Levermap knows versions up to ${schemaVersion}.`;
    throw new LevermapError("LM_WORKSPACE_NEWER", message, { workspace: folder, version, known: schemaVersion });
  }
  const isOld = version < schemaVersion || (meta.get(digestKey) !== schemaDigest && (await misfits(connection)).size > 0);
  return { version, isOld, isRenewalDue: meta.has(renewalKey) };
}
