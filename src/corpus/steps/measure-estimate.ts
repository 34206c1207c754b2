import type { DuckDBConnection } from "@duckdb/node-api";
import type { Estimate } from "../../base/estimate.ts";
import { sum } from "../../base/numbers.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { type StepName, stepStates } from "./measure.ts";

const countedTables = ["patent", "patent_citation", "patent_holder", "patent_class", "patent_text"] as const;

/** Current rows of the tables that steps take their time over. */
export type StepRows = Readonly<Record<(typeof countedTables)[number], number>>;

/** What a step takes, beside what every process takes. */
interface StepCost {
  /** The table for whose rows it takes this. */
  readonly over: keyof StepRows;
  /** Of a core, however few rows there are, and for each. */
  readonly start: number;
  readonly seconds: number;
  /** Bytes for each row. */
  readonly memory: number;
  readonly disk: number;
}

/**
 * From made-up offices of 15,000, 50,000, 150,000 and 400,000 patents, each with eleven citations, four classes, a holder, a title and an abstract of 700 characters (30 November 2026,
 * docs/scale.md).
 */
const costs: Readonly<Record<StepName, StepCost>> = {
  documents: { over: "patent_citation", start: 0.2, seconds: 1.64e-6, memory: 190, disk: 12 },
  holders: { over: "patent_holder", start: 1.1, seconds: 49e-6, memory: 2700, disk: 52 },
  technologies: { over: "patent_class", start: 0.4, seconds: 8.3e-6, memory: 1670, disk: 0 },
  citations: { over: "patent_citation", start: 0.4, seconds: 2e-6, memory: 209, disk: 8.2 },
  networks: { over: "patent_citation", start: 0.1, seconds: 1.16e-6, memory: 152, disk: 2.9 },
  texts: { over: "patent_text", start: 0.1, seconds: 25e-6, memory: 2880, disk: 18 },
};
const process = { seconds: 0.8, memory: 2e8, disk: 3e6 };
/** The part of the memory of all steps that stays taken when one follows the other. */
const stays = 0.6;
/** Bytes up to which memory grows with the rows; beyond, less and less, as what is not needed is cleared. */
const steady = 1.92e9;
const beyond = 0.35;
/** Bytes a citation that the step `citations` takes at least: of 100 M it took 8.0 GB (docs/benchmarks.md). */
const held = 75;

/** The least and the most that steps take; they differ in disk, as loading may leave room in the database file for what they write. */
export function estimateSteps(steps: readonly StepName[], rows: StepRows): readonly [least: Estimate, most: Estimate] {
  const each = (what: "seconds" | "memory" | "disk"): readonly number[] => steps.map((step) => costs[step][what] * rows[costs[step].over]);
  const taken = Math.max(0, ...each("memory"), stays * sum(each("memory")));
  const least = steps.includes("citations") ? held * rows.patent_citation : 0;
  const memory = process.memory + Math.max(least, taken <= steady ? taken : steady * (taken / steady) ** beyond);
  const seconds = process.seconds + sum(steps.map((step) => costs[step].start)) + sum(each("seconds"));
  return [
    { memory, seconds, disk: 0 },
    { memory, seconds, disk: process.disk + sum(each("disk")) },
  ];
}

/** What these steps of a workspace take where they are not done on its current rows; `null`: all of them are. */
export async function estimateMeasure(
  connection: DuckDBConnection,
  steps: readonly StepName[],
): Promise<readonly [least: Estimate, most: Estimate] | null> {
  const due = (await stepStates(connection)).flatMap(({ step, rows }) => (rows === null && steps.includes(step) ? [step] : []));
  if (due.length === 0) return null;
  const counts = countedTables.map((table) => `(SELECT count(*) FROM (${currentRows(table)}))::DOUBLE AS ${table}`);
  const [rows] = await query<StepRows>(connection, `SELECT ${counts.join(", ")}`);
  return rows === undefined ? null : estimateSteps(due, rows);
}
