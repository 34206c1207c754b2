import { safeAddress } from "../base/web-address.ts";
import { cellText, richCell } from "../report/cell.ts";
import type { Cell, Column, Link, TableBlock } from "../report/view.ts";
import { cutTo, hairline, margin, quiet, type Sheet, type TextStyle } from "./sheet.ts";

const body: TextStyle = { size: 7.6 };
const head: TextStyle = { size: 7.2, bold: true, colour: quiet };
const [between, around] = [7, 2];
/** Points that a column of text which wraps has at least. */
const leastFlexible = 48;

/** Letters of a cell, of which a narrow column has room for on a page. */
const mostLetters = 400;

/** A table with its title; its head is said again on each page. */
export function drawTable(sheet: Sheet, { title, columns: all, rows: every, none = "none known" }: TableBlock): void {
  if (every.length === 0) {
    sheet.paragraph(`${title}: ${none}`, { size: 8.4, colour: quiet });
    return;
  }
  const shown = all.flatMap((column, at) => (column.wide ? [] : [at]));
  const columns = shown.map((at) => all[at]!);
  const rows = every.map((row) => shown.map((at) => shortCell(row[at] ?? "")));
  const widths = widthsOf(sheet, columns, rows);
  sheet.room(60);
  if (title !== "") sheet.paragraph(title, { size: 9, bold: true }, { after: 2 });
  drawHead(sheet, columns, widths);
  for (const row of rows) {
    const height = Math.max(...row.map((cell, at) => sheet.heightOf(cellText(cell), body, widths[at]!))) + 2 * around;
    const before = sheet.y;
    sheet.room(height);
    if (sheet.y < before) drawHead(sheet, columns, widths);
    drawRow(sheet, row, columns, widths);
    sheet.y += height;
    rule(sheet, widths, hairline);
  }
  sheet.gap(8);
}

function drawHead(sheet: Sheet, columns: readonly Column[], widths: readonly number[]): void {
  const height = Math.max(...columns.map(({ title }, at) => sheet.heightOf(title, head, widths[at]!))) + 2 * around;
  let x = margin;
  for (const [at, { title, align = "left" }] of columns.entries()) {
    sheet.put(title, x, sheet.y + around, widths[at]!, { ...head, align });
    x += widths[at]! + between;
  }
  sheet.y += height;
  rule(sheet, widths, quiet);
}

function drawRow(sheet: Sheet, row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): void {
  let x = margin;
  for (const [at, cell] of row.entries()) {
    const { text, link, faint = false } = richCell(cell);
    const { align = "left" } = columns[at]!;
    sheet.put(text, x, sheet.y + around, widths[at]!, { ...body, align, link: webLink(link), ...(faint && { colour: quiet }) });
    x += widths[at]! + between;
  }
}

function rule({ doc, y }: Sheet, widths: readonly number[], colour: string): void {
  const width = widths.reduce((sum, each) => sum + each + between, -between);
  doc
    .lineWidth(0.5)
    .strokeColor(colour)
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .stroke();
}

/** As wide as each needs; where that is too much, columns that give way share what the others leave, and all shrink where even that is not enough. */
function widthsOf(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  const room = sheet.width - between * (columns.length - 1);
  const needs = columns.map(
    ({ title }, at) => Math.max(wordsWidth(sheet, title), ...rows.map((row) => sheet.widthOf(cellText(row[at] ?? ""), body))) + 1,
  );
  const sum = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0);
  if (sum(needs) <= room) return needs;
  const gives = columns.map(({ flexible = false }, at) => flexible || needs[at]! > room / 3);
  const fixed = sum(needs.filter((_, at) => !gives[at]));
  const left = room - fixed;
  const wanted = sum(needs.filter((_, at) => gives[at]).map(Math.sqrt));
  const widths = needs.map((need, at) => (gives[at] ? Math.max(leastFlexible, (left * Math.sqrt(need)) / wanted) : need));
  const total = sum(widths);
  return total <= room ? widths : widths.map((each) => (each * room) / total);
}

function shortCell(cell: Cell): Cell {
  const rich = richCell(cell);
  return { ...rich, text: cutTo(rich.text, mostLetters) };
}

/** The widest word of a title, which wraps. */
const wordsWidth = (sheet: Sheet, title: string): number => Math.max(...title.split(" ").map((word) => sheet.widthOf(word, head)));

/** Where a click leads from a document that may lie anywhere: only to addresses of the web. */
export const webLink = (link: Link | undefined): string | null => (link?.to === "url" ? safeAddress(link.address) : null);
