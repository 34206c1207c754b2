import type { SourceDocument } from "../../answers/shared/evidence.ts";
import { addressCell, cellText } from "../cell.ts";
import type { Cell } from "../view.ts";

export type Sources = readonly SourceDocument[];

/** A document by its title, with its address; its id where it is not among `sources`. */
export function sourceCell(id: string | null, sources: Sources): Cell | null {
  if (id === null) return null;
  const found = sources.find((document) => document.id === id);
  return found === undefined ? id : (addressCell(found.url, found.title) ?? found.title);
}

/** Several documents by their titles; one with its address. */
export function sourcesCell(ids: readonly (string | null)[], sources: Sources): Cell | null {
  const cells = [...new Set(ids)].flatMap((id) => sourceCell(id, sources) ?? []);
  return cells.length < 2 ? (cells[0] ?? null) : cells.map(cellText).join("; ");
}
