import { hasAsianLetters } from "./written.ts";

const joint =
  /\s*[;,(]?\s*\b(?:a\.?\s?\/?\s?k\.?\s?\/?\s?a\.?|f\.?\s?\/?\s?k\.?\s?\/?\s?a\.?|d\s?\/\s?b\s?\/\s?a|also known as|formerly(?: known as)?|doing business as|trading as)(?![\p{L}\p{N}])[:\s]*/iu;
const slash = /\s*\/\s*/;
/** `A/S`, `24/7` and `c/o` are not separators. */
const leastLetters = 4;

/** Alternative names within a name: `X a.k.a. Y`, `X/Y`, `X (name in another script)`. The whole first, then the parts. */
export function alternatives(written: string): readonly string[] {
  const names = split(written, joint).flatMap((name) => split(name, slash).flatMap(scripts));
  return names.length > 1 ? [written, ...names] : [written];
}

function split(name: string, at: RegExp): readonly string[] {
  const parts = name.split(at).map((part) => part.replace(/[()]+$/, "").trim());
  return parts.length > 1 && parts.every((part) => part.replace(/[^\p{L}]/gu, "").length >= leastLetters) ? parts : [name];
}

const bracketed = /^(.+?)\s*[(（]\s*([^()（）]+?)\s*[)）]\s*$/u;

/** An Asian bracket after a Latin name is the same name. */
function scripts(name: string): readonly string[] {
  const [, outer = "", inner = ""] = bracketed.exec(name) ?? [];
  const differ = outer !== "" && hasAsianLetters(outer) !== hasAsianLetters(inner);
  return differ && inner.length > 2 ? [outer, inner] : [name];
}
