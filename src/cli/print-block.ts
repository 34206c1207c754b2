import { count } from "../base/format.ts";
import { cellText } from "../report/cell.ts";
import type { Block, FactsBlock, FigureBlock, ListBlock, TableBlock } from "../report/view.ts";
import type { Page } from "./command.ts";
import { naturalWidth, table } from "./page/table.ts";
import { paragraph } from "./page/wrap.ts";

/** A block as lines, a blank one before it; a table within `room` lines, and of its first rows alone, where that is given. */
export function blockLines(block: Block, page: Page, room?: number): Printed {
  switch (block.kind) {
    case "table":
      return tableLines(block, page, room);
    case "section":
      return sectionLines(block.title, block.body, page, room);
    case "facts":
      return whole(factLines(block, page));
    case "list":
      return whole(listLines(block, page));
    case "figure":
      return whole(figureLines(block, page));
    case "note":
      return whole(["", paragraph(block.text, page.width)]);
  }
}

/** The fewest lines in which a block can be shown. */
export const leastLines = (block: Block, page: Page): number =>
  block.kind === "table" ? leastTableLines(block) : blockLines(block, page, 0).lines.length;

/** Lines apart: a paragraph is several. */
const whole = (lines: readonly string[]): Printed => ({ lines: lines.flatMap((line) => line.split("\n")), cut: false });

function sectionLines(title: string, body: readonly Block[], page: Page, room?: number): Printed {
  const printed = body.map((block) => blockLines(block, page, room === undefined ? undefined : Math.floor((room - 2) / body.length)));
  const lines = printed.flatMap(({ lines: own }, at) => (at === 0 ? own.slice(1) : own));
  return { lines: ["", page.style.strong(title), ...lines], cut: printed.some(({ cut }) => cut) };
}

function factLines({ title, facts }: FactsBlock, { style, width }: Page): string[] {
  return [
    "",
    ...(title === undefined ? [] : [style.strong(title)]),
    ...facts.map(({ label, value }) => paragraph(`${label}: ${cellText(value)}`, width, "  ")),
  ];
}

function listLines({ title, items }: ListBlock, { style, width }: Page): string[] {
  return [
    "",
    ...(title === undefined ? [] : [style.strong(title)]),
    ...items.map((item) => `- ${paragraph(cellText(item), width - 2, "  ")}`),
  ];
}

/** What a picture shows, in words; bars are a table. */
function figureLines({ title, unit, summary, shape }: FigureBlock, page: Page): string[] {
  const head = ["", page.style.strong(title), ...(summary === "" ? [] : [paragraph(summary, page.width)])];
  if (shape.kind !== "bars" || shape.bars.length === 0) return head;
  const bars: TableBlock = {
    kind: "table",
    title: "",
    columns: [{ title: "", flexible: true }, { title: unit }],
    rows: shape.bars.map(({ label, text }) => [label, text]),
  };
  return [...head, ...tableLines(bars, page).lines.slice(2)];
}

/** Lines of a block; `cut`: it has more than they show. */
interface Printed {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

/** A flexible column is held to take this much before wide ones are left out. */
const flexibleWidth = 24;

/** Lines of the frame of a table: a blank one, the title, the heads. */
const frame = 3;

/** A headed table after a blank line. Without `room` it has all rows; with it the first `most`, as many as fit into so many lines. */
function tableLines(block: TableBlock, page: Page, room?: number): Printed {
  const { title, none = "none known", rows } = block;
  if (rows.length === 0) {
    const text = paragraph(`${title}: ${none}`, page.width).replace(title, () => page.style.strong(title));
    return { lines: ["", ...text.split("\n")], cut: false };
  }
  const head = ["", page.style.strong(title)];
  if (room === undefined) return { lines: [...head, ...rowLines(block, rows.length, page)], cut: false };
  for (let told = Math.min(rows.length, block.most ?? rows.length); told > 1; told--) {
    const printed = cutTable(block, told, page, head);
    if (printed.lines.length <= room) return printed;
  }
  return cutTable(block, 1, page, head);
}

function cutTable(block: TableBlock, told: number, page: Page, head: readonly string[]): Printed {
  const more = block.rows.length - told;
  const last = more > 0 ? [`and ${count(more)} more: --details`] : [];
  return { lines: [...head, ...rowLines(block, told, page), ...last], cut: more > 0 };
}

/** Lines of a table that shows a row or two. */
const leastTableLines = ({ rows }: TableBlock): number => (rows.length === 0 ? 2 : frame + Math.min(rows.length, 2) + 1);

function rowLines(block: TableBlock, told: number, page: Page): string[] {
  const cells = block.rows.slice(0, told).map((row) => row.map(cellText));
  const kept = keptColumns(block, cells, page.width);
  return table(
    kept.map((at) => block.columns[at]!),
    cells.map((row) => kept.map((at) => row[at] ?? "")),
    page,
  ).split("\n");
}

/** Wide columns are left out from the right until the table fits. */
function keptColumns({ columns }: TableBlock, cells: readonly (readonly string[])[], width: number): readonly number[] {
  let kept = columns.map((_, at) => at);
  const taken = (): number =>
    naturalWidth(
      kept.map((at) => columns[at]!),
      cells.map((row) => kept.map((at) => row[at] ?? "")),
      flexibleWidth,
    );
  while (taken() > width) {
    const widest = kept.findLast((at) => columns[at]?.wide);
    if (widest === undefined) break;
    kept = kept.filter((at) => at !== widest);
  }
  return kept;
}
