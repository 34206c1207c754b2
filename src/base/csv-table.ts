import { CsvScanner } from "./csv-scanner.ts";

/** The records of a small CSV text by the names in its first line; empty cells are `""`. Throws an error that names the line where one is broken. */
export function csvTable(text: string): readonly Readonly<Record<string, string>>[] {
  const scanner = new CsvScanner(",");
  const [header = [], ...rows] = [...scanner.push(text), ...scanner.end()].map((scanned) => {
    if ("problem" in scanned) throw new Error(`line ${scanned.line}: ${scanned.problem}`);
    return scanned.cells;
  });
  return rows.map((cells, at) => {
    if (cells.length !== header.length) throw new Error(`record ${at + 1} has ${cells.length} cells where the header has ${header.length}`);
    return Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ""]));
  });
}
