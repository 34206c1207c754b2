import { RE2JS } from "re2js";

/** A regular expression of a file, matched in time that grows with the text and no faster. */
export interface LinearPattern {
  readonly groups: number;
  /** Whether it fits somewhere in the text. */
  fits(text: string): boolean;
  /** What its first group takes of the text; `null` where it does not fit, or the group takes no part. */
  firstGroup(text: string): string | null;
}

/** Steps of an expression, at most: a character of a text costs as many at worst. */
const mostSteps = 2000;
/** Characters of an expression. */
const longest = 2000;

/** Expressions that are kept compiled; a mapping has some twenty. */
const mostKept = 200;
const kept = new Map<string, LinearPattern>();

/** Compiles an expression in the syntax of JavaScript (`u`). Throws Unsupported, with the reason, for what cannot be matched in linear time. */
export function linearPattern(text: string): LinearPattern {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = compiled(text);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, made);
  return made;
}

/** Why an expression cannot be used, as the end of a sentence about it; `null`: it can. `groups`: how many it must have. */
export function patternFault(text: string, groups?: number): string | null {
  try {
    const found = linearPattern(text).groups;
    return groups === undefined || found === groups ? null : `is a regular expression with ${found} groups; it must have ${groups}`;
  } catch (thrown) {
    if (thrown instanceof Unsupported) return thrown.message;
    throw thrown;
  }
}

function compiled(text: string): LinearPattern {
  if (text.length > longest) throw new Unsupported(`is a regular expression of more than ${longest} characters`);
  requireSyntax(text);
  const engine = compiledBy(engineText(text));
  if (engine.programSize() > mostSteps)
    throw new Unsupported(`is a regular expression of ${engine.programSize()} steps; ${mostSteps} is the most`);
  const groups = engine.groupCount();
  return {
    groups,
    fits: (given) => engine.test(given),
    firstGroup(given) {
      const matcher = engine.matcher(given);
      return groups > 0 && matcher.find() ? matcher.group(1) : null;
    },
  };
}

/** Only read, never run: running it is what takes for ever. */
function requireSyntax(text: string): void {
  try {
    new RegExp(text, "u");
  } catch {
    throw new Unsupported("is not a regular expression");
  }
}

function compiledBy(text: string): RE2JS {
  try {
    return RE2JS.compile(text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Unsupported(`is a regular expression that cannot be matched in linear time (${reason})`);
  }
}

/** An expression that the engine cannot match; the message is the end of a sentence about it. */
class Unsupported extends Error {}

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
function engineText(text: string): string {
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
