import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { nameKey } from "../../link/name-key.ts";
import { type Customer, namesOfCustomer } from "../../screen/cases/customer.ts";
import { caseRows } from "../../workspace/cases/case-rows.ts";
import { compactAndClose } from "../../workspace/cases/compact.ts";
import { isCompactionDue, type PurgedRows, purgeRows } from "../../workspace/cases/purge-customer.ts";
import { nextGeneration } from "../../workspace/generation.ts";
import { openWorkspace } from "../../workspace/open.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type PurgedFiles, purgeFiles } from "./purge-files.ts";
import { requireUser } from "./user.ts";

export interface PurgeOptions {
  readonly user: string | undefined;
  readonly effects?: Effects | undefined;
}

/** What a purge took out, and what it cannot reach. */
export interface Purged extends PurgedFiles {
  /** Stands for the customer from now on; `null`: it had been purged before, and only the file was made compact. */
  readonly token: string | null;
  readonly rows: PurgedRows["rows"];
  readonly notes: number;
  /** Copies of the workspace that may still hold the customer. */
  readonly backups: readonly string[];
  readonly limits: readonly string[];
}

const limits = [
  "Loaded lists and tables of owners that name it are not reached: `levermap unload` removes a load.",
  "Backups are not reached: remove those that are named, or keep them under the same rule.",
  "Auditors' files and tables outside the workspace folder, shell history and the logs of other programs are not reached.",
  "The database file has no byte of the customer left; a disk may keep freed blocks until it uses them again.",
  "A file of customers that still names it brings it back.",
];

/** Texts shorter than this stand in many a note and file that are not about the customer. */
const shortest = 4;

/**
 * Removes a customer for good: from all tables with decisions on its names, from auditors' files in the workspace folder, and its bytes
 * from the database file. What is left is a row with a random token, the day and who did it. Throws LM_USER_NEEDED, LM_CUSTOMER_UNKNOWN,
 * LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await purgeCustomer("./levermap-data", "C-17", { user: "anna" });
 */
export async function purgeCustomer(dir: string, id: string, { user: given, effects = quietEffects }: PurgeOptions): Promise<Purged> {
  const user = requireUser(given);
  const workspace = await openWorkspace(dir, { mode: "write", effects });
  try {
    const customers = await versionsOf(workspace, id);
    const isDue = await isCompactionDue(workspace);
    if (customers === null && !isDue) throw new LevermapError("LM_CUSTOMER_UNKNOWN", `There is no customer ${id}.`, { customer: id });
    const names = (customers ?? []).flatMap(namesOfCustomer);
    const texts = [
      ...new Set([
        ...names,
        ...(customers ?? []).flatMap(({ identifiers, addresses }) => [...identifiers.map(({ value }) => value), ...addresses]),
      ]),
    ].filter((text) => text.length >= shortest);
    const purged =
      customers === null
        ? { token: null, rows: {}, notes: 0 }
        : await purgeRows(workspace, {
            customer: id,
            nameKeys: [...new Set(names.map(nameKey))].filter((key) => key !== ""),
            texts,
            user,
            at: effects.clock.now().toISOString(),
          });
    const files = await purgeFiles(workspace.dir, id, id.length >= shortest ? [id, ...texts] : texts, effects);
    await workspace.use(nextGeneration);
    await compactAndClose(workspace);
    return { ...purged, ...files, backups: await backupsOf(workspace.dir), limits };
  } finally {
    workspace.close();
  }
}

/** All versions of a customer; `null` where nothing of it is there. */
async function versionsOf(workspace: Workspace, id: string): Promise<readonly Customer[] | null> {
  const versions = await caseRows(workspace, "customer", { id });
  return versions.length === 0 ? null : versions.map(({ content }) => JSON.parse(content) as Customer);
}

const backupsOf = async (dir: string): Promise<readonly string[]> =>
  (await readdir(join(dir, "backups")).catch(() => [])).sort().map((name) => join(dir, "backups", name));
