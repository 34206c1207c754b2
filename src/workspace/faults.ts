import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { faultOfPlace, LevermapError } from "../base/errors.ts";

const locked = /could not set lock|conflicting lock|being used by another process/i;
const newer = /newer version of DuckDB|we can only read versions/i;
const forbidden = /permission denied/i;
const corrupt = /not a valid DuckDB database|checksum|corrupt|could not read enough bytes|failed to deserialize|serialization error/i;

export function busy(dir: string, details: Readonly<Record<string, unknown>> = {}): LevermapError {
  return new LevermapError("LM_WORKSPACE_BUSY", `The workspace ${dir} is in use.`, { workspace: dir, ...details });
}

/** LM_WORKSPACE_DAMAGED with the newest backup, if any. */
export async function damaged(dir: string, reason: string): Promise<LevermapError> {
  const backups = await listBackups(dir);
  const hint = backups.length > 0 ? ` The newest backup is ${backups.at(-1)}.` : " There is no backup.";
  const message = `The workspace ${dir} cannot be read: ${reason}.${hint}`;
  return new LevermapError("LM_WORKSPACE_DAMAGED", message, { workspace: dir, reason, backups });
}

/** Error for a failed opening of a database file. */
export async function openingFault(thrown: unknown, dir: string): Promise<unknown> {
  if (!(thrown instanceof Error) || thrown instanceof LevermapError) return thrown;
  if ((thrown as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return thrown;
  const reason = firstLine(thrown);
  if (locked.test(reason)) return busy(dir, { reason });
  if (newer.test(thrown.message))
    return new LevermapError("LM_WORKSPACE_NEWER", `The workspace ${dir} was written by a newer version.`, { workspace: dir, reason });
  if (forbidden.test(reason))
    return new LevermapError("LM_FILE_UNREADABLE", `No permission to open the workspace ${dir}: ${reason}`, { workspace: dir });
  // A full disk, or one that cannot be written, is no damage: a restored backup would not help
  return faultOfPlace(thrown) ?? damaged(dir, reason);
}

/** Error for a failure in an open database: damage is reported, anything else passed on. */
export async function workingFault(thrown: unknown, dir: string): Promise<unknown> {
  if (!(thrown instanceof Error) || thrown instanceof LevermapError) return thrown;
  return corrupt.test(thrown.message) ? damaged(dir, firstLine(thrown)) : thrown;
}

const firstLine = (error: Error): string => (error.message.split("\n")[0] ?? "").replace(/\.$/, "");

async function listBackups(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, "backups")).catch(() => []);
  return names
    .filter((name) => name.endsWith(".duckdb"))
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
    .map((name) => join(dir, "backups", name));
}

/** Time part of `levermap-v<N>-<time>.duckdb`. */
const timeOf = (name: string): string => name.replace(/^levermap-[^-]*-/, "");
