import { createRequire } from "node:module";
import type { LineCounter } from "yaml";

/** Read with the first file: most commands need not wait for it. */
const load = createRequire(import.meta.url);
const yaml = (): typeof import("yaml") => load("yaml");

/** Maximum size in bytes, nesting depth, and number of aliases. */
const mostBytes = 1 << 20;
const deepest = 32;
const mostAliases = 100;
/** Values and keys of a file, and entries of one map, each of whose keys is compared with those before it. */
const mostNodes = 50_000;
const mostKeys = 2_000;
/** Errors that are printed with their lines. */
const mostErrors = 20;
/** Lexemes of a file: blanks, comments and line ends that are no value cost time too. */
const mostLexemes = 8 * mostNodes;

/** Reads untrusted YAML 1.2: plain values only, bounded in size, depth, width and aliases. Throws an Error with the reason. */
export function parseBoundedYaml(text: string): unknown {
  if (Buffer.byteLength(text) > mostBytes) throw new Error(`it is larger than ${mostBytes >> 20} MB`);
  requireBounds(text);
  const lines = new (yaml().LineCounter)();
  const document = withoutStacks(() => yaml().parseDocument(text, { logLevel: "error", prettyErrors: false, lineCounter: lines }));
  if (document.errors.length > 0) throw faultOf(text, document.errors, lines);
  const value: unknown = document.toJS({ maxAliasCount: mostAliases });
  requireEnd(value);
  return value;
}

/** Does something in which thousands of errors may be made, each of which would else note where in the program it was made. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** The first of the errors, with its line beneath it: of a few, as printing each of thousands on one long line takes seconds. */
function faultOf(
  text: string,
  errors: readonly { readonly message: string; readonly pos: readonly [number, number] }[],
  lines: LineCounter,
): Error {
  const [{ message, pos }] = errors as readonly [(typeof errors)[number]];
  if (errors.length > mostErrors) {
    const { line, col } = lines.linePos(pos[0]);
    return new Error(`${message} at line ${line}, column ${col}`);
  }
  try {
    yaml().parse(text, { logLevel: "error" });
    return new Error(message);
  } catch (thrown) {
    return thrown as Error;
  }
}

/** Rejects self-references. */
function requireEnd(value: unknown): void {
  try {
    JSON.stringify(value);
  } catch {
    throw new Error("a value in it refers to itself");
  }
}

/**
 * Checks depth and width on the token stream: composing is recursive, and a stack overflow inside a regular expression kills the process; of a
 * megabyte of keys it takes minutes.
 */
function requireBounds(text: string): void {
  const open = tokensOf(text).map((token): readonly [unknown, number] => [token, 0]);
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (depth > deepest) throw tooDeep();
    if (++nodes > mostNodes) throw tooWide();
    const { items = [], type } = token as Token;
    if (items.length > mostKeys && (type === "block-map" || items.some(({ value, sep }) => value !== undefined && sep !== undefined)))
      throw new Error(`a map in it has more than ${mostKeys} keys`);
    for (const inner of partsOf(token as Token)) open.push([inner, depth + 1]);
  }
}

/** The tokens of a text; ends at the first place where too many are open, as reading a megabyte of brackets takes seconds. */
function tokensOf(text: string): readonly unknown[] {
  const { Lexer, Parser } = yaml();
  const parser = new Parser();
  const tokens: unknown[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > mostLexemes) throw tooWide();
    for (const token of parser.next(lexeme)) tokens.push(token);
    // A document, its levels, and a value of the innermost.
    if (parser.stack.length > deepest + 2) throw tooDeep();
  }
  return [...tokens, ...parser.end()];
}

const tooDeep = (): Error => new Error(`it is nested more than ${deepest} deep`);
const tooWide = (): Error => new Error(`it has more than ${mostNodes} values`);

interface Token {
  readonly type?: string;
  readonly value?: unknown;
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown; readonly sep?: unknown }[];
}

function* partsOf({ value, items = [] }: Token): Generator<unknown> {
  for (const part of [value, ...items.flatMap((item) => [item.key, item.value])]) if (typeof part === "object" && part !== null) yield part;
}
