import { firstText } from "./text-chunks.ts";

const headCharacters = 1 << 14;

/** The texts, by name, that stand in the outermost object of a JSON file before its first list or inner object. Throws as `firstText`. */
export async function jsonHead(file: string): Promise<Readonly<Record<string, string | undefined>>> {
  const text = await firstText(file, headCharacters);
  const head: Record<string, string> = {};
  const end = /[[{]/.exec(text.slice(1))?.index ?? text.length;
  if (!text.trimStart().startsWith("{")) return head;
  for (const [, name, value] of text.slice(0, end + 1).matchAll(/"(\w+)"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    const parsed = textOf(value ?? "");
    if (name !== undefined && parsed !== undefined) head[name] = parsed;
  }
  return head;
}

function textOf(quoted: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(quoted);
    return typeof parsed === "string" ? parsed : undefined;
  } catch {
    return undefined;
  }
}
