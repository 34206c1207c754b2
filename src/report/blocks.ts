import type { Block, Cell, Column, FactsBlock, ListBlock, NoteBlock, SectionBlock, TableBlock } from "./view.ts";

export const note = (text: string): NoteBlock => ({ kind: "note", text });

export const list = (title: string, items: readonly Cell[]): ListBlock => ({ kind: "list", title, items });

/** The same where it has items; no block otherwise. */
export const listOf = (title: string, items: readonly Cell[]): readonly ListBlock[] => (items.length === 0 ? [] : [list(title, items)]);

export const section = (title: string, body: readonly Block[]): SectionBlock => ({ kind: "section", title, body });

/** Facts of which something is known; what is not (`null`, "") is left out. `title`: `null` for none. */
export const facts = (title: string | null, told: readonly (readonly [label: string, value: Cell | null | undefined])[]): FactsBlock => ({
  kind: "facts",
  ...(title === null ? {} : { title }),
  facts: told.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
});

/** A table; of columns by their titles `share>` is aligned right, and `technology~` gives way where there is little room. */
export const table = (
  title: string,
  columns: readonly (string | Column)[],
  rows: readonly (readonly Cell[])[],
  rest: Pick<TableBlock, "none" | "most"> = {},
): TableBlock => ({ kind: "table", title, columns: columns.map(columnOf), rows, ...rest });

function columnOf(column: string | Column): Column {
  if (typeof column !== "string") return column;
  if (column.endsWith(">")) return { title: column.slice(0, -1), align: "right" };
  return column.endsWith("~") ? { title: column.slice(0, -1), flexible: true } : { title: column };
}
