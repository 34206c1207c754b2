import type { Block, Cell, RichCell } from "./view.ts";

/** The text of a cell. */
export const cellText = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** A cell with all that it may have. */
export const richCell = (cell: Cell): RichCell => (typeof cell === "string" ? { text: cell } : cell);

/** A technology by its id, told by its name. */
export const technologyCell = (id: string, name = id): Cell => ({ text: name, link: { to: "technology", id } });

/** The title of a block; "" where it has none. */
export const blockTitle = (block: Block): string => ("title" in block && block.title !== undefined ? block.title : "");
