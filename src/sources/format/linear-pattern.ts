import { RE2JS } from "re2js";
import { engineText, Unsupported } from "./engine-text.ts";

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
