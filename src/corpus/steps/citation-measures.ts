import type { DuckDBConnection } from "@duckdb/node-api";
import { yearOf } from "../../base/days.ts";
import type { Effects } from "../../base/effects.ts";
import { wipoField } from "../../link/wipo-fields.ts";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { packClasses } from "../../measure/citations/class-dispersion.ts";
import { cohortMeans, normaliseByCohort } from "../../measure/citations/forward-citations.ts";
import { sharedInts, sharedNumbers, shareInts } from "../../measure/shared-arrays.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { type NumberColumn, readInts, writeNumbers } from "../columns.ts";
import { epochDay } from "../documents.ts";
import type { KernelPool } from "./kernel-pool.ts";

/** Five years, as citation windows count them (Funk and Owen-Smith 2017). */
export const fiveYears = 1825;

/** Fills `citation_measure`: disruption, originality, generality and forward citations. */
export async function measureCitations(
  connection: DuckDBConnection,
  graph: CitationGraph,
  pool: KernelPool,
  effects: Effects,
): Promise<void> {
  const { subclasses, fields } = await readClasses(connection, graph.n);
  const lastDay = graph.n === 0 ? unknownDay : (graph.day[graph.n - 1] ?? unknownDay);
  const counts = () => ({ ni: sharedInts(graph.n), nj: sharedInts(graph.n), nk: sharedInts(graph.n) });
  const dispersion = () => ({ value: sharedNumbers(graph.n), raw: sharedNumbers(graph.n), classified: sharedInts(graph.n) });
  const [ever, within] = [counts(), counts()];
  const [original, general] = [dispersion(), dispersion()];
  const citations = sharedInts(graph.n);
  const classes = packed(subclasses);
  const run = (task: Parameters<KernelPool["run"]>[0]): Promise<void> => pool.run(task, effects.signal);
  await run({ kernel: "disruption", graph, windowDays: null, out: ever });
  await run({ kernel: "disruption", graph, windowDays: fiveYears, out: within });
  await run({ kernel: "originality", graph, classes, out: original });
  await run({ kernel: "generality", graph, classes, out: general });
  await run({ kernel: "forward-citations", graph, windowDays: fiveYears, lastDay, out: citations });
  const columns: NumberColumn[] = [
    { name: "cites", values: degrees(graph.citedStart) },
    { name: "cited_by", values: degrees(graph.citingStart) },
    { name: "ni", values: ever.ni, unknown: true },
    { name: "nj", values: ever.nj, unknown: true },
    { name: "nk", values: ever.nk, unknown: true },
    { name: "ni_5y", values: within.ni, unknown: true },
    { name: "nj_5y", values: within.nj, unknown: true },
    { name: "nk_5y", values: within.nk, unknown: true },
    { name: "originality", values: original.value },
    { name: "originality_raw", values: original.raw },
    { name: "originality_documents", values: original.classified },
    { name: "generality", values: general.value },
    { name: "generality_raw", values: general.raw },
    { name: "generality_documents", values: general.classified },
    { name: "citations_5y", values: citations, unknown: true },
    { name: "citations_relative", values: relative(graph, fields, citations) },
  ];
  await writeNumbers(connection, "numbers", columns);
  await connection.run("DELETE FROM citation_measure");
  await connection.run(
    `INSERT INTO citation_measure SELECT d.document, ${columns.map(({ name }) => `n.${name}`).join(", ")}
      FROM numbers n JOIN patent_document d USING (number) ORDER BY number`,
  );
  await connection.run("DROP TABLE numbers");
}

function packed({ start, values }: ClassRows): ReturnType<typeof packClasses> {
  const { code, setStart, sets } = packClasses(start, values);
  const shared = new Uint16Array(new SharedArrayBuffer(2 * sets.length));
  shared.set(sets);
  return { code: shareInts(code), setStart: shareInts(setStart), sets: shared };
}

const degrees = (start: Int32Array): Int32Array =>
  Int32Array.from({ length: start.length - 1 }, (_, i) => (start[i + 1] ?? 0) - (start[i] ?? 0));

