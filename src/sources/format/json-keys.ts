/** What the outermost value of a JSON text is, and the keys of it or of the first object of it. */
export interface JsonKeys {
  readonly list: boolean;
  readonly keys: readonly string[];
}

/** The keys that stand in the beginning of a JSON text, which need not be whole; deeper ones are passed over. */
export function outermostKeys(text: string): JsonKeys {
  const start = text.trimStart();
  const list = start.startsWith("[");
  const wanted = list ? 2 : 1;
  const keys: string[] = [];
  let depth = 0;
  for (const [token, quoted] of start.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") {
      // Of a list the first object tells.
      if (list && depth === wanted) break;
      depth -= 1;
    } else if (quoted !== undefined && depth === wanted) keys.push(quoted);
  }
  return { list, keys };
}
