import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { edinet, edinetFile, type Filer } from "../link/edinet.ts";
import { realData } from "../sources/support.ts";

export type RowInUse = Readonly<Record<string, string>>;

/** Names as they come in use, each file labelled by one person. */
export const filesInUse = ["as_written", "script_pairs", "name_pairs", "unlisted"] as const;
export type FileInUse = (typeof filesInUse)[number];

const pathOf = (file: FileInUse) => realData(`controls/names/${file}.csv`);
export const hasFilesInUse = filesInUse.every((file) => !pathOf(file).absent) && !edinetFile.absent;

/** A half of a file by a hash of its lines: `build` may be looked at while the matcher is changed, `held` may not. */
export type Half = "all" | "build" | "held";

const halfOf = (line: string): Half => (createHash("sha256").update(line.trim()).digest()[0]! % 2 === 0 ? "build" : "held");

/** The rows of a file, or of a half of it. */
export function rowsInUse(file: FileInUse, half: Half = "all"): readonly RowInUse[] {
  const [head = "", ...lines] = readFileSync(pathOf(file).path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  return parse([head, ...lines.filter((line) => half === "all" || halfOf(line) === half)].join("\n"), { columns: true, bom: true });
}

/** Every so many organisations that file in Japan, with a Japanese and an English name each. */
export function filingOrganisations(count: number, from = 0): readonly Filer[] {
  const all = edinet().filter(({ kind, written, english }) => /法人・組合/.test(kind) && written !== "" && english !== "");
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === from).slice(0, count);
}
