import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedTableName } from "../../base/derived-tables.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import type { TableName } from "../../base/tables.ts";
import type { CitationGraph } from "../../measure/citations/citation-graph.ts";
import { query } from "../../workspace/query.ts";
import { currentRows, identifier } from "../../workspace/schema.ts";
import { inTransaction, runAll } from "../../workspace/transaction.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { documentStatements } from "../documents.ts";
import { linkHolders } from "../holders.ts";
import { readCitationGraph } from "./citation-edges.ts";
import { measureCitations } from "./citation-measures.ts";
import { type KernelPool, openKernelPool } from "./kernel-pool.ts";
import { measureNetwork } from "./network-measures.ts";
import { linkTechnologies } from "./technologies.ts";
import { measureTexts } from "./text-measures.ts";

/** What a step may use; the graph is read once, when the first step asks for it. */
interface Bench {
  readonly connection: DuckDBConnection;
  readonly pool: KernelPool;
  readonly effects: Effects;
  graph(): Promise<CitationGraph>;
}

interface Step {
  /** Raised when the step gives other results from the same rows. */
  readonly version: number;
  readonly reads: readonly TableName[];
  readonly fills: readonly DerivedTableName[];
  run(bench: Bench): Promise<void>;
}

const graphTables = ["patent", "patent_citation"] as const;

