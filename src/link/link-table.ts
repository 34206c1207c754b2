import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { bundledFile } from "../base/data-folder.ts";

/** Records of one file of `data/link/`, by column name; an empty cell is `""`. */
export function readLinkTable(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(bundledFile(`link/${name}.csv`), "utf8"), { columns: true, skip_empty_lines: true });
}

/** Makes `build` run at most once, at first use. */
export function once<T>(build: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: build() };
    return made.value;
  };
}
