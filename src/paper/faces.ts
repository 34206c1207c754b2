import { existsSync, readFileSync } from "node:fs";
import anyAscii from "any-ascii";
import * as fontkit from "fontkit";
import { clean } from "../base/clean.ts";
import { LevermapError } from "../base/errors.ts";
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

/** A typeface that text can be set in. */
interface Face {
  readonly name: string;
  /** What is embedded, in part; `null`: one that every reader of PDF has. */
  readonly file: { readonly bytes: Buffer; readonly member: string | undefined } | null;
  readonly has: (codePoint: number) => boolean;
}

/** Reads a face from a file of TrueType or OpenType, the first of a collection. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE. */
export function readFace(name: string, path: string): Face {
  const bytes = bytesOf(path);
  try {
    const read = fontkit.create(bytes);
    const font = "fonts" in read ? read.fonts[0]! : read;
    const has = (codePoint: number): boolean => font.hasGlyphForCodePoint(codePoint);
    if (!has(0x41)) throw new Error("it has no letter A");
    return { name, file: { bytes, member: "fonts" in read ? font.postscriptName : undefined }, has };
  } catch (thrown) {
    throw new LevermapError("LM_FILE_UNREADABLE", `${path} is no font that can be embedded: ${(thrown as Error).message}.`, { path });
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code === "ENOENT" ? "LM_FILE_NOT_FOUND" : "LM_FILE_UNREADABLE";
    throw new LevermapError(code, `The font ${path} cannot be read: ${(thrown as Error).message}`, { path });
  }
}

/** Beyond Latin-1, what the faces that every reader of PDF has can show. */
const windowsLetters = new Set([..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((letter) => letter.codePointAt(0)!));

/** A face that every reader of PDF has: `Helvetica`. */
const readersFace = (name: string): Face => ({
  name,
  file: null,
  has: (codePoint) => (codePoint >= 0x20 && codePoint < 0x7f) || (codePoint >= 0xa0 && codePoint <= 0xff) || windowsLetters.has(codePoint),
});
