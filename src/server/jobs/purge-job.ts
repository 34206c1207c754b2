import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { sum } from "../../base/numbers.ts";
import { type Purged, purge } from "../../library/cases/purge.ts";
import { dayOf } from "../../library/day.ts";
import { type PurgedOld, purgeOld } from "../../library/retention/purge-old.ts";
import type { Job } from "./job.ts";
import { nothingToRemove, type PurgedTold, purgeAskedSchema } from "./purge-asked.ts";

/**
 * Removes whom the file of a job names. Begun again after it was done, it finds nothing left, and says so. Throws LM_CUSTOMER_UNKNOWN where there was nothing, which names
 * nobody, and else as `purge` and `purgeOld`.
 * @param dir of the workspace
 * @param path of the file of the job, which the server removes with the job
 */
export async function purgeAsked(
  dir: string,
  { user, tries }: Pick<Job, "user" | "tries">,
  path: string,
  effects: Effects = quietEffects,
): Promise<PurgedTold> {
  const asked = purgeAskedSchema.parse(JSON.parse(await readFile(path, "utf8")));
  if ("byAge" in asked) return toldByAge(await purgeOld(dir, { today: dayOf(effects.clock.now()), user, effects }));
  try {
    return told(dir, path, await purge(dir, asked, { user, effects }));
  } catch (thrown) {
    if (!(thrown instanceof LevermapError) || thrown.code !== "LM_CUSTOMER_UNKNOWN") throw thrown;
    if (tries > 1) return { removed: 0, rows: 0, notes: 0, backups: 0, left: [], unread: [], limits: [] };
    throw nothingToRemove();
  }
}

const told = (dir: string, path: string, { tokens, rows, notes, backups, left, limits }: Purged): PurgedTold => ({
  removed: tokens.length,
  rows: sum(Object.values(rows)),
  notes,
  backups: backups.rewritten.length,
  left: left.filter((each) => each !== path).map((each) => relative(dir, each)),
  unread: backups.unread.map((each) => relative(dir, each)),
  limits: [...limits],
});

const toldByAge = ({ customers, names, backups }: PurgedOld): PurgedTold => ({
  removed: customers + names,
  rows: null,
  notes: null,
  backups: backups.length,
  left: null,
  unread: null,
  limits: [],
});
