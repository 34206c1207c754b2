import { CsvScanner } from "../../base/csv-scanner.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { tables } from "../../base/tables.ts";
import { BrokenArchive, breakReject, withEnd } from "./broken-archive.ts";
import { type ColumnPlan, type Expression, missing, notInLayout, type Output, readings } from "./column-plan.ts";
import { type Cells, evaluate, isFilled, unreadable, type Value } from "./expressions.ts";
import { openEntries } from "./open-entries.ts";
import { fail, type Place, type RowRecord, reject, rowsOrReject, type SourceRecord, type Stream } from "./records.ts";
import { decodedText } from "./text-chunks.ts";

/** The rows of a file by its plan, record by record; broken records, those that the plan cannot read and the end of an archive that breaks off are rejects. */
export async function* planRows(file: string, plan: ColumnPlan, effects: Effects): Stream<SourceRecord> {
  let line = 0;
  for await (const record of plan.format.kind === "lines" ? lineRecords(file, plan, effects) : delimitedRecords(file, plan, effects)) {
    line += 1;
    if (record === null) continue;
    const place = { file, line: "number" in record && record.number !== undefined ? record.number : line };
    if (record instanceof BrokenArchive) yield breakReject(place, record, "");
    else if ("problem" in record) yield reject(place, record.problem, record.excerpt);
    else for (const row of rowsOf(plan, place, record)) yield row;
  }
}

/** The first characters of what a file, or the only file in an archive, holds; `null` for an archive of none or several. */
export async function firstEntryText(file: string, characters: number): Promise<string | null> {
  let text: string | null = null;
  for await (const entry of openEntries(file, quietEffects)) {
    if (text !== null) return null;
    text = "";
    const decoder = new TextDecoder();
    for await (const chunk of withEnd(entry.chunks())) {
      if (chunk instanceof BrokenArchive && !text.includes("\n")) throw chunk;
      if (chunk === null || chunk instanceof BrokenArchive) break;
      text += decoder.decode(chunk, { stream: true });
      if (text.length >= characters) break;
    }
  }
  return text?.slice(0, characters) ?? null;
}

/** `number`: that of the record in the file that it was cut from. */
interface Found {
  readonly cells: Cells;
  readonly excerpt: string;
  readonly number?: number | undefined;
}
type Broken = { readonly problem: string; readonly excerpt: string; readonly number?: number | undefined };
/** A record, `null` where a line is none, or the end that an archive comes to in the midst of one. */
type Scan = Found | Broken | BrokenArchive | null;

const rowsOf = (plan: ColumnPlan, place: Place, { cells, excerpt }: Found): readonly SourceRecord[] =>
  rowsOrReject(
    place,
    // The plan names the table of each row, which the workspace checks again; the union of row records cannot be picked by it.
    () => planValues(plan, cells).map(({ table, row }) => ({ kind: "row", table, row, ...place }) as unknown as RowRecord),
    () => excerpt,
  );

async function* delimitedRecords(file: string, plan: ColumnPlan, effects: Effects): Stream<Scan> {
  if (plan.format.kind !== "delimited") return;
  const { delimiter, numbered = false } = plan.format;
  const scanner = new CsvScanner(delimiter, { lenient: true });
  const width = plan.columns.length;
  let heading = plan.format.header;
  for await (const text of withEnd(decodedText(file, (own) => entryBytes(file, own), effects))) {
    if (text instanceof BrokenArchive) yield text;
    else
      for (const scanned of text === null ? scanner.end() : scanner.push(text)) {
        if (heading) {
          heading = false;
          yield null;
        } else if ("problem" in scanned) yield numbered ? numberedBroken(scanned) : scanned;
        else if (numbered) yield { ...byColumn(plan.columns, scanned.cells.slice(1), width), number: Number(scanned.cells[0]) };
        else yield byColumn(plan.columns, scanned.cells, width);
      }
  }
}

/** A broken record whose number stands before its first delimiter. */
function numberedBroken({ problem, excerpt }: Broken): Broken {
  const [whole = "", number] = /^(\d+)[^\d]/.exec(excerpt) ?? [];
  return { problem, excerpt: excerpt.slice(whole.length), number: number === undefined ? undefined : Number(number) };
}

function byColumn(columns: readonly string[], cells: readonly string[], width: number): Found | Broken {
  const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");
  if (cells.length < width || extra) return { problem: `${cells.length} cells where there should be ${width}`, excerpt: cells.join(",") };
  return { cells: new Map(columns.map((column, index) => [column, cells[index] ?? ""])), excerpt: cells.slice(0, width).join(",") };
}

async function* lineRecords(file: string, plan: ColumnPlan, effects: Effects): Stream<Scan> {
  if (plan.format.kind !== "lines") return;
  const pattern = new RegExp(`^(?:${plan.format.pattern})$`);
  let rest = "";
  const found = (line: string): Found | Broken | null => {
    if (line.trim() === "") return null;
    const match = pattern.exec(line);
    if (match === null) return { problem: notInLayout, excerpt: line };
    return { cells: new Map(plan.columns.map((column, index) => [column, match[index + 1] ?? ""])), excerpt: line };
  };
  for await (const text of withEnd(decodedText(file, (own) => entryBytes(file, own), effects))) {
    if (text instanceof BrokenArchive) {
      yield text;
      return;
    }
    const lines = (rest + (text ?? "")).split(text === null ? lineEnds : certainLineEnds);
    rest = text === null ? "" : (lines.pop() ?? "");
    if (rest.length > longestLine)
      throw new LevermapError("LM_FILE_UNREADABLE", `${file} has a line of more than ${longestLine} characters.`, { file });
    if (text === null && lines.at(-1) === "") lines.pop();
    for (const line of lines) yield found(line);
  }
}

const longestLine = 1 << 20;
const lineEnds = /\r\n|\n|\r/;
/** A carriage return at the end of a piece may be the half of a line end. */
const certainLineEnds = /\r\n|\n|\r(?=[^\n])/;

/** The bytes of the file, or of the only file in the archive. Throws BrokenArchive after the last sound one. */
async function* entryBytes(file: string, effects: Effects): Stream<Buffer> {
  for await (const entry of openEntries(file, effects)) {
    yield* entry.chunks();
    return;
  }
}

/** The rows that one record gives by a plan, each with its table. Throws BadRow. */
export function planValues(
  plan: ColumnPlan,
  cells: Cells,
): { readonly table: Output["table"]; readonly row: Readonly<Record<string, Value>> }[] {
  for (const output of plan.outputs)
    for (const expression of Object.values(output.values).flatMap(readings)) requireReadable(expression, cells);
  return plan.outputs.flatMap(({ table, values, where }) => {
    if (where !== undefined && evaluate(where, cells) === null) return [];
    const declared: Readonly<Record<string, string>> = tables[table];
    const row = Object.entries(values).map(([column, expression]) => {
      const value = evaluate(expression, cells);
      if (value === null && !declared[column]?.endsWith("?")) fail(missing(expression, column));
      return [column, value] as const;
    });
    return [{ table, row: { ...unknown(declared), ...Object.fromEntries(row) } }];
  });
}

const unknown = (declared: Readonly<Record<string, string>>): Record<string, Value> =>
  Object.fromEntries(Object.keys(declared).map((column) => [column, null]));

function requireReadable(expression: Expression, cells: Cells): void {
  const reason = unreadable(expression);
  if (reason !== null && isFilled(expression, cells) && evaluate(expression, cells) === null) fail(reason);
}
