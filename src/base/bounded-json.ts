/** Whether JSON text opens more than so many brackets within each other. One pass over it; whatever it is, valid or not. */
export function isJsonDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfText(text, at);
    else if (code === openBrace || code === openBracket) {
      if (++depth > most) return true;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return false;
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Where the text that begins at a quote ends. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/** Levels of a record, a manifest or a body, at most: those of patent offices and registers have eight. */
export const deepestJson = 32;

/** Reads untrusted JSON that is nested at most `deepestJson` deep: what goes over values afterwards is recursive. Throws an Error with the reason. */
export function parseBoundedJson(text: string): unknown {
  if (isJsonDeeper(text, deepestJson)) throw new Error(`it is nested more than ${deepestJson} deep`);
  return JSON.parse(text);
}

/** The same; `null` for what is no such JSON. */
export function boundedJsonOrNull(text: string): unknown {
  try {
    return parseBoundedJson(text);
  } catch {
    return null;
  }
}
