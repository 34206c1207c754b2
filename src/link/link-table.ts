import { readFileSync } from "node:fs";
import { bundledFile } from "../base/built-file.ts";
import { csvTable } from "../base/csv-table.ts";

/** Records of a file of `data/link/` by column; empty cells are `""`. */
export const readLinkTable = (name: string): readonly Readonly<Record<string, string>>[] =>
  csvTable(readFileSync(bundledFile(`link/${name}.csv`), "utf8"));

/** Lazily computed once. */
export function once<T>(build: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: build() };
    return made.value;
  };
}