/** The steps in their order; every later one builds on `documents`. */
const steps = {
  documents: {
    version: 1,
    reads: [...graphTables, "patent_text"],
    fills: ["patent_document"],
    run: ({ connection }) => runAll(connection, documentStatements),
  },
  holders: {
    version: 2,
    reads: ["patent_holder", "patent_party_place", "patent_place", "organisation", "organisation_name"],
    fills: ["holder_name", "document_holder", "holder"],
    run: ({ connection }) => linkHolders(connection),
  },
  technologies: {
    version: 1,
    reads: ["patent_class", "patent_text", "patent_rule"],
    fills: ["patent_technology"],
    run: ({ connection, effects }) => linkTechnologies(connection, effects),
  },
  citations: {
    version: 1,
    reads: [...graphTables, "patent_class"],
    fills: ["citation_measure"],
    run: async ({ connection, graph, pool, effects }) => measureCitations(connection, await graph(), pool, effects),
  },
  networks: {
    version: 1,
    reads: graphTables,
    fills: ["network_measure"],
    run: async ({ connection, graph, pool, effects }) => measureNetwork(connection, await graph(), pool, effects),
  },
  texts: {
    version: 1,
    reads: ["patent", "patent_text"],
    fills: ["text_measure"],
    run: ({ connection }) => measureTexts(connection),
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as readonly StepName[];

export interface MeasuredStep {
  readonly step: StepName;
  /** Rows of the tables it fills. */
  readonly rows: number;
  /** Nothing it reads has changed since it was last done; it was left alone. */
  readonly already: boolean;
}

export interface MeasureOptions {
  /** These steps, and `documents` before them; all if absent. */
  readonly only?: readonly string[] | undefined;
  /** Worker threads; as many as cores if absent. */
  readonly threads?: number | undefined;
}

/**
 * Makes the tables of results anew where what they rest on has changed. Each step is one transaction: stopped at any moment, the next
 * run goes on with the step that was not done. Throws LM_USAGE for an unknown step, or the reason of `effects.signal`.
 */
export async function measureWorkspace(
  workspace: Workspace,
  { only, threads }: MeasureOptions = {},
  effects: Effects = quietEffects,
): Promise<readonly MeasuredStep[]> {
  const chosen = requireSteps(only);
  const pool = openKernelPool(threads);
  const interrupt = (): void => void workspace.use(async (connection) => connection.interrupt());
  effects.signal.addEventListener("abort", interrupt, { once: true });
  try {
    return await workspace.use((connection) => runSteps(connection, chosen, pool, effects));
  } catch (thrown) {
    effects.signal.throwIfAborted();
    throw thrown;
  } finally {
    effects.signal.removeEventListener("abort", interrupt);
    await pool.close();
  }
}

/** The steps of these names, `documents` before them; all if absent. Throws LM_USAGE for one that is none. */
export function requireSteps(only: readonly string[] | undefined): readonly StepName[] {
  const unknown = only?.find((name) => !Object.hasOwn(steps, name));
  if (unknown !== undefined) {
    throw new LevermapError("LM_USAGE", `There is no step "${unknown}". There are ${stepNames.join(", ")}.`, { step: unknown });
  }
  return stepNames.filter((name) => only === undefined || name === "documents" || only.includes(name));
}

async function runSteps(
  connection: DuckDBConnection,
  chosen: readonly StepName[],
  pool: KernelPool,
  effects: Effects,
): Promise<readonly MeasuredStep[]> {
  let read: Promise<CitationGraph> | undefined;
  const graph = (): Promise<CitationGraph> => {
    read ??= readCitationGraph(connection);
    return read;
  };
  const loads = await readLoads(connection, chosen);
  const done: MeasuredStep[] = [];
  for (const [at, name] of chosen.entries()) {
    effects.signal.throwIfAborted();
    effects.progress.report(at, chosen.length, name);
    const step: Step = steps[name];
    const inputs = inputsOf(loads, step);
    const [known] = await query<{ rows: number }>(connection, 'SELECT "rows" FROM measured WHERE step = $1 AND inputs = $2', [
      name,
      inputs,
    ]);
    if (known !== undefined) {
      done.push({ step: name, rows: known.rows, already: true });
      continue;
    }
    effects.log.debug(`Measuring ${name}.`);
    const rows = await inTransaction(connection, async () => {
      await step.run({ connection, pool, effects, graph });
      const filled = await countRows(connection, step.fills);
      await connection.run("DELETE FROM measured WHERE step = $1", [name]);
      await connection.run("INSERT INTO measured VALUES ($1, $2, $3)", [name, inputs, filled]);
      return filled;
    });
    done.push({ step: name, rows, already: false });
  }
  effects.progress.report(chosen.length, chosen.length, "");
  return done;
}

/** A current load that has rows in a table. */
interface TableLoad {
  readonly name: string;
  readonly load_id: string;
}

/** The current loads of every table that these steps read, each table looked through once, in order of names. */
async function readLoads(connection: DuckDBConnection, names: readonly StepName[]): Promise<readonly TableLoad[]> {
  const tables = new Set<TableName>(names.flatMap((name) => steps[name].reads));
  const selections = [...tables].map((table) => `SELECT DISTINCT '${table}' AS name, load_id FROM (${currentRows(table)})`);
  return query(connection, `${selections.join(" UNION ALL ")} ORDER BY 1, 2`);
}

/** A hash of the current loads that have rows in the tables a step reads. */
function inputsOf(loads: readonly TableLoad[], { version, reads }: Step): string {
  const own = loads.filter(({ name }) => reads.some((table) => table === name));
  return createHash("sha256")
    .update(JSON.stringify([version, own]))
    .digest("hex")
    .slice(0, 16);
}

async function countRows(connection: DuckDBConnection, tables: readonly DerivedTableName[]): Promise<number> {
  const counts = tables.map((table) => `(SELECT count(*) FROM ${identifier(table)})`);
  const [counted] = await query<{ rows: number }>(connection, `SELECT (${counts.join(" + ")})::DOUBLE AS rows`);
  return counted?.rows ?? 0;
}

/** Whether every step has been done, and from the rows that are current. */
export async function isMeasured(workspace: Workspace): Promise<boolean> {
  return workspace.use(async (connection) => {
    const loads = await readLoads(connection, stepNames);
    const done = await query<{ step: string; inputs: string }>(connection, "SELECT step, inputs FROM measured");
    const inputs = new Map(done.map((row) => [row.step, row.inputs]));
    return stepNames.every((name) => inputs.get(name) === inputsOf(loads, steps[name]));
  });
}
