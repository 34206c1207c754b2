import { open } from "node:fs/promises";
import type { z } from "zod";
import { parseBoundedJson } from "../../base/bounded-json.ts";

/** What a manifest or receipt must be; nothing of it is believed before that is checked. */
export interface ManifestKind<T> {
  readonly format: string;
  /** The newest that is known. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** Bytes. */
  readonly largest: number;
  /** As people call it: `the manifest of a corpus`. */
  readonly what: string;
  /** The error for a file that is not so. */
  invalid(path: string, reason: string): Error;
}

/** Reads a file of JSON that somebody else may have made. Throws what `invalid` makes. */
export async function readManifestFile<T>(path: string, { format, version, schema, largest, what, invalid }: ManifestKind<T>): Promise<T> {
  const text = await boundedText(path, largest, invalid);
  const read = parsed(text, path, invalid);
  if (read.format !== format) throw invalid(path, `it is not ${what}`);
  if (typeof read.version === "number" && read.version > version)
    throw invalid(path, `it has version ${read.version} of the format, and this Levermap knows up to ${version}`);
  const checked = schema.safeParse(read);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw invalid(path, `${issue?.path.join(".") || "it"}: ${issue?.message ?? "not valid"}`);
}

type Invalid = ManifestKind<unknown>["invalid"];

async function boundedText(path: string, largest: number, invalid: Invalid): Promise<string> {
  const handle = await open(path, "r").catch(() => {
    throw invalid(path, "there is no such manifest");
  });
  try {
    if ((await handle.stat()).size > largest) throw invalid(path, "it is too large");
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

function parsed(text: string, path: string, invalid: Invalid): { readonly format?: unknown; readonly version?: unknown } {
  try {
    const value: unknown = parseBoundedJson(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {}
  throw invalid(path, "it is not JSON");
}
