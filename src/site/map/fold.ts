import type { MapChoice } from "./choice.ts";
import type { MovedNode } from "./moves.ts";

export type Node = MovedNode;

/** Which technologies fold into which, and which of them are shown. */
export interface Folding {
  /** Technologies directly under one. */
  readonly children: ReadonlyMap<string, readonly Node[]>;
  /** For every technology the shown one that stands for it: itself, or what it is folded into. */
  readonly standsIn: ReadonlyMap<string, string>;
  /** Technologies that others fold into. */
  readonly parents: readonly string[];
}

/** `unfold` as the address has it; `forced`: technologies that must be shown whatever it says. */
export function fold(nodes: readonly Node[], unfold: MapChoice["unfold"], forced: ReadonlySet<string> = new Set()): Folding {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, Node[]>();
  for (const node of nodes) {
    if (node.parent === null || !byId.has(node.parent) || lineage(node, byId).includes(node.id)) continue;
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  const open = new Set(unfold === "all" ? children.keys() : unfold);
  for (const id of forced) for (const above of lineage(byId.get(id), byId)) open.add(above);
  const standsIn = new Map(
    nodes.map((node) => {
      const closed = lineage(node, byId).filter((above) => !open.has(above) && children.has(above));
      return [node.id, closed.at(-1) ?? node.id];
    }),
  );
  return { children, standsIn, parents: [...children.keys()] };
}

/** Technologies above one, nearest first; ends where a chain meets itself. */
function lineage(node: Node | undefined, byId: ReadonlyMap<string, Node>): string[] {
  const above: string[] = [];
  for (
    let at = node?.parent ? byId.get(node.parent) : undefined;
    at && !above.includes(at.id);
    at = at.parent ? byId.get(at.parent) : undefined
  ) {
    above.push(at.id);
  }
  return above;
}

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
