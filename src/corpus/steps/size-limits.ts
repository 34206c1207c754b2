import type { DuckDBConnection } from "@duckdb/node-api";
import { LevermapError } from "../../base/errors.ts";
import { count } from "../../base/format.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";

/** The most that measures take: arrays count citations and number documents by 31 bits, and names of holders are joined in Maps, which hold 2^24 entries. */
export interface SizeLimits {
  readonly documents: number;
  readonly citations: number;
  readonly names: number;
}

export const sizeLimits: SizeLimits = { documents: 2 ** 30, citations: 2 ** 31 - 1, names: 2 ** 24 };

/** Throws LM_CORPUS_TOO_LARGE for what is over its limit. */
export function requireSize(sizes: Partial<SizeLimits>, limits: SizeLimits): void {
  for (const [what, size] of Object.entries(sizes) as [keyof SizeLimits, number][]) {
    if (size <= limits[what]) continue;
    const words = { documents: "documents", citations: "citations", names: "names of holders" }[what];
    throw new LevermapError("LM_CORPUS_TOO_LARGE", `There are ${count(size)} ${words}; measures take up to ${count(limits[what])}.`, {
      what,
      size,
      limit: limits[what],
    });
  }
}

/** Rows that the measures of a workspace rest on; a document is published or cited. Distinct names are counted only where rows may be too many. */
export async function corpusSizes(connection: DuckDBConnection, limits: SizeLimits): Promise<SizeLimits> {
  const of = (what: string, table: "patent" | "patent_citation" | "patent_holder") =>
    query<{ n: number }>(connection, `SELECT count(${what})::DOUBLE AS n FROM (${currentRows(table)})`).then(([row]) => row?.n ?? 0);
  const [patents, citations, names] = [await of("*", "patent"), await of("*", "patent_citation"), await of("*", "patent_holder")];
  return {
    documents: patents <= limits.documents ? patents : await of("DISTINCT document", "patent"),
    citations,
    names: names <= limits.names ? names : await of("DISTINCT name", "patent_holder"),
  };
}
