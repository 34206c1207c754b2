import type { Evidence } from "../../answers/shared/evidence.ts";
import { counted } from "../../base/format.ts";
import { displayWidth } from "./wrap.ts";

const named = 6;

/** What an answer rests on: documents, the publishers it draws on most, loads and the weakest grade. */
export const sourcesLine = (evidence: Evidence): string => `${sources(evidence, named)} --json names each.`;

/** The same in one line of at most `width` columns: as many publishers as there is room for. */
export function shortSourcesLine(evidence: Evidence, width: number): string {
  const lines = Array.from({ length: named + 1 }, (_, left) => sources(evidence, named - left));
  return lines.find((line) => displayWidth(line) <= width) ?? lines.at(-1)!;
}

/** @param told publishers that are named at most */
function sources({ grade, documents, loads }: Evidence, told: number): string {
  const uses = new Map<string, number>();
  for (const { publisher, title } of documents) uses.set(publisher ?? title, (uses.get(publisher ?? title) ?? 0) + 1);
  const publishers = [...uses]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([name, times]) => (times > 1 ? `${name} (${times})` : name));
  const more = publishers.length > told ? `; and ${publishers.length - told} more` : "";
  const from = told > 0 && publishers.length > 0 ? `: ${publishers.slice(0, told).join("; ")}${more}` : "";
  const held = loads.map(({ source, edition }) => (edition === null ? source : `${source} ${edition}`));
  return `Sources: ${counted(documents.length, "document")}${from}. Loads: ${[...new Set(held)].join(", ") || "none"}. Weakest grade: ${grade}.`;
}
