import type { Node } from "../../../src/site/map/fold.ts";
import type { Link } from "../../../src/site/map/visible.ts";

/** A technology with what folds into it and is shown, if of the same stage, below it; `depth` 0 is the technology itself. */
export type Family = readonly { readonly node: Node; readonly depth: number }[];

const sweeps = 8;

/** Families of every stage, given left to right, ordered so that neighbours across stages lie level (barycentre sweeps to and fro). */
export function orderFamilies(stages: readonly (readonly Node[])[], links: readonly Link[]): readonly (readonly Family[])[] {
  let columns = stages.map(families);
  const neighbours = new Map<string, string[]>(stages.flat().map((node) => [node.id, []]));
  for (const { from, to } of links) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const places = heights(columns);
    const turn = sweep % 2 === 0 ? columns.keys() : [...columns.keys()].reverse();
    for (const index of turn) {
      const column = columns[index] ?? [];
      const sorted = sortByBarycentre(column, neighbours, places);
      columns = columns.with(index, sorted);
      for (const [id, place] of heights([sorted])) places.set(id, place);
    }
  }
  return columns;
}

function families(nodes: readonly Node[]): Family[] {
  const ids = new Set(nodes.map((node) => node.id));
  const under = (parent: Node, depth: number): { node: Node; depth: number }[] => [
    { node: parent, depth },
    ...nodes.filter((node) => node.parent === parent.id && node.id !== parent.id).flatMap((node) => under(node, depth + 1)),
  ];
  return nodes.filter((node) => node.parent === null || !ids.has(node.parent)).map((root) => under(root, 0));
}

/** Height of every technology in its column, 0..1. */
function heights(columns: readonly (readonly Family[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const column of columns) {
    const flat = column.flat();
    for (const [index, { node }] of flat.entries()) places.set(node.id, (index + 0.5) / flat.length);
  }
  return places;
}

function sortByBarycentre(
  column: readonly Family[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  places: ReadonlyMap<string, number>,
): Family[] {
  const weighed = column.map((family) => {
    const own = new Set(family.map(({ node }) => node.id));
    const around = family.flatMap(({ node }) => neighbours.get(node.id) ?? []).filter((id) => !own.has(id) && places.has(id));
    const rest = around.length > 0 ? around : [...own];
    return { family, centre: rest.reduce((sum, id) => sum + (places.get(id) ?? 0.5), 0) / rest.length };
  });
  return weighed.sort((a, b) => a.centre - b.centre).map(({ family }) => family);
}
