import { BrokenArchive, breakReject, withEnd } from "./broken-archive.ts";
import type { Place, SourceRecord, Stream } from "./records.ts";

/** One record of a file of many: its number from 1 and its bytes; `null` where there are too many of them to be kept. */
export interface ByteRecord {
  readonly number: number;
  readonly bytes: Buffer | null;
  /** Where the archive breaks off in or right after this record, which is the last and may be empty. */
  readonly broken?: BrokenArchive;
}

/** Where records begin. */
export interface RecordMarks {
  /** Always begins a record (`<?xml version`). */
  readonly strong: readonly string[];
  /** Begins one only after the end tag of some element (`<!DOCTYPE`, a root): else it belongs to what stands before it. */
  readonly weak: readonly string[];
  /** How the head of a file begins that is no record. */
  readonly head?: string;
}

/** Marks of concatenated XML documents whose first element is one of `roots`; no other element's name begins with one of them. */
export const xmlMarks = (...roots: readonly string[]): RecordMarks => ({
  strong: ["<?xml version"],
  weak: ["<!DOCTYPE", ...roots.map((root) => `<${root}`)],
});

const mostBytes = 1 << 27;
const endTag = "</";

/**
 * Cuts a stream of bytes into records, in constant memory: a record of more than 128 MiB is dropped and said as `null`. Bytes before the
 * first mark are a record too, unless they are blank. An archive that breaks off ends with a record that says so.
 */
export async function* cutRecords(chunks: AsyncIterable<Buffer>, marks: RecordMarks, mostOfOne: number = mostBytes): Stream<ByteRecord> {
  const cutter = new Cutter(marks, mostOfOne);
  let last: ByteRecord = { number: 0, bytes: Buffer.alloc(0) };
  for await (const chunk of withEnd(chunks)) {
    const records = chunk === null || chunk instanceof BrokenArchive ? cutter.end() : cutter.push(chunk);
    const broken = chunk instanceof BrokenArchive ? chunk : null;
    const torn = broken === null ? undefined : records.pop();
    for (const record of records) yield record;
    last = records.at(-1) ?? last;
    if (broken !== null) yield { ...(torn ?? { number: last.number + 1, bytes: Buffer.alloc(0) }), broken };
  }
}

/** The last record of a broken archive: its rows if it is whole, and one reject for the loss. `read`: as if the archive went on. */
export function readBroken(
  place: Place,
  { bytes, broken }: ByteRecord,
  read: (bytes: Buffer) => readonly SourceRecord[],
): readonly SourceRecord[] {
  if (broken === undefined) return [];
  const records = bytes === null || bytes.length === 0 ? [] : read(bytes);
  const whole = records.length > 0 && records.every(({ kind }) => kind === "row");
  if (whole) return [...records, breakReject({ ...place, line: place.line + 1 }, broken, "")];
  return [breakReject(place, broken, bytes?.toString("latin1", 0, 2000).replace(/\s+/g, " ").trim() ?? "")];
}

class Cutter {
  readonly #marks: RecordMarks;
  readonly #most: number;
  readonly #longestMark: number;
  #number = 0;
  #parts: Buffer[] = [];
  #size = 0;
  /** The end of the last chunk, where a mark may have begun. */
  #held: Buffer = Buffer.alloc(0);
  /** Whether the record has an end tag already. */
  #closed = false;

  constructor(marks: RecordMarks, most: number) {
    this.#marks = marks;
    this.#most = most;
    this.#longestMark = Math.max(...[...marks.strong, ...marks.weak].map((mark) => mark.length));
  }

  push(chunk: Buffer): ByteRecord[] {
    const bytes = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    const sure = Math.max(0, bytes.length - this.#longestMark + 1);
    const records = this.#cut(bytes, sure);
    this.#held = bytes.subarray(sure);
    return records;
  }

  end(): ByteRecord[] {
    const bytes = this.#held;
    this.#held = Buffer.alloc(0);
    return [...this.#cut(bytes, bytes.length), ...this.#take()];
  }

  /** Cuts at the marks that begin before `sure`. */
  #cut(bytes: Buffer, sure: number): ByteRecord[] {
    const records: ByteRecord[] = [];
    const finder = new MarkFinder(bytes, this.#marks);
    let from = 0;
    // A mark at the very beginning of a record is its own.
    let search = this.#size === 0 ? 1 : 0;
    for (;;) {
      const at = finder.next(search, from, this.#closed);
      if (at < 0 || at >= sure) break;
      this.#add(bytes, from, at);
      records.push(...this.#take());
      from = at;
      search = at + 1;
    }
    this.#closed ||= bytes.subarray(from, sure + 1).includes(endTag);
    this.#add(bytes, from, sure);
    return records;
  }

  #add(bytes: Buffer, from: number, to: number): void {
    if (to <= from) return;
    this.#size += to - from;
    if (this.#size <= this.#most) this.#parts.push(bytes.subarray(from, to));
    else this.#parts = [];
  }

  #take(): ByteRecord[] {
    const bytes = this.#size > this.#most ? null : this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    this.#closed = false;
    if (bytes !== null && (isBlank(bytes) || this.#isHead(bytes))) return [];
    this.#number += 1;
    return [{ number: this.#number, bytes }];
  }

  #isHead(bytes: Buffer): boolean {
    const { head } = this.#marks;
    return head !== undefined && this.#number === 0 && bytes.subarray(0, head.length).equals(Buffer.from(head));
  }
}

/** Finds the marks of one piece of bytes in their order; each mark is searched for once over the piece. */
class MarkFinder {
  readonly #bytes: Buffer;
  readonly #marks: RecordMarks;
  readonly #found = new Map<string, number>();

  constructor(bytes: Buffer, marks: RecordMarks) {
    this.#bytes = bytes;
    this.#marks = marks;
  }

  /** The next beginning of a record at or after `search`; `from` is where the record in hand begins in this piece. */
  next(search: number, from: number, closed: boolean): number {
    const strong = this.#nearest(this.#marks.strong, search);
    const closedAt = closed ? from : this.#position(endTag, from);
    const weak = closedAt < 0 ? -1 : this.#nearest(this.#marks.weak, Math.max(search, closedAt));
    return strong < 0 ? weak : weak < 0 ? strong : Math.min(strong, weak);
  }

  #nearest(marks: readonly string[], from: number): number {
    const positions = marks.map((mark) => this.#position(mark, from)).filter((position) => position >= 0);
    return positions.length === 0 ? -1 : Math.min(...positions);
  }

  #position(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const position = /^.[?!]/.test(mark) ? this.#atRareByte(mark, from) : this.#bytes.indexOf(mark, from);
    this.#found.set(mark, position);
    return position;
  }

  /** The same by the second byte, which texts seldom have: four times as fast. */
  #atRareByte(mark: string, from: number): number {
    const wanted = Buffer.from(mark);
    const rare = wanted[1] ?? 0;
    for (let at = this.#bytes.indexOf(rare, from + 1); at >= 0; at = this.#bytes.indexOf(rare, at + 1)) {
      if (this.#bytes.subarray(at - 1, at - 1 + wanted.length).equals(wanted)) return at - 1;
    }
    return -1;
  }
}

const isBlank = (bytes: Buffer): boolean => {
  if (bytes.length > 4096) return false;
  return bytes.every((byte) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf);
};
