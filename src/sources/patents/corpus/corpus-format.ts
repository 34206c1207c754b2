import { z } from "zod";
import { type TableName, tables } from "../../../base/tables.ts";

/** A corpus of patents as a folder of Parquet files, one a table, with a manifest; docs/data.md describes it for others. */
export const corpusFormat = "levermap-corpus";
export const corpusVersion = 1;
export const corpusManifest = "manifest.json";

/** Tables that a corpus may have. */
export const corpusTables = [
  "patent",
  "patent_text",
  "patent_holder",
  "patent_inventor",
  "patent_party_place",
  "patent_place",
  "patent_class",
  "patent_citation",
  "literature_citation",
  "patent_link",
  "patent_event",
  "patent_cut",
] as const satisfies readonly TableName[];

export type CorpusTable = (typeof corpusTables)[number];

export const corpusFile = (table: CorpusTable): string => `${table}.parquet`;

/** Sources whose licence lets their rows be passed on; NOTICE and data/fetch.yaml name the licences. */
export const passableSources: ReadonlySet<string> = new Set([
  "patentsview",
  "uspto",
  "uspto-citations",
  "maintenance",
  "google-patents",
  "kipo",
  "corpus",
]);

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().nonnegative();
const words = z.string().max(2000);

const column = z.strictObject({ name: z.string().max(60), kind: z.enum(["text", "number", "integer"]), optional: z.boolean() });

export const corpusManifestSchema = z.strictObject({
  format: z.literal(corpusFormat),
  version: z.number().int().positive(),
  /** The day on which it was made. */
  made: z.iso.date(),
  levermap: words,
  /** What its rows are from, and on what terms. */
  origins: z.array(
    z.strictObject({ source: words, file: words, edition: words.nullable(), sha256: digest, rows: whole, rejects: whole, notice: words }),
  ),
  /** Whether names of inventors are among it. */
  inventors: z.boolean(),
  tables: z.array(z.strictObject({ table: z.enum(corpusTables), rows: whole, bytes: whole, sha256: digest, columns: z.array(column) })),
});

export type CorpusManifest = z.infer<typeof corpusManifestSchema>;
export type CorpusColumn = z.infer<typeof column>;

/** The columns of a table as a manifest tells them. */
export const corpusColumns = (table: CorpusTable): readonly CorpusColumn[] =>
  Object.entries<string>(tables[table]).map(([name, kind]) => ({
    name,
    kind: kind.replace("?", "") as CorpusColumn["kind"],
    optional: kind.endsWith("?"),
  }));
