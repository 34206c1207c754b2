import { z } from "zod";
import type { Row } from "../../base/tables.ts";
import { type Grade, gradeSchema } from "./evidence.ts";
import { holderNames, technologyName } from "./names.ts";
import { statementOf } from "./published-count-words.ts";
import type { ReadModel } from "./read-model.ts";
import { fields, object } from "./schema.ts";

/** A count of patents or papers as its source published it. Counts of different kinds or sources are never added up. */
export const publishedCountSchema = object({
  ...fields(z.string(), "technology", "name"),
  holder: z.string().describe("an economy, an organisation, several joined by ; or `world`"),
  holderName: z.string(),
  scope: z.string().describe("the office, conference or place that is counted; `world`: all"),
  counted: z.string().describe("grants, applications, families, share-of-applications, rank, papers, ..."),
  ...fields(z.number().nullable(), "low", "high"),
  unit: z.string().describe("`fraction`: 0..1"),
  year: z.number().nullable().describe("the last year that is counted"),
  years: z.string(),
  known: z.string().nullable().describe("since when the figure was known, YYYY-MM-DD; null: unknown"),
  grade: gradeSchema,
  source: z.string().nullable(),
  note: z.string().nullable(),
}).meta({ id: "PublishedCount" });
export type PublishedCount = z.infer<typeof publishedCountSchema>;

/** Rows of `patent_count` or `science_count` as answers tell them, in their order. */
export const publishedCounts = (read: ReadModel, rows: readonly Row<"patent_count">[]): readonly PublishedCount[] =>
  rows.map((row) => ({
    technology: row.technology,
    name: technologyName(read, row.technology),
    holder: row.holder,
    holderName: holderNames(read, row.holder),
    scope: row.scope,
    counted: row.counted,
    low: row.low,
    high: row.high,
    unit: row.unit,
    year: row.year_to,
    years: yearWords(row.year_from, row.year_to),
    known: read.knownSince(row),
    grade: row.grade as Grade,
    source: row.source,
    note: row.note,
  }));

/** `2005 to 2025`, `2019`, `to 2019` where the first year is not stated. */
function yearWords(from: number | null, to: number | null): string {
  if (from === null) return to === null ? "unknown" : `to ${to}`;
  return from === to ? String(to) : `${from} to ${to ?? "now"}`;
}

/** What is counted, from what says most of who holds rights to what says least. */
const kinds = [
  "in-force",
  "families-granted",
  "grants",
  "families",
  "applications",
  "documents",
  "share-of-families",
  "share-of-documents",
  "share-of-applications",
  "share-of-applicants",
  "papers",
  "share-of-top-papers",
  "share-of-papers",
];

/**
 * Published counts of a technology, the most telling first: those of the technology itself, then of its members; counts and shares of named
 * holders, then of the world, then ranks and whatever else is counted; of these the surest, then the newest, then by kind. Counts of one
 * source, office, kind and years stay together, the greatest first, the best rank first.
 * @param scope the technology, then the members of its family
 */
export function technologyCounts(
  read: ReadModel,
  rows: readonly Row<"patent_count">[],
  scope: readonly string[],
): readonly PublishedCount[] {
  const lines = publishedCounts(
    read,
    rows.filter(({ technology }) => scope.includes(technology)),
  );
  const statements = new Map<string, PublishedCount[]>();
  for (const line of lines) statements.set(statementOf(line), [...(statements.get(statementOf(line)) ?? []), line]);
  return [...statements.values()]
    .map((statement) => statement.sort((a, b) => (a.unit === "rank" ? middleOf(a) - middleOf(b) : middleOf(b) - middleOf(a))))
    .map((statement) => ({ statement, order: orderOf(statement, scope[0]!) }))
    .sort((a, b) => firstDifference(a.order, b.order))
    .flatMap(({ statement }) => statement);
}

/** Smaller numbers come first. */
function orderOf(statement: readonly PublishedCount[], own: string): readonly number[] {
  const [first] = statement as [PublishedCount];
  const kind = kinds.indexOf(first.counted);
  const named = statement.some(({ holder }) => holder !== "world");
  return [
    first.technology === own ? 0 : 1,
    kind < 0 ? 2 : named ? 0 : 1,
    ["published", "derived", "assumed"].indexOf(first.grade),
    -(first.year ?? 0),
    kind,
    -Math.max(...statement.filter(({ holder }) => !named || holder !== "world").map(middleOf)),
  ];
}

const firstDifference = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - b[at]!).find((difference) => difference !== 0) ?? 0;

/** The middle of a figure; of one with an end missing, the end that is known. */
const middleOf = ({ low, high }: PublishedCount): number => ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
