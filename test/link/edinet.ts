import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { realData } from "../sources/support.ts";

/** The register of those who file in Japan, and whether it is there. */
export const edinetFile = realData("controls/aliases/EdinetcodeDlInfo_20260811_utf8.csv");

/** One who files: their kind, their name as written, in English and in kana, and their corporate number; empty where the register has none. */
export interface Filer {
  readonly kind: string;
  readonly written: string;
  readonly english: string;
  readonly kana: string;
  readonly number: string;
}

/** The rows stand behind a line on the download and one of headings. */
export const edinet = (): readonly Filer[] =>
  parse(readFileSync(edinetFile.path, "utf8"), { relax_column_count: true, bom: true, skip_empty_lines: true, from: 3 }).map(
    (row: readonly string[]): Filer => ({
      kind: row[1] ?? "",
      written: row[6] ?? "",
      english: row[7] ?? "",
      kana: row[8] ?? "",
      number: row[12] ?? "",
    }),
  );