/** Five-year citations relative to the mean of year and WIPO field. */
function relative(graph: CitationGraph, fields: ClassRows, citations: Int32Array): Float64Array {
  const year = Uint16Array.from(graph.day, (day) => (day === unknownDay ? 0 : yearOf(day)));
  const cohorts = { year, fieldStart: fields.start, field: Uint8Array.from(fields.values) };
  const out = new Float64Array(graph.n);
  normaliseByCohort(citations, cohorts, cohortMeans(citations, cohorts), 0, graph.n, out);
  return out;
}

/** Class numbers in compressed rows: of document `i` `values[start[i] .. start[i+1])`. */
interface ClassRows {
  readonly start: Int32Array;
  readonly values: Uint16Array;
}

/** Distinct subclasses and WIPO fields of every document. */
interface DocumentClasses {
  readonly subclasses: ClassRows;
  readonly fields: ClassRows;
}

/** Inventive CPC (or of unstated role), else IPC. */
const counted = `WITH class AS (
    SELECT document, scheme, split_part(symbol, '/', 1) AS main FROM (${currentRows("patent_class")})
    WHERE scheme = 'ipc' OR (scheme = 'cpc' AND coalesce(role, 'inventive') = 'inventive')
  ), preferred AS (SELECT document, min(scheme) AS scheme FROM class GROUP BY document)`;

/** Reads the classes of all documents, numbered as in `patent_document`. */
async function readClasses(connection: DuckDBConnection, documents: number): Promise<DocumentClasses> {
  const mains = await query<{ main: string }>(connection, `${counted} SELECT DISTINCT main FROM class ORDER BY main`);
  const subclasses = new Map<string, number>();
  await connection.run("CREATE OR REPLACE TEMP TABLE main_group (main VARCHAR, subclass INTEGER, field INTEGER)");
  const appender = await connection.createAppender("main_group", "main", "temp");
  for (const { main } of mains) {
    const subclass = main.slice(0, 4);
    if (!subclasses.has(subclass)) subclasses.set(subclass, subclasses.size);
    appender.appendVarchar(main);
    appender.appendInteger(subclasses.get(subclass) ?? 0);
    const field = wipoField(main);
    if (field === null) appender.appendNull();
    else appender.appendInteger(field);
    appender.endRow();
  }
  appender.closeSync();
  return {
    subclasses: await readRows(connection, documents, "subclass"),
    fields: await readRows(connection, documents, "field"),
  };
}

async function readRows(connection: DuckDBConnection, documents: number, column: "subclass" | "field"): Promise<ClassRows> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE document_class AS ${counted}
    SELECT DISTINCT d.number, g.${column} AS value FROM class JOIN preferred USING (document, scheme) JOIN main_group g USING (main)
    JOIN patent_document d USING (document) WHERE g.${column} IS NOT NULL`);
  const [counts] = await query<{ rows: bigint }>(connection, "SELECT count(*) AS rows FROM document_class");
  const sql = "SELECT number, value FROM document_class ORDER BY number, value";
  const [number = new Int32Array(0), value = new Int32Array(0)] = await readInts(connection, sql, 2, Number(counts?.rows ?? 0));
  await connection.run("DROP TABLE document_class");
  const start = new Int32Array(documents + 1);
  for (const one of number) start[one + 1] = (start[one + 1] ?? 0) + 1;
  for (let i = 0; i < documents; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  return { start, values: Uint16Array.from(value) };
}

/** Citation graph of all documents, numbered as in `patent_document`. */
export async function readCitationGraph(connection: DuckDBConnection): Promise<CitationGraph> {
  const [counts] = await query<{ documents: bigint; citations: bigint }>(
    connection,
    `SELECT (SELECT count(*) FROM patent_document) AS documents, (SELECT count(*) FROM (${currentRows("patent_citation")})) AS citations`,
  );
  const documents = Number(counts?.documents ?? 0);
  const citations = Number(counts?.citations ?? 0);
  const days = `SELECT coalesce(${epochDay("day")}, ${unknownDay})::INTEGER FROM patent_document ORDER BY number`;
  const [day = new Int32Array(0)] = await readInts(connection, days, 1, documents);
  const edges = `SELECT a.number, b.number FROM (${currentRows("patent_citation")}) c
    JOIN patent_document a ON a.document = c.citing JOIN patent_document b ON b.document = c.cited`;
  const [citing = new Int32Array(0), cited = new Int32Array(0)] = await readInts(connection, edges, 2, citations);
  return buildCitationGraph(documents, day, citing, cited);
}
