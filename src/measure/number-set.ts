/** A set of whole numbers `0..n-1`, a bit each, that knows the place of each of its numbers among them. */
export class NumberSet {
  readonly #words: Uint32Array;
  /** Numbers before each word; filled by `seal`. */
  readonly #before: Int32Array;
  #size = 0;

  constructor(n: number) {
    this.#words = new Uint32Array((n >>> 5) + 1);
    this.#before = new Int32Array(this.#words.length);
  }

  add(number: number): void {
    this.#words[number >>> 5]! |= 1 << (number & 31);
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5]! >>> (number & 31)) & 1) === 1;
  }

  /** Counts the numbers, after the last of which was added; gives how many there are. */
  seal(): number {
    this.#size = 0;
    for (let word = 0; word < this.#words.length; word++) {
      this.#before[word] = this.#size;
      this.#size += bits(this.#words[word]!);
    }
    return this.#size;
  }

  /** How many numbers of a sealed set are less than this one: its place, if it is one of them. */
  placeOf(number: number): number {
    const word = number >>> 5;
    return this.#before[word]! + bits(this.#words[word]! & ((1 << (number & 31)) - 1));
  }
}

/** Bits that are set among 32. */
function bits(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
