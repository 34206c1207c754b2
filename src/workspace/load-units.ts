import { basename } from "node:path";
import type { Source } from "../sources/format/source.ts";
import { type Fingerprint, fingerprint } from "./load-id.ts";
import { query } from "./query.ts";
import type { Workspace } from "./workspace.ts";

/** The files of a source among `paths` as they are loaded: all together, or each one for itself. Throws LM_LOAD_UNRECOGNISED. */
export async function unitsOf(source: Source, paths: readonly string[]): Promise<readonly (readonly string[])[]> {
  const files = await source.files(paths);
  return source.scope === "whole" ? [files] : files.map((file) => [file]);
}

export interface UnitIdentity extends Fingerprint {
  /** What a newer load of the same replaces. */
  readonly dataset: string;
  readonly edition: string | null;
}

/** What a load of these files would be known by. `edition`: the one that a user names. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE or the reason of `signal`. */
export async function identifyUnit(
  source: Source,
  files: readonly string[],
  given: string | null,
  signal: AbortSignal,
): Promise<UnitIdentity> {
  const dataset = source.scope === "whole" ? source.name : basename(files[0] ?? "");
  const edition = given ?? (await source.edition(files));
  const settings = files.flatMap((file) => source.settings?.(file) ?? []);
  return { dataset, edition, ...(await fingerprint({ source: source.name, dataset, edition, settings }, files, signal)) };
}

/** Whether a load of these paths would change anything: one of their files is not what is current under its name. */
export async function isNewTo(workspace: Workspace, source: Source, paths: readonly string[], signal: AbortSignal): Promise<boolean> {
  for (const files of await unitsOf(source, paths)) {
    const { id } = await identifyUnit(source, files, null, signal);
    const sql = `SELECT 1 FROM load WHERE id = $1 AND ("current" OR scope = 'whole')`;
    if ((await workspace.use((connection) => query(connection, sql, [id]))).length === 0) return true;
  }
  return false;
}
