import { LevermapError } from "../../../base/errors.ts";

/** Where a record stands in the bytes at hand, and whether its quotes do not fit. */
export type VisitRecord = (bytes: Buffer, start: number, next: number, broken: boolean) => void;

const quote = 0x22;
const blank = 0x20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** A record that is longer has a quote that is never closed, or is no record. */
const longestRecord = 1 << 20;
/** Longer cells are searched by the native search, whose call costs as much as this many bytes. */
const shortCell = 64;

/**
 * Finds the records of delimited bytes, as the lenient `CsvScanner` does those of text, without decoding them: where each begins and ends, and
 * where its `wanted` columns stand. Quotes that are never closed, or followed by text, cost the line they stand on, which is visited as broken.
 */
export class RecordScanner {
  /** First and end of each wanted cell of the record visited, quotes aside; an absent one is empty. */
  readonly cellStart: Int32Array;
  readonly cellEnd: Int32Array;
  readonly #slots: Int16Array;
  readonly #delimiter: number;
  readonly #visit: VisitRecord;
  readonly #name: string;
  #rest: Buffer = Buffer.alloc(0);
  #broken = false;

  constructor(name: string, delimiter: string, wanted: readonly number[], visit: VisitRecord) {
    this.#name = name;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#visit = visit;
    this.cellStart = new Int32Array(wanted.length);
    this.cellEnd = new Int32Array(wanted.length);
    this.#slots = new Int16Array(Math.max(0, ...wanted) + 1).fill(-1);
    for (const [slot, column] of wanted.entries()) this.#slots[column] = slot;
  }

  /** Throws LM_FILE_UNREADABLE for a line of more than 1 MiB. */
  push(chunk: Buffer): void {
    this.#scan(this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk, false);
  }

  end(): void {
    this.#scan(this.#rest, true);
  }

  #scan(bytes: Buffer, last: boolean): void {
    let at = 0;
    while (at < bytes.length) {
      const first = bytes[at]!;
      if (first === lineFeed || first === carriageReturn) {
        at += 1;
        continue;
      }
      this.#broken = false;
      let next = this.#record(bytes, at, last);
      if (next < 0 && bytes.length - at <= longestRecord && !last) break;
      if (next < 0 || this.#broken) {
        next = this.#line(bytes, at, last);
        this.#broken = true;
      }
      if (next < 0) break;
      this.#visit(bytes, at, next, this.#broken);
      at = next;
    }
    this.#rest = bytes.subarray(at);
  }

  /** The end of the line that begins at `at`; -1 if more is needed. */
  #line(bytes: Buffer, at: number, last: boolean): number {
    let end = at;
    while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end += 1;
    if (end < bytes.length) return end + 1;
    if (last) return bytes.length;
    if (bytes.length - at <= longestRecord) return -1;
    throw new LevermapError("LM_FILE_UNREADABLE", `${this.#name} has a line of more than ${longestRecord} bytes.`, { file: this.#name });
  }

  /** The start of the record after this one; -1 if its end is not at hand. Sets `#broken`. */
  #record(bytes: Buffer, at: number, last: boolean): number {
    const { cellStart, cellEnd } = this;
    const slots = this.#slots;
    const delimiter = this.#delimiter;
    const size = bytes.length;
    cellStart.fill(at);
    cellEnd.fill(at);
    let place = at;
    for (let column = 0; ; column += 1) {
      let from = place;
      let to: number;
      if (bytes[place] === blank && bytes[place + 1] === quote) place += 1;
      if (bytes[place] === quote) {
        from = place + 1;
        to = closingQuote(bytes, from);
        if (to < 0) return -1;
        place = blanksEnd(bytes, to + 1);
      } else {
        while (place < size) {
          const byte = bytes[place]!;
          if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
          place += 1;
        }
        to = place;
      }
      const slot = column < slots.length ? slots[column]! : -1;
      if (slot >= 0) {
        cellStart[slot] = from;
        cellEnd[slot] = to;
      }
      if (place >= size) return last ? size : -1;
      const byte = bytes[place]!;
      if (byte === delimiter) place += 1;
      else if (byte === lineFeed) return place + 1;
      else if (byte === carriageReturn) {
        if (place + 1 >= size) return last ? size : -1;
        return bytes[place + 1] === lineFeed ? place + 2 : place + 1;
      } else {
        this.#broken = true;
        return place;
      }
    }
  }
}

/** The quote that closes a cell; doubled ones, also parted by blanks, stand for one. -1 if it is not at hand. */
function closingQuote(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = nextQuote(bytes, at);
    if (at < 0) return -1;
    const next = blanksEnd(bytes, at + 1);
    if (next >= bytes.length || bytes[next] !== quote) return at;
    at = next + 1;
  }
}

function nextQuote(bytes: Buffer, from: number): number {
  const near = Math.min(bytes.length, from + shortCell);
  for (let at = from; at < near; at += 1) if (bytes[at] === quote) return at;
  return bytes.indexOf(quote, near);
}

function blanksEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === blank) at += 1;
  return at;
}
