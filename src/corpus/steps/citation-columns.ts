import { yearOf } from "../../base/days.ts";
import { type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { packClasses } from "../../measure/citations/class-dispersion.ts";
import { cohortMeans, normaliseByCohort } from "../../measure/citations/forward-citations.ts";
import { sharedInts, sharedNumbers, shareInts } from "../../measure/shared-arrays.ts";
import type { NumberColumn } from "../columns.ts";
import type { ClassRows } from "./document-classes.ts";
import type { KernelTask } from "./kernel-task.ts";

/** Five years, as citation windows count them (Funk and Owen-Smith 2017). */
export const fiveYears = 1825;

/** Citations within five years, of which `relativeCitations` makes the last column. */
export const citationsColumn = "citations_5y";

type Run = (task: KernelTask) => Promise<void>;

/**
 * Measures of single documents by their own citations, those of what they cite and of what cites them: all of `citation_measure` but the last column.
 * A graph that has all of these for some documents gives the same values of those.
 * @param lastDay of all documents
 */
export async function citationColumns(
  graph: CitationGraph,
  subclasses: ClassRows,
  lastDay: number,
  run: Run,
): Promise<readonly NumberColumn[]> {
  const counts = () => ({ ni: sharedInts(graph.n), nj: sharedInts(graph.n), nk: sharedInts(graph.n) });
  const dispersion = () => ({ value: sharedNumbers(graph.n), raw: sharedNumbers(graph.n), classified: sharedInts(graph.n) });
  const [within, ever] = [counts(), counts()];
  const [original, general] = [dispersion(), dispersion()];
  const citations = sharedInts(graph.n);
  const classes = packed(subclasses);
  await run({ kernel: "disruption", graph, windowDays: fiveYears, out: { within, ever } });
  await run({ kernel: "originality", graph, classes, out: original });
  await run({ kernel: "generality", graph, classes, out: general });
  await run({ kernel: "forward-citations", graph, windowDays: fiveYears, lastDay, out: citations });
  return [
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
    { name: citationsColumn, values: citations, unknown: true },
  ];
}

/** Five-year citations relative to the mean of year and WIPO field, for which all documents are needed. */
export function relativeCitations(day: Int32Array, fields: ClassRows, citations: Int32Array): NumberColumn {
  const year = Uint16Array.from(day, (one) => (one === unknownDay ? 0 : yearOf(one)));
  const cohorts = { year, fieldStart: fields.start, field: Uint8Array.from(fields.values) };
  const values = new Float64Array(day.length);
  normaliseByCohort(citations, cohorts, cohortMeans(citations, cohorts), 0, day.length, values);
  return { name: "citations_relative", values };
}

/** The day of the latest document. */
export const lastDayOf = ({ n, day }: CitationGraph): number => (n === 0 ? unknownDay : (day[n - 1] ?? unknownDay));

function packed({ start, values }: ClassRows): ReturnType<typeof packClasses> {
  const { code, setStart, sets } = packClasses(start, values);
  const shared = new Uint16Array(new SharedArrayBuffer(2 * sets.length));
  shared.set(sets);
  return { code: shareInts(code), setStart: shareInts(setStart), sets: shared };
}

const degrees = (start: Int32Array): Int32Array =>
  Int32Array.from({ length: start.length - 1 }, (_, i) => (start[i + 1] ?? 0) - (start[i] ?? 0));
