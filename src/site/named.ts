import type { Answer } from "../ask/ask.ts";
import { cellText, richCell } from "../report/cell.ts";
import type { Block, Cell, Link } from "../report/view.ts";

/** Names by id, by what has them. */
export type Names = { readonly [to in Exclude<Link["to"], "url">]?: ReadonlyMap<string, string> };

/** Names of what the map shows. */
export const namesOn = ({ economies, organisations, nodes }: Answer<"map">): Names => ({
  economy: byId(economies),
  organisation: byId(organisations),
  technology: byId(nodes),
});

const byId = (of: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(of.map(({ id, name }) => [id, name]));

type Shown = { readonly blocks: readonly Block[]; readonly details?: readonly Block[] };

/** Whether something is told by its id alone that may have a name. */
export const tellsIds = ({ blocks, details = [] }: Shown): boolean => [...blocks, ...details].some(hasId);

const hasId = (block: Block): boolean => (block.kind === "section" ? block.body.some(hasId) : cellsOf(block).some(isId));

function isId(cell: Cell): boolean {
  const { text, link, parts = [] } = richCell(cell);
  return (link !== undefined && link.to in namedKinds && "id" in link && link.id === text) || parts.some(isId);
}

/** What `namesOn` has names of. */
const namedKinds = { economy: true, organisation: true, technology: true };

function cellsOf(block: Block): readonly Cell[] {
  if (block.kind === "table") return block.rows.flat();
  if (block.kind === "facts") return block.facts.map(({ value }) => value);
  return block.kind === "list" ? block.items : [];
}

/** The same with the name of what is told by its id alone; data that is copied keeps the id. What has no name stays as it is. */
export const named = <S extends Shown>(shown: S, names: Names): S => ({
  ...shown,
  blocks: shown.blocks.map((block) => namedBlock(block, names)),
  ...(shown.details && { details: shown.details.map((block) => namedBlock(block, names)) }),
});

function namedBlock(block: Block, names: Names): Block {
  switch (block.kind) {
    case "section":
      return { ...block, body: block.body.map((each) => namedBlock(each, names)) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((cell) => namedCell(cell, names))) };
    case "facts":
      return { ...block, facts: block.facts.map(({ label, value }) => ({ label, value: namedCell(value, names) })) };
    case "list":
      return { ...block, items: block.items.map((item) => namedCell(item, names)) };
    default:
      return block;
  }
}

function namedCell(cell: Cell, names: Names): Cell {
  const { text, link, parts } = richCell(cell);
  if (parts !== undefined) {
    const told = parts.map((part) => namedCell(part, names));
    return { ...richCell(cell), text: told.map(cellText).join(", "), code: text, parts: told };
  }
  if (link === undefined || link.to === "url" || link.id !== text) return cell;
  const name = names[link.to]?.get(text);
  return name === undefined || name === text ? cell : { ...richCell(cell), text: name, code: text };
}
