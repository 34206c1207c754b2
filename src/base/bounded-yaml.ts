import { Parser, parse } from "yaml";

/** The largest file that is read, in bytes, how deep it may be nested, and how many values its references may stand for. */
const mostBytes = 1 << 20;
const deepest = 32;
const mostAliases = 100;

/**
 * Reads YAML that anybody may have written: one document of plain values of YAML 1.2 (no tags of a language, no dates), bounded in size, depth
 * and references. Throws an Error that says what is wrong.
 */
export function parseBoundedYaml(text: string): unknown {
  if (Buffer.byteLength(text) > mostBytes) throw new Error(`it is larger than ${mostBytes >> 20} MB`);
  requireDepth(text);
  const value: unknown = parse(text, { maxAliasCount: mostAliases, logLevel: "error" });
  requireEnd(value);
  return value;
}

/** A value that refers to itself has no end. */
function requireEnd(value: unknown): void {
  try {
    JSON.stringify(value);
  } catch {
    throw new Error("a value in it refers to itself");
  }
}

/**
 * Composing values walks down by recursion, and a stack that ends within a regular expression ends the process. The tokens are made
 * without recursion, so that depth is known before.
 */
function requireDepth(text: string): void {
  const open = [...new Parser().parse(text)].map((token): readonly [unknown, number] => [token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (depth > deepest) throw new Error(`it is nested more than ${deepest} deep`);
    for (const inner of partsOf(token as Token)) open.push([inner, depth + 1]);
  }
}

/** What a token of the parser may hold: a document its value, a collection its items. */
interface Token {
  readonly value?: unknown;
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
}

function* partsOf({ value, items = [] }: Token): Generator<unknown> {
  for (const part of [value, ...items.flatMap((item) => [item.key, item.value])]) if (typeof part === "object" && part !== null) yield part;
}
