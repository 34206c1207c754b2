import { publicationNumber } from "../../../link/numbers/document-number.ts";

/** Numbers of one kind are below this; each kind of letters has a range of its own above. */
const range = 2 ** 26;
const letters = ["", "D", "RE", "PP", "H", "T", "S", "X", "AI", "RX"];
const rangeOf: ReadonlyMap<string, number> = new Map(letters.map((letter, index) => [letter, index * range]));

const zero = 0x30;
const design = 0x44;

/** Numbers without letters are below this. */
export const plainCodes = range;

/** All numbers are below this. */
const codes = letters.length * range;

/** A whole number for the number of a US grant in these bytes, the same however it is printed; -1 for what is none (applications too). */
export function patentCode(bytes: Buffer, start: number, end: number): number {
  let at = start;
  let base = 0;
  if (bytes[at] === design) {
    base = range;
    at += 1;
  }
  if (at >= end || end - at > 8) return slowCode(bytes, start, end);
  let value = 0;
  for (; at < end; at += 1) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return slowCode(bytes, start, end);
    value = value * 10 + digit;
  }
  return value > 0 && value < range ? base + value : slowCode(bytes, start, end);
}

function slowCode(bytes: Buffer, start: number, end: number): number {
  if (end - start > 40) return -1;
  const [, letter = "", digits = ""] = /^([A-Z]*)(\d{1,8})$/.exec(publicationNumber("US", bytes.toString("utf8", start, end)) ?? "") ?? [];
  const base = rangeOf.get(letter);
  const value = Number(digits);
  return base === undefined || digits === "" || value >= range ? -1 : base + value;
}

/** A set of codes as bits; pages of it that nothing was added to take no memory. */
export class CodeSet {
  readonly #bits = new Uint8Array(codes / 8);
  size = 0;

  add(code: number): void {
    if (code < 0 || this.has(code)) return;
    const at = code >>> 3;
    this.#bits[at] = this.#bits[at]! | (1 << (code & 7));
    this.size += 1;
  }

  has(code: number): boolean {
    return code >= 0 && (this.#bits[code >>> 3]! & (1 << (code & 7))) !== 0;
  }

  /** All codes in order. */
  sorted(): Int32Array {
    const found = new Int32Array(this.size);
    let count = 0;
    for (let at = 0; at < this.#bits.length && count < this.size; at += 1) {
      const byte = this.#bits[at]!;
      if (byte === 0) continue;
      for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) found[count++] = at * 8 + bit;
    }
    return found;
  }
}

/** Pairs of codes in the order in which they come. */
export class CodePairs {
  first = new Int32Array(1 << 16);
  second = new Int32Array(1 << 16);
  size = 0;

  add(first: number, second: number): void {
    if (this.size === this.first.length) [this.first, this.second] = [grown(this.first), grown(this.second)];
    this.first[this.size] = first;
    this.second[this.size] = second;
    this.size += 1;
  }
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** The second codes of pairs by their first, each list in order. */
export class PairLists {
  readonly #keys: Int32Array;
  readonly #start: Int32Array;
  readonly #values: Int32Array;

  /** `keys`: all first codes that matter, in order. */
  constructor(keys: Int32Array, { first, second, size }: CodePairs) {
    this.#keys = keys;
    const place = new Int32Array(size);
    this.#start = new Int32Array(keys.length + 1);
    for (let pair = 0; pair < size; pair += 1) {
      const at = rank(keys, first[pair]!);
      place[pair] = at;
      this.#start[at + 1] = this.#start[at + 1]! + 1;
    }
    for (let key = 0; key < keys.length; key += 1) this.#start[key + 1] = this.#start[key + 1]! + this.#start[key]!;
    this.#values = new Int32Array(size);
    const next = this.#start.slice();
    for (let pair = 0; pair < size; pair += 1) {
      const at = place[pair]!;
      this.#values[next[at]!] = second[pair]!;
      next[at] = next[at]! + 1;
    }
    for (let key = 0; key < keys.length; key += 1) this.#values.subarray(this.#start[key]!, this.#start[key + 1]!).sort();
  }

  /** The place of a key; -1 for none. */
  place(key: number): number {
    const at = rank(this.#keys, key);
    return this.#keys[at] === key ? at : -1;
  }

  /** Whether some value of `key` has `wanted` among its values in `others`. */
  reaches(key: number, others: PairLists, wanted: number): boolean {
    const at = this.place(key);
    if (at < 0) return false;
    for (let slot = this.#start[at]!; slot < this.#start[at + 1]!; slot += 1) if (others.has(this.#values[slot]!, wanted)) return true;
    return false;
  }

  has(key: number, value: number): boolean {
    const at = this.place(key);
    if (at < 0) return false;
    const end = this.#start[at + 1]!;
    const found = rank(this.#values, value, this.#start[at]!, end);
    return found < end && this.#values[found] === value;
  }
}

/** The first place of a sorted list whose value is not below `value`. */
function rank(list: Int32Array, value: number, from = 0, to = list.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
