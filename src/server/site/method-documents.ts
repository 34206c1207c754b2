import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { MethodDocument } from "../../site/pages/method.ts";

/** The pages of the docs as the build has made them; none where nothing is built. */
export const readMethodDocuments = (file: string): readonly MethodDocument[] =>
  existsSync(file) ? (JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as readonly MethodDocument[]) : [];
