import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { unless } from "../../base/errors.ts";
import { audited, forgetAuditBefore } from "../../workspace/audit-trail.ts";
import { backupsOf } from "../../workspace/cases/purge-backups.ts";
import { type PurgeOf, purge } from "../cases/purge.ts";
import { requireUser } from "../cases/user.ts";
import { requireDay } from "../day.ts";
import { type Period, readSettings } from "../settings.ts";

export interface PurgeOldOptions {
  /** `YYYY-MM-DD`; ages are counted back from it. */
  readonly today: string;
  readonly user: string | undefined;
  readonly effects?: Effects | undefined;
}

/** What was older than the settings keep it, and is gone. */
export interface PurgedOld {
  /** Whether the settings set a time for anything. */
  readonly set: boolean;
  readonly customers: number;
  /** Names without a customer, with all that was decided on them. */
  readonly names: number;
  readonly backups: readonly string[];
  /** Files of answers and rankings that were kept. */
  readonly answers: number;
  /** Months of the trail of writes. */
  readonly auditMonths: number;
}

/** The day that lies a time before another; of a month without that day the last. */
export function dayBefore(today: string, { count, unit }: Period): string {
  const [year, month, day] = today.split("-").map(Number) as [number, number, number];
  if (unit === "day") return new Date(Date.UTC(year, month - 1, day - count)).toISOString().slice(0, 10);
  const months = unit === "year" ? 12 * count : count;
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/**
 * Removes what is older than `keep` in the settings of a workspace says, also while it is served. Customers and names go as with `purge`, from backups too.
 * Throws LM_SETTINGS_INVALID, LM_USER_NEEDED, LM_USAGE, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * const { backups } = await purgeOld("./levermap-data", { today: "2026-11-29", user: "anna" });
 */
export async function purgeOld(dir: string, { today, user: given, effects = quietEffects }: PurgeOldOptions): Promise<PurgedOld> {
  const { keep } = await readSettings(dir);
  const user = requireUser(given);
  const before = (kept: Period | undefined): string | null => (kept === undefined ? null : dayBefore(requireDay(today), kept));
  const gone = async (of: PurgeOf): Promise<number> =>
    unless(
      ["LM_CUSTOMER_UNKNOWN"],
      async () => (await purge(dir, of, { user, effects })).tokens.length,
      () => 0,
    );
  // Copies first: what is in one that goes need not be taken out of it
  const [oldBackups, oldAnswers, oldAudit] = [before(keep.backups), before(keep.answers), before(keep.audit)];
  const old = {
    backups: oldBackups === null ? [] : await backupsBefore(dir, oldBackups),
    answers: oldAnswers === null ? [] : await answersBefore(dir, oldAnswers),
  };
  const deed = old.backups.length > 0 ? { what: "purge", about: "old backups", user } : undefined;
  await audited(dir, deed, effects, async (told) => {
    await told?.begin(null);
    for (const path of [...old.backups.flatMap((each) => [each, `${each}.wal`]), ...old.answers]) await rm(path, { force: true });
  });
  const auditMonths = oldAudit === null ? 0 : await forgetAuditBefore(dir, oldAudit);
  const [closed, decided] = [before(keep["closed-customers"]), before(keep.decisions)];
  return {
    set: Object.keys(keep).length > 0,
    customers: closed === null ? 0 : await gone({ closedBefore: closed }),
    names: decided === null ? 0 : await gone({ decidedBefore: decided }),
    backups: old.backups,
    answers: old.answers.length,
    auditMonths,
  };
}

/** The day in the name that Levermap gives a backup. */
const dayInName = /-(\d{4})(\d{2})(\d{2})T\d{6}-\d{3}Z(?:-\d+)?\.duckdb$/;

async function backupsBefore(dir: string, day: string): Promise<readonly string[]> {
  const dated = await Promise.all(
    (await backupsOf(dir)).map(async (path) => {
      const named = dayInName.exec(path)?.slice(1, 4).join("-");
      return { path, day: named ?? (await stat(path)).mtime.toISOString().slice(0, 10) };
    }),
  );
  return dated.filter(({ path, day: made }) => path.endsWith(".duckdb") && made < day).map(({ path }) => path);
}

/** Folders of answers that were worked out. */
const answerFolders = ["answers", "ranks", "parts"];

async function answersBefore(dir: string, day: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of answerFolders)
    for (const name of await readdir(join(dir, folder), { recursive: true }).catch(() => [])) {
      const path = join(dir, folder, name);
      const file = await stat(path).catch(() => null);
      if (file?.isFile() && file.mtime.toISOString().slice(0, 10) < day) found.push(path);
    }
  return found;
}
