/**
 * One word for bash, in printable ASCII whatever the text is: neither the shell nor the locale of a machine can take it for anything else. Throws TypeError for a NUL, which no path
 * has.
 */
export function shellWord(text: string): string {
  if (text.includes("\0")) throw new TypeError("A word of a command has no NUL.");
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (/^[ -~]*$/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const bytes = [...Buffer.from(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w ./-]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `$'${bytes.join("")}'`;
}

/** A text of Spark SQL. All but plain characters are escaped, so that nothing in it ends the text or the statement, or is taken for a variable. */
export const sqlText = (text: string): string => `'${text.replace(/[^\w ./=-]/g, escaped)}'`;

/** JSON on one line, in ASCII alone: no tab, no line end, and no letter that a locale could lose. */
export const asciiJson = (value: unknown): string => JSON.stringify(value).replace(/[^ -~]/g, escaped);

/** Of one unit of UTF-16. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
