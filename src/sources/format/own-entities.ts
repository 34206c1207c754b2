import { fail } from "./records.ts";

/** Declares an entity by its value; one that names an outside file (drawings of older formats) is left alone and never opened. */
const declaration = /<!ENTITY\s+(%\s+)?([^\s"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>?/gi;
const reference = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

/** Characters of a value, values of a document, and characters that all uses may come to. */
const longestValue = 200;
const mostValues = 1000;
const mostText = 1 << 20;

/** The plain values that a document type declares itself, by name. */
export class OwnEntities {
  readonly #values = new Map<string, string>();
  #used = 0;

  /** Takes the declarations of a document type. Throws BadRow for a value that is no plain text: it could grow without end. */
  declare(doctype: string): void {
    for (const [, parameter, name = "", double, single] of doctype.matchAll(declaration)) {
      const value = plainValue(double ?? single ?? "");
      if (parameter !== undefined || value === null || this.#values.size >= mostValues) fail("the document declares an entity of its own");
      // The first declaration of a name holds, as XML has it
      if (!this.#values.has(name)) this.#values.set(name, value);
    }
  }

  /** The value of a name; `undefined`: the document has none. Throws BadRow where all uses come to over a million characters. */
  value(name: string): string | undefined {
    const found = this.#values.get(name);
    this.#used += found?.length ?? 0;
    return this.#used > mostText ? fail("the entities that the document declares come to too much text") : found;
  }
}

/** A value with its references to characters put in; `null` where it has markup, other entities or too much text. */
function plainValue(written: string): string | null {
  if (written.length > longestValue) return null;
  const rest = written.replace(reference, "");
  if (/[&%<]/.test(rest)) return null;
  return written.replace(reference, (whole, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
