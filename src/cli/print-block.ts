import { cellText } from "../report/cell.ts";
import type { Block, FactsBlock, FigureBlock, ListBlock, TableBlock } from "../report/view.ts";
import type { Page } from "./command.ts";
import { paragraph } from "./page/wrap.ts";
import { leastTableLines, type Printed, tableLines } from "./print-table.ts";

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
