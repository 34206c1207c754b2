import type { SourceDocument } from "../answers/shared/evidence.ts";
import type { Block, Cell, Link, RichCell } from "./view.ts";

export const cellText = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** A cell with all that it may have. */
export const richCell = (cell: Cell): RichCell => (typeof cell === "string" ? { text: cell } : cell);

/** A technology by its id, told by its name. */
export const technologyCell = (id: string, name = id): Cell => ({ text: name, link: { to: "technology", id } });

/** A document by its number. */
export const patentCell = (id: string): Cell => ({ text: id, link: { to: "patent", id } });

/** A holder of patents by its id. */
export const holderCell = (id: string, name = id): Cell => ({ text: name, link: { to: "holder", id } });

/** An economy by its code, or what stands for several of them (`world`); a page tells its name where it has one. */
export const economyByCode = (code: string): Cell => (/^[A-Z]{2}$/.test(code) ? linkedCell(code, { to: "economy", id: code }) : code);

/** A holder by its id; several holders and the world have no page of their own. */
export function partyLink(id: string): Link | undefined {
  if (id === "world" || id.includes(";")) return undefined;
  return /^[A-Z]{2}$/.test(id) ? { to: "economy", id } : { to: "organisation", id };
}

/** A holder by its id, told by its name. */
export function partyCell(id: string, name = id): Cell {
  const link = partyLink(id);
  return link === undefined ? name : linkedCell(name, link);
}

/** Several things in one cell. */
export const cellOf = (parts: readonly Cell[]): Cell => ({ text: parts.map(cellText).join(", "), parts });

/** Whatever else leads somewhere. */
export const linkedCell = (text: string, link: Link): Cell => ({ text, link });

/** The title of a block; "" where it has none. */
export const blockTitle = (block: Block): string => ("title" in block && block.title !== undefined ? block.title : "");

/** An address as a link to it; null where there is none. */
export const addressCell = (url: string | null, text = url): Cell | null =>
  url === null || text === null ? null : { text, link: { to: "url", address: url } };

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
