/** An expression that the engine cannot match; the message is the end of a sentence about it. */
export class Unsupported extends Error {}

/** What `\s` stands for in JavaScript, among it the blank of Chinese and Japanese texts; in RE2 only that of ASCII. */
const blanks = String.raw`\t\n\v\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}`;
/** What `.` does not stand for. */
const lineEnds = String.raw`\n\r\x{2028}\x{2029}`;

/** The parts of an expression that mean something else to the engine, or nothing; escapes are taken whole. */
const part =
  /\\u\{([\da-f]+)\}|\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|\\u([\da-f]{4})|\\c([a-z])|\\([pP])\{(?:script|sc)=(\w+)\}|\\(.)|\(\?<?[=!]|\(\?<|\[\^?\]|\[|\]|\./giu;

/**
 * An expression that JavaScript takes (with `u`), as RE2 writes what it means. Both find the same, but where a repetition holds what may be
 * empty, or the group: of the first JavaScript tries another reading, of the second RE2 keeps what it took last. Throws Unsupported for
 * references back, for what looks ahead or behind, and for `\S` in a class.
 */
export function engineText(text: string): string {
  let inClass = false;
  return text.replace(part, (found, wide, high, low, unit, control, sense, script, escaped) => {
    if (wide ?? unit) return codePoint(Number.parseInt(wide ?? unit, 16));
    if (high) return codePoint(String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)).codePointAt(0)!);
    if (control) return codePoint(control.charCodeAt(0) % 32);
    if (script) return `\\${sense}{${script}}`;
    if (escaped) return ofEscape(escaped, found, inClass);
    if (inClass) {
      if (found === "]") inClass = false;
      return found === "[" ? "\\[" : found.startsWith("[") ? endOfClass(found) : found;
    }
    if (found === ".") return `[^${lineEnds}]`;
    if (found === "(?<") return "(?P<";
    if (found.startsWith("(?")) throw unsupported("looks ahead or behind");
    if (found.length > 1) throw unsupported("has an empty class");
    inClass = found === "[";
    return found;
  });

  /** `[]` and `[^]` within a class are a bracket, a sign, and the end of the class. */
  function endOfClass(found: string): string {
    inClass = false;
    return `\\${found}`;
  }
}

function ofEscape(letter: string, found: string, inClass: boolean): string {
  if (letter === "s") return inClass ? blanks : `[${blanks}]`;
  if (letter === "S" && !inClass) return `[^${blanks}]`;
  if (letter === "S") throw unsupported("has \\S within a class");
  if (letter === "k" || /[1-9]/.test(letter)) throw unsupported("refers back to one of its groups");
  if (letter === "0") return codePoint(0);
  if (letter === "b" && inClass) return codePoint(8);
  return found;
}

const codePoint = (value: number): string => `\\x{${value.toString(16)}}`;

const unsupported = (what: string): Unsupported =>
  new Unsupported(`is a regular expression that ${what}, which cannot be matched in time that grows with the text alone`);
