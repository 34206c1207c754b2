import { join } from "node:path";
import { z } from "zod";
import { derivedTableNames } from "../../base/derived-tables.ts";
import { LevermapError } from "../../base/errors.ts";
import { tableNames } from "../../base/tables.ts";
import type { ManifestKind } from "../../sources/files/manifest-file.ts";

/** A workspace's loads and measures as a folder of Parquet files; docs/layout.md describes it for others. */
export const layoutFormat = "levermap-layout";
export const receiptFormat = "levermap-receipt";
export const sliceFormat = "levermap-slice";
export const layoutVersion = 1;
export const layoutManifest = "manifest.json";

/** Tables whose rows belong to a load. */
export const layoutTables = [...tableNames, "reject"] as const;
export type LayoutTable = (typeof layoutTables)[number];

/** Files of the citation graph, which measures by slices read. */
export const graphFiles = ["document", "citation", "subclass", "field"] as const;
export type GraphFile = (typeof graphFiles)[number];

export const receiptPath = (dir: string, id: string): string => join(dir, "load", `${id}.json`);
export const tablePath = (dir: string, table: LayoutTable, id: string): string => join(dir, table, `${id}.parquet`);
export const measurePath = (dir: string, table: string): string => join(dir, "measure", `${table}.parquet`);
export const graphPath = (dir: string, file: GraphFile): string => join(dir, "graph", `${file}.parquet`);

export const slicePath = (dir: string, slice: number, slices: number, ending: "parquet" | "json"): string =>
  join(dir, "slice", String(slices), `${slice}.${ending}`);

/** Names that a layout may have in its folder. */
export const layoutNames: ReadonlySet<string> = new Set([
  layoutManifest,
  ...["load", "graph", "measure", "slice", "input", "job"],
  ...layoutTables,
]);

export const whole = z.number().int().nonnegative();
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const id = z.string().regex(/^[0-9a-f]{16}$/);
const file = z.strictObject({ rows: whole, bytes: whole, sha256: digest });

export const receiptSchema = z.strictObject({
  format: z.literal(receiptFormat),
  version: z.number().int().positive(),
  id,
  source: z.string(),
  dataset: z.string(),
  scope: z.enum(["whole", "parts"]),
  edition: z.string().nullable(),
  /** The file or files as they were given. */
  path: z.string(),
  /** Of what was read. */
  sha256: digest,
  bytes: whole,
  rows: whole,
  rejects: whole,
  loadedAt: z.iso.datetime(),
  notice: z.string(),
  tables: z.array(file.extend({ table: z.enum(layoutTables) })),
});
export type Receipt = z.infer<typeof receiptSchema>;

const measured = z.strictObject({
  step: z.string(),
  /** Hash of the loads that the step rests on. */
  inputs: id,
  rows: whole,
  files: z.array(file.extend({ table: z.enum(derivedTableNames as [string, ...string[]]) })),
});
export type LayoutMeasure = z.infer<typeof measured>;

const graph = z.strictObject({
  documents: whole,
  citations: whole,
  /** Of the step of citations, if it were done on these documents. */
  inputs: id,
  files: z.array(file.extend({ file: z.enum(graphFiles) })),
});
export type LayoutGraph = z.infer<typeof graph>;

export const layoutManifestSchema = z.strictObject({
  format: z.literal(layoutFormat),
  version: z.number().int().positive(),
  levermap: z.string(),
  /** In the order of loading; the receipt of each stands in its own file. */
  loads: z.array(z.strictObject({ id, receipt: digest })),
  measures: z.array(measured),
  graph: graph.nullable(),
});
export type LayoutManifest = z.infer<typeof layoutManifestSchema>;

export const sliceSchema = file.extend({
  format: z.literal(sliceFormat),
  version: z.number().int().positive(),
  slice: whole,
  slices: whole,
  /** Digest of the graph that it was measured on. */
  graph: digest,
});
export type SliceReceipt = z.infer<typeof sliceSchema>;

export const invalidLayout = (path: string, reason: string): LevermapError =>
  new LevermapError("LM_LAYOUT_INVALID", `${path}: ${reason}.`, { path });

export const manifestKind: ManifestKind<LayoutManifest> = {
  format: layoutFormat,
  version: layoutVersion,
  schema: layoutManifestSchema,
  largest: 2 ** 28,
  what: "the manifest of a layout",
  invalid: invalidLayout,
};

export const receiptKind: ManifestKind<Receipt> = {
  format: receiptFormat,
  version: layoutVersion,
  schema: receiptSchema,
  largest: 2 ** 22,
  what: "the receipt of a load",
  invalid: invalidLayout,
};

export const sliceKind: ManifestKind<SliceReceipt> = {
  format: sliceFormat,
  version: layoutVersion,
  schema: sliceSchema,
  largest: 2 ** 16,
  what: "the receipt of a slice",
  invalid: invalidLayout,
};
