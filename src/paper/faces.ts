import { existsSync } from "node:fs";
import anyAscii from "any-ascii";
import { clean } from "../base/clean.ts";
import { type Face, readersFace, readFace } from "./face.ts";
import { otherFonts, textFonts } from "./font-files.ts";

/** A text as it is set: with the face that has its letters. */
export interface SetText {
  readonly face: Face;
  readonly text: string;
}

/** Letters of scripts that part words by blanks, more of them than a line has room for: a word is broken there, as the search for a place takes seconds. */
const longWord = /[!-\u2e7f]{50}(?=[!-\u2e7f])/g;

/** Chooses faces for texts, and remembers whether letters had to be written in others. */
export class Faces {
  readonly #regular: Face;
  readonly #bold: Face;
  readonly #others: readonly (() => Face)[];
  /** Whether any text was romanised. */
  isRomanised = false;

  /** `font`: the one file to take all letters from; without it those of the system. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE. */
  constructor(font: string | undefined) {
    if (font !== undefined) {
      this.#regular = readFace("text", font);
      this.#bold = this.#regular;
      this.#others = [];
      return;
    }
    const found = textFonts.find(({ regular, bold }) => existsSync(regular) && existsSync(bold));
    this.#regular = found === undefined ? readersFace("Helvetica") : readFace("text", found.regular);
    this.#bold = found === undefined ? readersFace("Helvetica-Bold") : readFace("heading", found.bold);
    this.#others = otherFonts.filter(existsSync).map((path, at) => lazily(() => readFace(`other-${at}`, path)));
  }

  /** A text on one line, in the face that has all its letters; where none has, what the first lacks is romanised. */
  set(given: string, isBold = false): SetText {
    const text = clean(given).replace(/\s+/g, " ").replace(longWord, "$& ");
    const first = isBold ? this.#bold : this.#regular;
    if (hasAll(first, text)) return { face: first, text };
    for (const other of this.#others) if (hasAll(other(), text)) return { face: other(), text };
    const romanised = [...text].map((letter) => (hasAll(first, letter) ? letter : anyAscii(letter))).join("");
    this.isRomanised ||= romanised !== text;
    return { face: first, text: romanised };
  }
}

const hasAll = (face: Face, text: string): boolean => [...text].every((letter) => face.has(letter.codePointAt(0)!));

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
