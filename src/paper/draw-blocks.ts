import { cellText, richCell } from "../report/cell.ts";
import type { Block, Cell, FactsBlock, FigureBlock, ListBlock } from "../report/view.ts";
import { drawTable, webLink } from "./draw-table.ts";
import { ink, margin, quiet, type Sheet } from "./sheet.ts";

/** Draws a picture where the page stands. */
export type DrawFigure = (figure: FigureBlock) => void;

/** Lists of more items than this are set small. */
const longList = 40;

/** Blocks of a view in their order. `level`: of headings, 2 the largest. */
export function drawBlocks(sheet: Sheet, blocks: readonly Block[], drawFigure: DrawFigure, level = 2): void {
  for (const block of blocks) {
    switch (block.kind) {
      case "section":
        heading(sheet, block.title, level);
        drawBlocks(sheet, block.body, drawFigure, level + 1);
        break;
      case "table":
        drawTable(sheet, block);
        break;
      case "facts":
        drawFacts(sheet, block, level);
        break;
      case "list":
        drawList(sheet, block, level);
        break;
      case "figure":
        drawFigure(block);
        break;
      case "note":
        sheet.paragraph(block.text, { size: 8.4, colour: quiet });
        break;
    }
  }
}

function heading(sheet: Sheet, title: string | undefined, level: number): void {
  if (title === undefined || title === "") return;
  sheet.room(level === 2 ? 96 : 40);
  sheet.gap(4);
  sheet.paragraph(title, { size: level === 2 ? 10.5 : 9, bold: true }, { after: 3 });
}

function drawList(sheet: Sheet, { title, items }: ListBlock, level: number): void {
  heading(sheet, title, level);
  const size = items.length > longList ? 6.6 : 8.4;
  for (const item of items) drawItem(sheet, item, size);
  sheet.gap(4);
}

function drawItem(sheet: Sheet, item: Cell, size: number): void {
  const { text, link } = richCell(item);
  const style = { size, link: webLink(link), ...(size < 8 && { colour: ink }) };
  sheet.room(sheet.heightOf(text, style, sheet.width - 10));
  sheet.put("–", margin, sheet.y, 10, { size });
  sheet.paragraph(text, style, { x: 10, after: size * 0.24 });
}

const labelWidth = 150;

function drawFacts(sheet: Sheet, { title, facts }: FactsBlock, level: number): void {
  heading(sheet, title, level);
  for (const { label, value } of facts) {
    const [labelled, told] = [
      { size: 8.4, colour: quiet },
      { size: 8.4, link: webLink(richCell(value).link) },
    ];
    const height = Math.max(
      sheet.heightOf(label, labelled, labelWidth),
      sheet.heightOf(cellText(value), told, sheet.width - labelWidth - 10),
    );
    sheet.room(height);
    sheet.put(label, margin, sheet.y, labelWidth, labelled);
    sheet.put(cellText(value), margin + labelWidth + 10, sheet.y, sheet.width - labelWidth - 10, told);
    sheet.y += height + 2;
  }
  sheet.gap(4);
}
