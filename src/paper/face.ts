import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { LevermapError } from "../base/errors.ts";

/** A typeface that text can be set in. */
export interface Face {
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
export const readersFace = (name: string): Face => ({
  name,
  file: null,
  has: (codePoint) => (codePoint >= 0x20 && codePoint < 0x7f) || (codePoint >= 0xa0 && codePoint <= 0xff) || windowsLetters.has(codePoint),
});
