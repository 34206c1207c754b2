import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { bundledFile } from "../base/built-file.ts";

/** Records of a file of `data/link/` by column; empty cells are `""`. */
export const readLinkTable = (name: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(bundledFile(`link/${name}.csv`), "utf8"), { columns: true, skip_empty_lines: true });

/** Lazily computed once. */
export function once<T>(build: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: build() };
    return made.value;
  };
}
