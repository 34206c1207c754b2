import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { ManifestKind } from "../../sources/files/manifest-file.ts";
import { digest, id, invalidLayout, layoutVersion, whole } from "./layout-format.ts";

export const inputFormat = "levermap-input";

/** What one call of `load` would be given: a line of the list of `parse`. */
export const inputSchema = z.strictObject({
  /** `null`: the one source that reads it. */
  source: z.string().nullable(),
  paths: z.array(z.string().min(1)).min(1),
  edition: z.string().nullable(),
  /** Largest share of bad records, 0..1; `null`: the usual. */
  maxRejects: z.number().min(0).max(1).nullable(),
});
export type Input = z.infer<typeof inputSchema>;

/** What tells an input from all others of a layout. */
export const inputKey = ({ source, paths, edition, maxRejects }: Input): string =>
  createHash("sha256")
    .update(JSON.stringify([source, paths, edition, maxRejects]))
    .digest("hex")
    .slice(0, 16);

export const inputPath = (dir: string, input: Input): string => join(dir, "input", `${inputKey(input)}.json`);

const parsedLoad = z.strictObject({
  /** The file, or all files of a source that takes them together. */
  path: z.string(),
  id,
  receipt: digest,
  rows: whole,
  rejects: whole,
});
export type ParsedLoad = z.infer<typeof parsedLoad>;

export const inputReceiptSchema = inputSchema.extend({
  format: z.literal(inputFormat),
  version: z.number().int().positive(),
  /** Sizes and times of the files as they were read. */
  stamps: z.string(),
  loads: z.array(parsedLoad),
  failures: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
});
export type InputReceipt = z.infer<typeof inputReceiptSchema>;

export const inputKind: ManifestKind<InputReceipt> = {
  format: inputFormat,
  version: layoutVersion,
  schema: inputReceiptSchema,
  largest: 2 ** 26,
  what: "the receipt of an input",
  invalid: invalidLayout,
};
