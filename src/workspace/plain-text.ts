import { isUtf8 } from "node:buffer";

/** Whether pushed bytes are UTF-8 without NUL, as `read_csv` requires: it keeps NULs and may invalidate the database on invalid UTF-8. */
export class PlainText {
  #rest: Buffer = Buffer.alloc(0);
  #plain = true;

  push(chunk: Buffer): void {
    if (!this.#plain) return;
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const end = wholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    this.#plain = isUtf8(whole) && !whole.includes(0);
    this.#rest = Buffer.from(bytes.subarray(end));
  }

  /** Call after the last piece. */
  isPlain(): boolean {
    return this.#plain && this.#rest.length === 0;
  }
}

/** Start of a character cut by the piece's end, else its end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (size > back) return bytes.length - back;
    if (byte < 0x80 || byte >= 0xc0) break;
  }
  return bytes.length;
}
