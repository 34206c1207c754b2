import { firstText } from "./text-chunks.ts";

const headCharacters = 1 << 14;

/** The texts, by name, that stand in the outermost object of a JSON file before its first list or inner object. Throws as `firstText`. */
export async function jsonHead(file: string): Promise<Readonly<Record<string, string | undefined>>> {
  const text = await firstText(file, headCharacters);
  const head: Record<string, string> = {};
  const end = /[[{]/.exec(text.slice(1))?.index ?? text.length;
  if (!text.trimStart().startsWith("{")) return head;
  for (const [, name, value] of text.slice(0, end + 1).matchAll(/"(\w+)"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    const parsed: unknown = JSON.parse(value ?? '""');
    if (name !== undefined && typeof parsed === "string") head[name] = parsed;
  }
  return head;
}
