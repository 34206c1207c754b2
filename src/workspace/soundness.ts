import { readdir } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { tableNames } from "../base/tables.ts";
import { query } from "./query.ts";
import { identifier } from "./schema.ts";
import { misfits } from "./structure.ts";
import type { Workspace } from "./workspace.ts";

/** What is wrong with a workspace, in words. */
export interface Unsound {
  readonly about: "structure" | "rows" | "loads" | "files";
  readonly what: string;
}

/** Left by what was stopped; each is removed by the next command that does the same. */
const leavings = /^\.(?:new|compacting\.duckdb.*)$|^\.temporary$/;

/**
 * Reads every row of an open workspace, by which DuckDB checks the sums of its blocks, and compares structure and counts with what is declared and what
 * the loads say. Throws LM_WORKSPACE_DAMAGED where a block cannot be read.
 */
export async function unsoundParts(workspace: Workspace): Promise<{ readonly rows: number; readonly problems: readonly Unsound[] }> {
  const problems: Unsound[] = [];
  const tell = (about: Unsound["about"], what: string): void => void problems.push({ about, what });
  for (const [table, why] of await workspace.use(misfits)) tell("structure", `the table ${table} ${why}`);
  let rows = 0;
  if (problems.length === 0) {
    const counts = new Map<string, number>();
    for (const table of [...tableNames, "reject"])
      for (const { load, n } of await workspace.use((connection) => readWhole(connection, table))) {
        rows += n;
        const key = table === "reject" ? `rejects of ${load}` : load;
        counts.set(key, (counts.get(key) ?? 0) + n);
      }
    const loads = await workspace.status();
    const known = new Set(loads.map(({ id }) => id));
    for (const { id, rows: said, rejects } of loads) {
      const [found, bad] = [counts.get(id) ?? 0, counts.get(`rejects of ${id}`) ?? 0];
      if (found !== said) tell("rows", `load ${id} has ${found} rows, and says ${said}`);
      if (bad !== rejects) tell("rows", `load ${id} has ${bad} rejects, and says ${rejects}`);
    }
    for (const id of counts.keys())
      if (!known.has(id.replace("rejects of ", ""))) tell("loads", `there are rows of load ${id}, of which nothing else is known`);
  }
  for (const name of await readdir(workspace.dir)) if (leavings.test(name)) tell("files", `${name} was left by what was stopped`);
  return { rows, problems };
}

/** Rows by load, with every value read. */
const readWhole = (connection: DuckDBConnection, table: string): Promise<{ load: string; n: number }[]> =>
  query(
    connection,
    `SELECT load_id AS load, count(*)::INTEGER AS n, bit_xor(hash(t))::VARCHAR AS sum FROM ${identifier(table)} t GROUP BY load_id`,
  );
