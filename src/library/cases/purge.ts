import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { nameKey } from "../../link/name-key.ts";
import { type Customer, namesOfCustomer } from "../../screen/cases/customer.ts";
import { removeLeftBeside } from "../../workspace/beside.ts";
import { inBackups, type PurgedBackups, purgeBackups } from "../../workspace/cases/purge-backups.ts";
import {
  closedBefore,
  contentsOf,
  isCompactionDue,
  namesDecided,
  namesDecidedBefore,
  type PurgedRows,
  type PurgeRequest,
  purgeRows,
} from "../../workspace/cases/purge-customer.ts";
import { requireDay } from "../day.ts";
import { withWorkspace } from "../with-workspace.ts";
import { type PurgedFiles, purgeFiles } from "./purge-files.ts";
import { requireUser } from "./user.ts";

/**
 * Whom to remove: a customer; a name that was decided on without one; all customers closed before a day, `YYYY-MM-DD`; or all names without a customer on
 * which nothing was decided since a day.
 */
export type PurgeOf =
  | { readonly customer: string }
  | { readonly name: string }
  | { readonly closedBefore: string }
  | { readonly decidedBefore: string };

export interface PurgeOptions {
  readonly user: string | undefined;
  readonly effects?: Effects | undefined;
}

/** What a purge took out, and what it cannot reach. */
export interface Purged extends PurgedFiles {
  /** Each stands for one who was removed, from now on; none where only the file was made compact, or copies held it alone. */
  readonly tokens: readonly string[];
  readonly rows: PurgedRows["rows"];
  readonly notes: number;
  /** Copies of the workspace, in its `backups/`. */
  readonly backups: PurgedBackups;
  readonly limits: readonly string[];
}

const limits = [
  "Loaded lists and tables of owners that name it are not reached: `levermap unload` removes a load.",
  "Backups and auditors' files outside the workspace folder, shell history and the logs of other programs are not reached.",
  "The database file has no byte of it left; a disk may keep freed blocks until it uses them again.",
  "A file of customers that still names it brings it back.",
];

/** Texts shorter than this stand in many a note and file that are not about the customer. */
const shortest = 4;

/** A Chinese, Japanese or Korean sign tells as much as two letters. */
const isTelling = (text: string): boolean =>
  [...text].reduce((sum, sign) => sum + (/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]/u.test(sign) ? 2 : 1), 0) >= shortest;

/**
 * Removes a customer for good, or a name, or all who left long ago: from all tables with decisions on its names, also those of copies in `backups/`, from
 * auditors' files in the workspace folder, with kept answers, and its bytes from the database files. What is left is a row with a random token, the day
 * and who did it. People may go on reading meanwhile. Killed before the end, it is begun again. Throws LM_USER_NEEDED, LM_USAGE where the day is none,
 * LM_CUSTOMER_UNKNOWN where there is none, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await purge("./levermap-data", { customer: "C-17" }, { user: "anna" });
 */
export async function purge(dir: string, of: PurgeOf, { user: given, effects = quietEffects }: PurgeOptions): Promise<Purged> {
  const user = requireUser(given);
  if ("closedBefore" in of) requireDay(of.closedBefore);
  if ("decidedBefore" in of) requireDay(of.decidedBefore);
  const at = effects.clock.now().toISOString();
  const { folder, subjects, isDue } = await withWorkspace(dir, "read", effects, async (workspace) => {
    const everywhere = async <T>(read: (connection: DuckDBConnection) => Promise<T>): Promise<readonly T[]> => [
      await workspace.use(read),
      ...(await inBackups(workspace.dir, read)),
    ];
    const due = await workspace.use(isCompactionDue);
    return { folder: workspace.dir, subjects: await subjectsOf(of, everywhere), isDue: due };
  });
  // A purge that was killed as it ended may have left the copy of before, which names whom it removed
  await removeLeftBeside(folder);
  if (subjects.length === 0 && !isDue) throw unknown(of);
  const requests = subjects.map((subject) => ({ ...requestOf(subject), user, at }));
  const backups = await purgeBackups(folder, requests, effects.signal);
  const files = await purgedFiles(folder, requests, effects);
  await rm(join(folder, "answers"), { recursive: true, force: true });
  const taken = await withWorkspace(dir, { what: "purge", user, compact: true }, effects, (workspace) =>
    workspace.use(async (connection) => {
      const found: PurgedRows[] = [];
      for (const request of requests) found.push(await purgeRows(connection, request));
      return found;
    }),
  );
  return { ...summed(taken), ...files, backups, limits };
}

