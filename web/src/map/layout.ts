import type { Node } from "../../../src/site/map/fold.ts";
import type { MovedMap } from "../../../src/site/map/moves.ts";
import type { Link } from "../../../src/site/map/visible.ts";
import { type Measure, wrap } from "../picture/wrap.ts";
import { oneMore, spread } from "./columns.ts";
import { labelOf } from "./label.ts";
import { type Family, orderFamilies } from "./order.ts";
import { columnNeed, columnWidths, type Need, radiusScale } from "./widths.ts";

type Stage = MovedMap["stages"][number];

export interface PlacedNode {
  readonly node: Node;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly lines: readonly string[];
  /** Column on the whole map, and place in it from the top. */
  readonly column: number;
  readonly row: number;
  /** Room the node and its label take. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Band {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly count: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
  readonly nodes: readonly PlacedNode[];
}

export interface LayoutRoom {
  readonly width: number;
  /** Height to fit into if it can be done; the map grows where it cannot. */
  readonly height: number;
  readonly measure: Measure;
  /** What follows a label, such as how many fold into it; "" where nothing does. */
  readonly suffix: (id: string) => string;
}

interface Block {
  readonly node: Node;
  readonly left: number;
  readonly radius: number;
  readonly lines: readonly string[];
  readonly height: number;
}

/** The columns of a stage. */
type Stacks = readonly (readonly Block[])[];

/** Size of the letters of a label, px, as the styles of the map set it. */
export const letterSize = 14;
export const lineHeight = 15;
export const bandHead = 30;
/** From the centre of a node to its label. */
export const labelInset = 13;
const nodeInset = 12.5;
const labelMargin = 2;
const indent = 8;
const gap = 4;
const bandGap = 6;
const loosest = 10;
const unfiled: Stage = { id: "", name: "No stage", position: Number.POSITIVE_INFINITY };

/** Parts of the size of letters that a letter of a usual face is wide, with a little room; no browser is there to measure. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u3000-\uffff]/, 1],
  [/[ijl.,:;'\s]/, 0.3],
  [/[tfrI()-]/, 0.36],
  [/[mwMW%]/, 0.88],
  [/[A-Z]/, 0.72],
];

/** Width of a text at the size of labels, px. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + letterSize * (letterWidths.find(([kind]) => kind.test(letter))?.[1] ?? 0.59), 0);

/** Places the shown technologies: stages from left to right, crowded stages in several columns, no two labels on one another. */
export function layoutMap(stages: readonly Stage[], nodes: readonly Node[], links: readonly Link[], room: LayoutRoom): MapLayout {
  const stageOf = (node: Node): string => (stages.some((stage) => stage.id === node.stage) ? (node.stage ?? "") : "");
  const shown = [...stages, unfiled]
    .filter((stage) => nodes.some((node) => stageOf(node) === stage.id))
    .sort((a, b) => a.position - b.position);
  const families = orderFamilies(
    shown.map((stage) => nodes.filter((node) => stageOf(node) === stage.id)),
    links,
  );
  const radius = radiusScale(nodes.map((node) => node.marketSize));
  const body = Math.max(200, room.height - bandHead);
  const around = nodeInset + labelInset + labelMargin;
  const needs = families.map((column, index) => columnNeed(column, shown[index]?.name ?? "", around, indent, room.measure));
  const { widths, stacks } = chooseColumns(families, needs, room, body, radius);
  return arrange(shown, stacks, widths, body);
}

/** Adds columns to the highest stages until all fit or there is no room for more, then widens the high stages at the cost of the low. */
function chooseColumns(
  families: readonly (readonly Family[])[],
  needs: readonly Need[],
  room: LayoutRoom,
  body: number,
  radius: (size: number | null) => number,
): { widths: readonly number[]; stacks: readonly Stacks[] } {
  const inner = room.width - bandGap * (families.length - 1);
  const attempt = (counts: readonly number[], weights: readonly number[]) => {
    const widths = columnWidths(needs, counts, weights, inner) ?? needs.map((need) => need.least);
    const blocks = families.map((column, index) =>
      column.flat().map(({ node, depth }) => block(node, depth, widths[index] ?? 0, room, radius)),
    );
    const heights = blocks.map((column, index) => column.reduce((sum, { height }) => sum + height, 0) / (counts[index] ?? 1));
    return { counts, widths, blocks, heights, highest: Math.max(0, ...heights) };
  };
  const even = families.map(() => 1);
  let best = attempt(even, even);
  for (;;) {
    const more = best.highest > body ? oneMore(best.counts, best.heights) : null;
    if (!more || !columnWidths(needs, more, even, inner)) break;
    best = attempt(more, even);
  }
  let weights: readonly number[] = even;
  let last = best;
  for (let round = 0; round < 6 && best.highest > body; round++) {
    weights = weights.map((weight, index) => weight * ((last.heights[index] ?? 0) / last.highest) ** 2);
    last = attempt(best.counts, weights);
    if (last.highest < best.highest) best = last;
  }
  return { widths: best.widths, stacks: best.blocks.map((column, index) => spread(column, best.counts[index] ?? 1)) };
}

function block(node: Node, depth: number, width: number, room: LayoutRoom, radius: (size: number | null) => number): Block {
  const left = depth * indent;
  const suffix = room.suffix(node.id);
  const lines = wrap(labelOf(node, suffix), width - left - nodeInset - labelInset - labelMargin, room.measure);
  const size = radius(node.marketSize);
  return { node, left, radius: size, lines, height: Math.max(lines.length * lineHeight, 2 * size + 4) + gap };
}

function arrange(shown: readonly Stage[], stacks: readonly Stacks[], widths: readonly number[], body: number): MapLayout {
  const nodes: PlacedNode[] = [];
  const bands: Band[] = [];
  let x = 0;
  let column = 0;
  let height = bandHead + 60;
  for (const [index, stage] of shown.entries()) {
    const columns = stacks[index] ?? [];
    const width = widths[index] ?? 0;
    for (const [offset, stack] of columns.entries()) {
      const bottom = placeStack(stack, x + offset * width, width, body, column + offset, nodes);
      height = Math.max(height, bottom);
    }
    bands.push({ id: stage.id, name: stage.name, x, width: width * columns.length, count: columns.flat().length });
    x += width * columns.length + bandGap;
    column += columns.length;
  }
  return { width: Math.max(0, x - bandGap), height: height + gap, bands, nodes };
}

/** Puts the blocks of one column under each other, a little loosely where there is room. Returns where they end. */
function placeStack(stack: readonly Block[], x: number, width: number, body: number, column: number, nodes: PlacedNode[]): number {
  const used = stack.reduce((sum, { height }) => sum + height, 0);
  const loose = Math.min(loosest, Math.max(0, (body - used) / Math.max(1, stack.length)));
  let y = bandHead;
  for (const [row, { node, left, radius, lines, height }] of stack.entries()) {
    const box = { x: x + left, y: y + loose / 2, width: width - left, height };
    nodes.push({ node, x: x + left + nodeInset, y: box.y + height / 2, radius, lines, column, row, box });
    y += height + loose;
  }
  return y;
}
