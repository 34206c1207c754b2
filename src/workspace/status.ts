import type { DuckDBConnection } from "@duckdb/node-api";
import { fullDay } from "../base/days.ts";
import { type ErrorCode, LevermapError } from "../base/errors.ts";
import { type TableName, tableNames } from "../base/tables.ts";
import { query } from "./query.ts";
import { identifier } from "./schema.ts";

export interface LoadStatus {
  readonly id: string;
  readonly source: string;
  /** What a newer load replaces: the source for whole sources, else the file's base name. */
  readonly dataset: string;
  /** `whole`: one data set of all files, replaced by a newer edition. */
  readonly scope: "whole" | "parts";
  readonly edition: string | null;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly rejects: number;
  /** UTC, ISO 8601. */
  readonly loaded_at: string;
  readonly notice: string;
  readonly current: boolean;
  /** Rows by table, without zeros. */
  readonly tables: Readonly<Partial<Record<TableName, number>>>;
}

export interface KeptReject {
  readonly load_id: string;
  readonly file: string;
  readonly line: number;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly excerpt: string;
}

const loadsSql = `SELECT id, source, dataset, scope, edition, path, sha256, bytes::DOUBLE AS bytes, "rows"::DOUBLE AS "rows", rejects::DOUBLE AS rejects,
  loaded_at, notice, "current" FROM load ORDER BY seq`;

const countsSql = tableNames
  .map((table) => `SELECT load_id, '${table}' AS name, count(*)::DOUBLE AS n FROM ${identifier(table)} GROUP BY load_id`)
  .join(" UNION ALL ");

/** All loads in order, with counts. */
export async function readStatus(connection: DuckDBConnection): Promise<LoadStatus[]> {
  const loads = await query<Omit<LoadStatus, "tables">>(connection, loadsSql);
  const counts = await query<{ load_id: string; name: TableName; n: number }>(connection, countsSql);
  const byLoad = new Map(loads.map((load) => [load.id, new Map<TableName, number>()]));
  for (const { load_id, name, n } of counts) byLoad.get(load_id)?.set(name, n);
  return loads.map((load) => {
    const own = byLoad.get(load.id);
    return { ...load, tables: Object.fromEntries(tableNames.flatMap((name) => (own?.has(name) ? [[name, own.get(name)]] : []))) };
  });
}

/** Rejects of one load or all, in order, at most `limit`. Throws LM_LOAD_UNKNOWN. */
export async function readRejects(connection: DuckDBConnection, loadId: string | undefined, limit: number): Promise<KeptReject[]> {
  if (loadId !== undefined) await requireLoad(connection, loadId);
  const sql = `SELECT r.* FROM reject r JOIN load l ON l.id = r.load_id WHERE $1::VARCHAR IS NULL OR r.load_id = $1
    ORDER BY l.seq, r.file, r.line, r.rowid LIMIT $2`;
  return query<KeptReject>(connection, sql, [loadId ?? null, limit]);
}

/** Throws LM_LOAD_UNKNOWN for an unknown id. */
export async function requireLoad(connection: DuckDBConnection, loadId: string): Promise<void> {
  const found = await query(connection, "SELECT id FROM load WHERE id = $1", [loadId]);
  if (found.length === 0) throw new LevermapError("LM_LOAD_UNKNOWN", `There is no load ${loadId}.`, { load: loadId });
}

/** What tells the data of a workspace from those after any load or removal. */
export const dataVersion = (loads: readonly LoadStatus[]): readonly string[] =>
  loads.map(({ id, loaded_at, current }) => `${id} ${loaded_at} ${current}`);

/** The newest atlas serves all days: its rows are dated. */
const datesItsRows: ReadonlySet<string> = new Set(["atlas"]);

/** Whether editions of the data set stand for their own time. */
const isOfItsTime = ({ scope, source, edition }: LoadStatus): boolean => scope === "whole" && edition !== null && !datesItsRows.has(source);

/**
 * Loads for a question about a day, `YYYY-MM-DD`, in loading order: of whole data sets the newest edition up to the day, else the current
 * load.
 */
export function loadsOn(loads: readonly LoadStatus[], day: string): readonly LoadStatus[] {
  const chosen = new Set(loads.filter(({ current }) => current).map((load) => editionOn(loads, load, day)));
  return loads.filter((load) => chosen.has(load));
}

function editionOn(loads: readonly LoadStatus[], current: LoadStatus, day: string): LoadStatus {
  const known = editionsOf(loads, current).filter(({ edition }) => fullDay(edition!) <= day);
  return known.at(-1) ?? current;
}

/** Editions of the data set, oldest first, the last loaded of each. */
function editionsOf(loads: readonly LoadStatus[], { source, dataset }: LoadStatus): readonly LoadStatus[] {
  const own = loads.filter((load) => load.source === source && load.dataset === dataset && isOfItsTime(load));
  const last = new Map(own.map((load) => [fullDay(load.edition!), load]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, load]) => load);
}

/** The next edition; `null` for a load that is current or stands for no time. */
export function replacedBy(loads: readonly LoadStatus[], load: LoadStatus): string | null {
  const editions = editionsOf(loads, load);
  const at = editions.indexOf(load);
  return at < 0 || load.current ? null : (editions[at + 1]?.edition ?? null);
}
