import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { openEntries } from "../../format/open-entries.ts";
import type { PatentsViewTable } from "../tables/patentsview.ts";
import { cutColumn } from "../tables/patentsview.ts";
import { patentCode } from "./patent-codes.ts";
import { RecordScanner } from "./record-scanner.ts";

/** A record of a table as a pass over it sees it: its wanted cells, in the order in which they were asked for. */
export interface SeenRecord {
  /** The number of a US grant in a cell, as `patentCode` has it. */
  code(cell: number): number;
  text(cell: number): string;
}

/** What a pass asks of a table. */
export interface Pass {
  readonly columns: readonly string[];
  /** Called with every sound record but the header. What it gives is kept; `null` leaves the record out, a text stands in its second cell. */
  readonly keep: (record: SeenRecord) => string | null;
  /** The second cell's column, where `keep` gives one. */
  readonly added?: string;
}

/** What a pass over a table met. */
export interface Passed {
  readonly records: number;
  readonly kept: number;
}

/**
 * Passes once over a table, and writes the records that are kept to `out`, each after its number in the table (1 is the header), byte for byte.
 * Without `out` nothing is written. Records that cannot be told apart are kept. Throws LM_FILE_UNREADABLE, also for an archive that breaks off.
 */
export async function passTable(
  { file, columns, delimiter, header }: PatentsViewTable,
  { columns: wanted, keep, added }: Pass,
  out: { readonly path: string; readonly classes: string } | null,
  effects: Effects,
): Promise<Passed> {
  const sink = out === null ? null : new Sink(out.path);
  let [number, kept] = [0, 0];
  let bytes: Buffer = Buffer.alloc(0);
  const seen: SeenRecord = {
    code: (cell) => patentCode(bytes, scanner.cellStart[cell]!, scanner.cellEnd[cell]!),
    text: (cell) => bytes.toString("latin1", scanner.cellStart[cell], scanner.cellEnd[cell]),
  };
  const places = wanted.map((column) => columns.indexOf(column));
  const scanner = new RecordScanner(file, delimiter, places, (chunk, start, next, broken) => {
    number += 1;
    if (number === 1) sink?.heading(headings(out?.classes ?? "", added, columns, delimiter));
    if (number === 1 && header) return;
    bytes = chunk;
    const cell = broken ? "" : keep(seen);
    if (cell === null) return;
    kept += 1;
    sink?.record(added === undefined ? `${number}${delimiter}` : `${number}${delimiter}${cell}${delimiter}`, chunk, start, next);
  });
  try {
    for await (const entry of openEntries(file, { ...effects, progress: { report: () => undefined } })) {
      let done = 0;
      for await (const chunk of entry.chunks()) {
        effects.signal.throwIfAborted();
        scanner.push(chunk);
        done += chunk.length;
        effects.progress.report(done, 0, file);
        if (sink !== null) await sink.drained();
      }
      scanner.end();
      break;
    }
    await sink?.close();
  } catch (thrown) {
    sink?.destroy();
    throw thrown;
  }
  return { records: number, kept };
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function headings(classes: string, added: string | undefined, columns: readonly string[], delimiter: string): string {
  const own = added === undefined ? [] : [added];
  return [`${cutColumn} ${classes}`, ...own, ...columns].map(quoted).join(delimiter);
}

const sinkBytes = 1 << 20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A file that is written in large pieces. */
class Sink {
  readonly #path: string;
  readonly #out: WriteStream;
  #buffer = Buffer.allocUnsafe(sinkBytes);
  #size = 0;
  #fault: Error | null = null;
  #full = false;

  constructor(path: string) {
    this.#path = path;
    this.#out = createWriteStream(path, { highWaterMark: 4 * sinkBytes });
    this.#out.on("error", (fault) => {
      this.#fault = fault;
    });
  }

  heading(text: string): void {
    this.#write(Buffer.from(`${text}\n`), 0, Buffer.byteLength(text) + 1);
  }

  record(prefix: string, bytes: Buffer, start: number, next: number): void {
    this.#room(prefix.length + 1);
    this.#size += this.#buffer.write(prefix, this.#size, "latin1");
    this.#write(bytes, start, next);
    const last = bytes[next - 1];
    if (last === lineFeed || last === carriageReturn) return;
    this.#room(1);
    this.#buffer[this.#size++] = lineFeed;
  }

  async drained(): Promise<void> {
    if (this.#full && this.#fault === null) await Promise.race([once(this.#out, "drain"), once(this.#out, "error")]).catch(() => undefined);
    this.#full = false;
    if (this.#fault !== null) throw this.#coded(this.#fault);
  }

  async close(): Promise<void> {
    this.#flush();
    await new Promise<void>((resolve) => this.#out.end(() => resolve()).once("error", () => resolve()));
    if (this.#fault !== null) throw this.#coded(this.#fault);
  }

  destroy(): void {
    this.#out.destroy();
  }

  #write(bytes: Buffer, start: number, end: number): void {
    if (end - start > sinkBytes) {
      this.#flush();
      this.#full = !this.#out.write(Buffer.from(bytes.subarray(start, end)));
      return;
    }
    this.#room(end - start);
    this.#size += bytes.copy(this.#buffer, this.#size, start, end);
  }

  #room(size: number): void {
    if (this.#size + size > sinkBytes) this.#flush();
  }

  #flush(): void {
    if (this.#size === 0) return;
    this.#full = !this.#out.write(this.#buffer.subarray(0, this.#size)) || this.#full;
    this.#buffer = Buffer.allocUnsafe(sinkBytes);
    this.#size = 0;
  }

  #coded(fault: Error): LevermapError {
    return new LevermapError("LM_FILE_UNREADABLE", `${this.#path} cannot be written: ${fault.message}`, { file: this.#path });
  }
}
