import type { DuckDBConnection } from "@duckdb/node-api";
import { yearOf } from "../../base/days.ts";
import type { Effects } from "../../base/effects.ts";
import { type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { packClasses } from "../../measure/citations/class-dispersion.ts";
import { cohortMeans, normaliseByCohort } from "../../measure/citations/forward-citations.ts";
import { sharedInts, sharedNumbers, shareInts } from "../../measure/shared-arrays.ts";
import { type ClassRows, readClasses } from "./class-rows.ts";
import type { KernelPool } from "./kernel-pool.ts";
import { type NumberColumn, writeNumbers } from "./number-columns.ts";

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
