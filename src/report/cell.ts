import type { Block, Cell, Link, RichCell } from "./view.ts";

/** The text of a cell. */
export const cellText = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** A cell with all that it may have. */
export const richCell = (cell: Cell): RichCell => (typeof cell === "string" ? { text: cell } : cell);

/** A technology by its id, told by its name. */
export const technologyCell = (id: string, name = id): Cell => ({ text: name, link: { to: "technology", id } });

/** A document by its number. */
export const patentCell = (id: string): Cell => ({ text: id, link: { to: "patent", id } });

/** A holder of patents by its id. */
export const holderCell = (id: string, name = id): Cell => ({ text: name, link: { to: "holder", id } });

/** Whatever else leads somewhere. */
export const linkedCell = (text: string, link: Link): Cell => ({ text, link });

/** The title of a block; "" where it has none. */
export const blockTitle = (block: Block): string => ("title" in block && block.title !== undefined ? block.title : "");

/** An address as a link to it; null where there is none. */
export const addressCell = (url: string | null, text = url): Cell | null =>
  url === null || text === null ? null : { text, link: { to: "url", address: url } };
