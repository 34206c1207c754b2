import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedTableName } from "../../base/derived-tables.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import type { TableName } from "../../base/tables.ts";
import type { CitationGraph } from "../../measure/citations/citation-graph.ts";
import { inTransaction, query } from "../../workspace/query.ts";
import { currentRows, identifier } from "../../workspace/schema.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { fillDocuments } from "../documents.ts";
import { linkHolders } from "../holders.ts";
import { measureCitations, readCitationGraph } from "./citation-measures.ts";
import { kernelThreads, type RunKernel } from "./kernel-threads.ts";
import { corpusSizes, requireSize, type SizeLimits, sizeLimits } from "./size-limits.ts";
import { linkTechnologies } from "./technologies.ts";
import { measureNetwork, measureTexts } from "./text-measures.ts";

/** Resources of a step; the graph is read once, lazily. */
interface Bench {
  readonly connection: DuckDBConnection;
  readonly runKernel: RunKernel;
  readonly effects: Effects;
  graph(): Promise<CitationGraph>;
}

interface Step {
  /** Raised when the step's results change for the same rows. */
  readonly version: number;
  readonly reads: readonly TableName[];
  readonly fills: readonly DerivedTableName[];
  run(bench: Bench): Promise<void>;
}

const graphTables = ["patent", "patent_citation"] as const;

/** Steps in order; all others build on `documents`. */
const steps = {
  documents: {
    version: 2,
    reads: [...graphTables, "patent_text", "patent_link"],
    fills: ["patent_document"],
    run: ({ connection }) => fillDocuments(connection),
  },
  holders: {
    version: 4,
    reads: ["patent_holder", "patent_party_place", "patent_place", "organisation", "organisation_name", "holder_join", "patent_transfer"],
    fills: ["holder_name", "document_holder", "holder", "holder_link", "document_transfer"],
    run: ({ connection }) => linkHolders(connection),
  },
  technologies: {
    version: 2,
    reads: ["patent_class", "patent_text", "patent_rule", "problem"],
    fills: ["patent_technology"],
    run: ({ connection, effects }) => linkTechnologies(connection, effects),
  },
  citations: {
    version: 1,
    reads: [...graphTables, "patent_class"],
    fills: ["citation_measure"],
    run: async ({ connection, graph, runKernel, effects }) => measureCitations(connection, await graph(), runKernel, effects),
  },
  networks: {
    version: 1,
    reads: graphTables,
    fills: ["network_measure"],
    run: async ({ connection, graph, runKernel, effects }) => measureNetwork(connection, await graph(), runKernel, effects),
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
  readonly rows: number;
  /** Skipped: nothing it reads has changed. */
  readonly already: boolean;
}

export interface MeasureOptions {
  /** These steps and `documents`; default all. */
  readonly only?: readonly string[] | undefined;
  /** Worker threads; default the number of cores. */
  readonly threads?: number | undefined;
  readonly limits?: SizeLimits | undefined;
}

/**
 * Recomputes tables whose inputs changed, each step a transaction. Throws LM_USAGE for an unknown step, LM_CORPUS_TOO_LARGE before the first one, or
 * `effects.signal`'s reason.
 */
export async function measureWorkspace(
  workspace: Workspace,
  { only, threads, limits = sizeLimits }: MeasureOptions = {},
  effects: Effects = quietEffects,
): Promise<readonly MeasuredStep[]> {
  const chosen = requireSteps(only);
  const interrupt = (): void => void workspace.use(async (connection) => connection.interrupt());
  effects.signal.addEventListener("abort", interrupt, { once: true });
  try {
    return await workspace.use(async (connection) => {
      requireSize(await corpusSizes(connection, limits), limits);
      return runSteps(connection, chosen, kernelThreads(threads), effects);
    });
  } catch (thrown) {
    effects.signal.throwIfAborted();
    throw thrown;
  } finally {
    effects.signal.removeEventListener("abort", interrupt);
  }
}

/** Steps by name, `documents` first; default all. Throws LM_USAGE for unknown names. */
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
  runKernel: RunKernel,
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
      await step.run({ connection, runKernel, effects, graph });
      const filled = await countRows(connection, step.fills);
      await markMeasured(connection, name, inputs, filled);
      return filled;
    });
    done.push({ step: name, rows, already: false });
  }
  effects.progress.report(chosen.length, chosen.length, "");
  return done;
}

/** Keeps what a step was made from, and its number of rows. */
export async function markMeasured(connection: DuckDBConnection, step: StepName, inputs: string, rows: number): Promise<void> {
  await connection.run("DELETE FROM measured WHERE step = $1", [step]);
  await connection.run("INSERT INTO measured VALUES ($1, $2, $3)", [step, inputs, rows]);
}

interface TableLoad {
  readonly name: string;
  readonly load_id: string;
}

/** Current loads of every table that these steps read, by name. */
async function readLoads(connection: DuckDBConnection, names: readonly StepName[]): Promise<readonly TableLoad[]> {
  const tables = new Set<TableName>(names.flatMap((name) => steps[name].reads));
  const selections = [...tables].map((table) => `SELECT DISTINCT '${table}' AS name, load_id FROM (${currentRows(table)})`);
  return query(connection, `${selections.join(" UNION ALL ")} ORDER BY 1, 2`);
}

/** Hash of the current loads of a step's input tables. */
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

export interface StepState {
  readonly step: StepName;
  /** Hash of the current loads that it rests on. */
  readonly inputs: string;
  /** Rows that it gave from these; `null`: it is to be done. */
  readonly rows: number | null;
  readonly fills: readonly DerivedTableName[];
}

/** Every step and whether it is done on the current rows. */
export async function stepStates(connection: DuckDBConnection): Promise<readonly StepState[]> {
  const loads = await readLoads(connection, stepNames);
  const done = await query<{ step: string; inputs: string; rows: number }>(connection, 'SELECT step, inputs, "rows" FROM measured');
  return stepNames.map((step) => {
    const inputs = inputsOf(loads, steps[step]);
    const known = done.find((each) => each.step === step && each.inputs === inputs);
    return { step, inputs, rows: known?.rows ?? null, fills: steps[step].fills };
  });
}

/** Whether every step is done on the current rows. */
export const isMeasured = async (workspace: Workspace): Promise<boolean> =>
  (await workspace.use(stepStates)).every(({ rows }) => rows !== null);
