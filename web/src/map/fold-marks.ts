import type { Folding } from "./fold.ts";

/** How many technologies fold into one, and whether they are hidden in it. */
export interface FoldMark {
  readonly count: number;
  readonly folded: boolean;
}

export function foldMark(folding: Folding, id: string): FoldMark {
  const children = folding.children.get(id) ?? [];
  return { count: children.length, folded: children.some((child) => folding.standsIn.get(child.id) !== child.id) };
}

/** What follows the label of a technology that others fold into: `+5` hidden, `−5` shown; "" where none do. */
export function foldText({ count, folded }: FoldMark): string {
  return count === 0 ? "" : `${folded ? "+" : "−"}${count}`;
}
