import { CsvScanner, type Scanned } from "../../base/csv-scanner.ts";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, breakReject, withEnd } from "./broken-archive.ts";
import { firstBytes } from "./list-files.ts";
import { breakingOff, excerptOf, type Place, type RejectRecord, reject, type Stream } from "./records.ts";
import { firstText, textChunks } from "./text-chunks.ts";

const headerCharacters = 1 << 16;

/** How a ZIP file begins, as which spreadsheets keep their workbooks (.xlsx, .ods). */
const workbookMark = Buffer.from("PK\u0003\u0004");

/** A record of a delimited file with a header line. */
export class CsvRow implements Place {
  readonly file: string;
  readonly line: number;
  private readonly columns: ReadonlyMap<string, number>;
  /** All cells in the order of the header, as they stand. */
  readonly cells: readonly string[];

  constructor(file: string, line: number, columns: ReadonlyMap<string, number>, cells: readonly string[]) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.cells = cells;
  }

  /** The cell of a column without the blanks around it; `""` where it is empty or the file has no such column. */
  text(column: string): string {
    const index = this.columns.get(column);
    return index === undefined ? "" : (this.cells[index]?.trim() ?? "");
  }

  /** Whether the file has such a column. */
  has(column: string): boolean {
    return this.columns.has(column);
  }

  excerpt(): string {
    return excerptOf(this.cells.join(","));
  }
}

/** Column names of a delimited file, as they stand in its first line; `[]` for an empty file or one without a readable header. */
export async function readHeader(file: string): Promise<readonly string[]> {
  const text = await firstText(file, headerCharacters);
  const scanner = new CsvScanner(delimiterOf(text));
  const first = [...scanner.push(text), ...scanner.end()][0];
  return first && "cells" in first ? first.cells.map((cell) => cell.trim()) : [];
}

/**
 * Streams the records of a delimited file, the broken ones as rejects; the last of an archive that breaks off is one. `lenient`: a quote inside a cell
 * that has none around it stands for itself, as people write names (`Foo "Bar" Ltd`). `anyCase`: columns are found by their names in small letters. Throws LM_LOAD_UNRECOGNISED where the file is a workbook, the header lacks one of
 * `required` or has it twice, and what `textChunks` throws.
 */
export async function* csvRows(
  file: string,
  required: readonly string[],
  effects: Effects,
  { lenient = false, anyCase = false }: { readonly lenient?: boolean; readonly anyCase?: boolean } = {},
): Stream<CsvRow | RejectRecord> {
  const printed = await readHeader(file);
  if ((await firstBytes(file, workbookMark.length)).equals(workbookMark))
    throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is a workbook or an archive, not a table in text: save it as CSV`, { file });
  const header = anyCase ? printed.map((column) => column.toLowerCase()) : printed;
  const columns = indexColumns(file, header, required);
  const scanner = new CsvScanner(delimiterOf(await firstText(file, headerCharacters)), { lenient });
  let started = false;
  for await (const text of withEnd(textChunks(file, effects))) {
    if (text instanceof BrokenArchive) yield breakReject({ file, line: scanner.line }, text, "");
    else {
      const records = text === null ? scanner.end() : scanner.push(text);
      for (const [at, scanned] of records.entries()) {
        const row = toRow(file, columns, header.length, scanned);
        if (started) yield text === null && at === records.length - 1 ? lastRow(row) : row;
        started = true;
      }
    }
  }
}

/** A record that no line end follows, or whose quote nothing closes, is cut if it is bad. */
const lastRow = (row: CsvRow | RejectRecord): CsvRow | RejectRecord =>
  row instanceof CsvRow || row.excerpt.trim() === "" ? row : breakingOff(row);

function indexColumns(file: string, header: readonly string[], required: readonly string[]): ReadonlyMap<string, number> {
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`, {
      file,
      missing,
    });
  }
  const twice = required.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice.length > 0)
    throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} has the column ${twice.join(", ")} twice`, { file, twice });
  const columns = new Map<string, number>();
  header.forEach((column, index) => {
    if (!columns.has(column)) columns.set(column, index);
  });
  return columns;
}

function toRow(file: string, columns: ReadonlyMap<string, number>, width: number, scanned: Scanned): CsvRow | RejectRecord {
  const place = { file, line: scanned.line };
  if ("problem" in scanned) return reject(place, scanned.problem, scanned.excerpt);
  const { cells } = scanned;
  const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");
  if (cells.length < width || extra) return reject(place, `${cells.length} cells where the header has ${width}`, cells.join(","));
  return new CsvRow(file, scanned.line, columns, cells);
}

/** The delimiter that the first line has most of: comma, tab or semicolon. */
function delimiterOf(text: string): string {
  const line = text.split(/[\r\n]/).find((each) => each !== "") ?? "";
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [",", "\t", ";"].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