/** One to remove, with all that tells of it anywhere. */
interface Subject {
  readonly id: string | null;
  readonly names: readonly string[];
  /** Identifiers and addresses. */
  readonly others: readonly string[];
}

type Everywhere = <T>(read: (connection: DuckDBConnection) => Promise<T>) => Promise<readonly T[]>;

async function subjectsOf(of: PurgeOf, everywhere: Everywhere): Promise<readonly Subject[]> {
  if ("name" in of) return subjectsNamed([of.name], everywhere);
  if ("decidedBefore" in of) {
    // By the workspace itself: a copy of before does not know what was decided since
    const [here = []] = await everywhere((connection) => namesDecidedBefore(connection, of.decidedBefore));
    return subjectsNamed(here, everywhere);
  }
  const ids = "customer" in of ? [of.customer] : await gone(of.closedBefore, everywhere);
  const subjects: Subject[] = [];
  for (const id of ids) {
    const versions = (await everywhere((connection) => contentsOf(connection, id)))
      .flat()
      .map((content) => JSON.parse(content) as Customer);
    if (versions.length > 0) subjects.push(subjectOf(id, versions));
  }
  return subjects;
}

async function subjectsNamed(given: readonly string[], everywhere: Everywhere): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const name of given) {
    const key = nameKey(name);
    const names = key === "" ? [] : (await everywhere((connection) => namesDecided(connection, key))).flat();
    if (names.length > 0) subjects.push({ id: null, names: [...new Set([name, ...names])], others: [] });
  }
  return subjects;
}

/** Customers closed before a day, by the workspace itself: a copy of before does not know who came back. */
async function gone(day: string, everywhere: Everywhere): Promise<readonly string[]> {
  const [here = []] = await everywhere((connection) => closedBefore(connection, day));
  return here;
}

const subjectOf = (id: string, versions: readonly Customer[]): Subject => ({
  id,
  names: versions.flatMap(namesOfCustomer),
  others: versions.flatMap(({ identifiers, addresses }) => [...identifiers.map(({ value }) => value), ...addresses]),
});

const requestOf = ({ id, names, others }: Subject): Pick<PurgeRequest, "customer" | "nameKeys" | "texts" | "words"> => ({
  customer: id,
  nameKeys: [...new Set(names.map(nameKey))].filter((key) => key !== ""),
  texts: [...new Set([...names, ...others])].filter(isTelling),
  words: [...names.filter((name) => !isTelling(name) && /\S/.test(name)), ...(id !== null && isTelling(id) ? [id] : [])],
});

async function purgedFiles(folder: string, requests: readonly PurgeRequest[], effects: Effects): Promise<PurgedFiles> {
  const all: { rewritten: Set<string>; removed: Set<string>; left: Set<string> } = {
    rewritten: new Set(),
    removed: new Set(),
    left: new Set(),
  };
  for (const { customer, texts } of requests) {
    const needles = customer !== null && customer.length >= shortest ? [customer, ...texts] : texts;
    const found = await purgeFiles(folder, customer, needles, effects);
    for (const kind of ["rewritten", "removed", "left"] as const) for (const path of found[kind]) all[kind].add(path);
  }
  return { rewritten: [...all.rewritten], removed: [...all.removed], left: [...all.left] };
}

function summed(taken: readonly PurgedRows[]): Pick<Purged, "tokens" | "rows" | "notes"> {
  const rows: Record<string, number> = {};
  for (const each of taken) for (const [table, count] of Object.entries(each.rows)) rows[table] = (rows[table] ?? 0) + count;
  return {
    tokens: taken.flatMap(({ token }) => (token === null ? [] : [token])),
    rows,
    notes: taken.reduce((sum, { notes }) => sum + notes, 0),
  };
}

function unknown(of: PurgeOf): LevermapError {
  if ("customer" in of) return new LevermapError("LM_CUSTOMER_UNKNOWN", `There is no customer ${of.customer}.`, { customer: of.customer });
  const message =
    "name" in of
      ? `No decision is kept on "${of.name}".`
      : "closedBefore" in of
        ? `No customer was closed before ${of.closedBefore}.`
        : `No name was last decided on before ${of.decidedBefore}.`;
  return new LevermapError("LM_CUSTOMER_UNKNOWN", message, { ...of });
}
