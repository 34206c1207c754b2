import type { Evidence } from "../../answers/shared/evidence.ts";
import { counted } from "./figures.ts";

const named = 6;

/** One line on what an answer rests on: loads, grade, and the publishers it draws on most. */
export function sourcesLine({ grade, documents, loads }: Evidence): string {
  const uses = new Map<string, number>();
  for (const { publisher, title } of documents) uses.set(publisher ?? title, (uses.get(publisher ?? title) ?? 0) + 1);
  const publishers = [...uses]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([name, times]) => (times > 1 ? `${name} (${times})` : name));
  const more = publishers.length > named ? `; and ${publishers.length - named} more` : "";
  const from = publishers.length > 0 ? `: ${publishers.slice(0, named).join("; ")}${more}` : "";
  const held = loads.map(({ source, edition }) => (edition === null ? source : `${source} ${edition}`));
  return `Sources: ${counted(documents.length, "document")}${from}. Loads: ${[...new Set(held)].join(", ") || "none"}. Weakest grade: ${grade}. --json names each.`;
}
