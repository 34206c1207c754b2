/** One record of a delimited text as it was scanned: its cells, or what is wrong with it. `line` is that of its first line. */
export type Scanned =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: string; readonly excerpt: string };

/** Characters that one record may have, quoted line ends included. */
export const maxRecordCharacters = 1 << 18;

const excerptCharacters = 200;

/**
 * Splits delimited text (RFC 4180) into records. Push text in pieces of any size, then call `end`. A quote that is never closed costs the
 * line it stands on. By hand: with the package csv-parse it costs the rest of the file, and three times as long.
 */
export class CsvScanner {
  readonly delimiter: string;
  readonly lenient: boolean;
  private rest = "";
  /** The line on which the record in hand begins. */
  line = 1;
  private skipping = false;

  /**
   * `lenient`: reads what DuckDB reads, where such a record is bad otherwise. A quote inside a cell that has none around it stands for
   * itself; one blank before an opening quote and all after a closing one are passed over; quotes with only blanks between them open
   * and close nothing.
   */
  constructor(delimiter: string, { lenient = false }: { readonly lenient?: boolean } = {}) {
    this.delimiter = delimiter;
    this.lenient = lenient;
  }

  push(text: string): Scanned[] {
    return this.scan(text, false);
  }

  end(): Scanned[] {
    return this.scan("", true);
  }

  private scan(added: string, last: boolean): Scanned[] {
    const text = this.rest + added;
    const records: Scanned[] = [];
    let at = 0;
    while (at < text.length) {
      const stop = lineEnd(text, at, last);
      if (stop === null) {
        if (text.length - at <= maxRecordCharacters) break;
        if (!this.skipping) records.push(this.tooLong(text, at));
        this.skipping = true;
        at = text.length - 1;
        break;
      }
      if (this.skipping) {
        this.skipping = false;
        at = this.pass(stop.next);
        continue;
      }
      const record = this.record(text, at, stop, last);
      if (record === "more") break;
      if (record.scanned) records.push(record.scanned);
      at = record.next;
      this.line += record.lines;
    }
    this.rest = text.slice(at);
    return records;
  }

  private pass(next: number): number {
    this.line += 1;
    return next;
  }

  private tooLong(text: string, at: number): Scanned {
    return {
      line: this.line,
      problem: `record of more than ${maxRecordCharacters} characters`,
      excerpt: text.slice(at, at + excerptCharacters),
    };
  }

  private record(text: string, at: number, stop: Stop, last: boolean): "more" | { scanned: Scanned | null; next: number; lines: number } {
    const single = text.slice(at, stop.end);
    const bad = (problem: string) => ({
      scanned: { line: this.line, problem, excerpt: single.slice(0, excerptCharacters) },
      next: stop.next,
      lines: 1,
    });
    if (single === "") return { scanned: null, next: stop.next, lines: 1 };
    if (single.length > maxRecordCharacters) return bad(`record of more than ${maxRecordCharacters} characters`);
    if (!single.includes('"')) {
      if (single.includes("\0")) return bad("NUL byte");
      return { scanned: { line: this.line, cells: single.split(this.delimiter) }, next: stop.next, lines: 1 };
    }
    const quoted = readQuoted(text, at, this, last);
    if (quoted === "more") return text.length - at <= maxRecordCharacters ? "more" : bad("quote that is not closed");
    if (typeof quoted === "string") return bad(quoted);
    const whole = text.slice(at, quoted.next);
    if (whole.length > maxRecordCharacters) return bad(`record of more than ${maxRecordCharacters} characters`);
    if (whole.includes("\0")) return bad("NUL byte");
    return { scanned: { line: this.line, cells: quoted.cells }, next: quoted.next, lines: quoted.lines };
  }
}

interface Stop {
  readonly end: number;
  readonly next: number;
}

const lineEndings = /\r\n|\n|\r/g;

function lineEnd(text: string, from: number, last: boolean): Stop | null {
  lineEndings.lastIndex = from;
  const match = lineEndings.exec(text);
  if (!match) return last ? { end: text.length, next: text.length } : null;
  const next = match.index + match[0].length;
  if (match[0] === "\r" && next === text.length && !last) return null;
  return { end: match.index, next };
}

function readQuoted(
  text: string,
  from: number,
  { delimiter, lenient }: { readonly delimiter: string; readonly lenient: boolean },
  last: boolean,
): "more" | (string & {}) | { cells: string[]; next: number; lines: number } {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const opening = lenient && text[at] === " " ? at + 1 : at;
    if (text[opening] === '"') {
      const field = closing(text, opening + 1, lenient);
      if (field === null) return last ? "quote that is not closed" : "more";
      const inside = text.slice(opening + 1, field.end);
      lines += inside.match(lineEndings)?.length ?? 0;
      cells.push(field.plain ? inside : inside.replace(innerQuotes, (_, blanks) => blanks ?? '"'));
      at = lenient ? blanksEnd(text, field.end + 1) : field.end + 1;
    } else {
      const end = unquotedEnd(text, at, delimiter);
      const cell = text.slice(at, end);
      if (!lenient && cell.includes('"')) return "quote inside a field that is not quoted";
      cells.push(cell);
      at = end;
    }
    if (at >= text.length) return last ? { cells, next: at, lines } : "more";
    if (text[at] === delimiter) at += 1;
    else {
      const stop = lineEnd(text, at, last);
      if (stop === null) return "more";
      if (stop.end !== at) return "text after a closing quote";
      return { cells, next: stop.next, lines };
    }
  }
}

/** A doubled quote, or two that blanks part. */
const innerQuotes = /""|"( +)"/g;

/** Where a quoted cell ends; it is `plain` if no quote is inside. */
function closing(text: string, from: number, lenient: boolean): { end: number; plain: boolean } | null {
  let plain = true;
  for (let at = text.indexOf('"', from); at >= 0; plain = false) {
    const next = lenient ? blanksEnd(text, at + 1) : at + 1;
    if (text[next] !== '"') return { end: at, plain };
    at = text.indexOf('"', next + 1);
  }
  return null;
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at;
}

function unquotedEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}
