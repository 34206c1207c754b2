import type { Language } from "./language.ts";

/** An address with the language that the reader asked for, so that the next page has it too; as it is where they asked for none. */
export function inLanguage(address: string, asked: Language | undefined): string {
  if (asked === undefined) return address;
  const [path = "", fragment] = address.split("#", 2);
  if (path === "" && fragment !== undefined) return address;
  const end = fragment === undefined ? "" : `#${fragment}`;
  return `${path}${path.includes("?") ? (/[?&]$/.test(path) ? "" : "&") : "?"}lang=${asked}${end}`;
}
