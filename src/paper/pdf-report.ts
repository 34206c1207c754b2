import type { MapFigure, Picture } from "../site/picture.ts";
import type { Chapter, Report } from "../site/report/report.ts";
import { type DrawFigure, drawBlocks } from "./draw-blocks.ts";
import { drawSvg, readSvg } from "./draw-svg.ts";
import { Faces } from "./faces.ts";
import { cutTo, hairline, margin, quiet, Sheet } from "./sheet.ts";

/** A picture of a chapter as SVG. */
export type DrawnPicture = (picture: Picture | MapFigure, chapter: Chapter) => string;

export interface PdfOptions {
  readonly picture: DrawnPicture;
  /** The one font that all letters come from; default: those of the system. */
  readonly font?: string | undefined;
}

/**
 * A report as PDF: the same bytes for the same report, pictures and fonts. Letters that no font has are romanised, which its last page says.
 * Throws LM_FILE_NOT_FOUND and LM_FILE_UNREADABLE of the font.
 */
export async function pdfReport(report: Report, { picture, font }: PdfOptions): Promise<Buffer> {
  const faces = new Faces(font);
  const edition = report.edition === null ? "" : `, edition ${report.edition}`;
  const subject = `As of ${report.day}${edition}`;
  const sheet = new Sheet({ title: report.title, subject, day: report.day, faces });
  drawTitle(sheet, report, subject);
  const begins = new Map<string, number>();
  const [first, ...others] = report.chapters;
  if (first !== undefined) drawChapter(sheet, first, picture, begins);
  const contents = reserveContents(sheet, report.chapters);
  for (const chapter of others) drawChapter(sheet, chapter, picture, begins);
  if (faces.isRomanised)
    sheet.paragraph("Letters that the fonts of this file lack are written in Latin letters; --font FILE names a font that has them.", {
      size: 8.4,
      colour: quiet,
    });
  fillContents(sheet, report.chapters, begins, contents);
  footers(sheet, `${report.title}. ${subject}.`);
  return sheet.bytes();
}

function drawTitle(sheet: Sheet, { title }: Report, subject: string): void {
  sheet.paragraph(title, { size: 17, bold: true }, { after: 2 });
  sheet.paragraph(`${subject}. A model of public records: no forecast, no legal advice.`, { size: 8.4, colour: quiet }, { after: 8 });
}

function drawChapter(sheet: Sheet, chapter: Chapter, picture: DrawnPicture, begins: Map<string, number>): void {
  const { title, finding, blocks, command, apart, id } = chapter;
  const isMap = chapter.picture?.kind === "map";
  if (apart) sheet.newPage(isMap ? "landscape" : "portrait");
  else sheet.room(160);
  begins.set(id, pagesOf(sheet));
  sheet.doc.addNamedDestination(id, "XYZ", 0, sheet.y, null);
  sheet.doc.outline.addItem(title);
  sheet.paragraph(title, { size: 13, bold: true }, { after: 4 });
  sheet.paragraph(finding, { size: 10, bold: true }, { after: 6 });
  if (chapter.picture) drawPicture(sheet, picture(chapter.picture, chapter), isMap ? 1 : 0.86);
  const drawFigure: DrawFigure = (figure) => drawPicture(sheet, picture(figure, chapter), 0.7);
  drawBlocks(sheet, blocks, drawFigure, chapter.id === "in-short" ? 3 : 2);
  if (command !== null) sheet.paragraph(`Asked by: levermap ${command}`, { size: 7.4, colour: quiet });
  sheet.gap(6);
}

/** Points that the line under a picture takes. */
const under = 24;

/** `part`: of the width between the margins, less where the page is not high enough. */
function drawPicture(sheet: Sheet, source: string, part: number): void {
  const svg = readSvg(source);
  const whole = sheet.bottom - margin;
  const across = Math.min(sheet.width * part, (whole * svg.width) / svg.height);
  const height = (across / svg.width) * svg.height;
  const left = sheet.bottom - sheet.y - under;
  // A picture as large as the page takes what its title leaves
  const fitted = height > left && height > 0.7 * whole && left > 0.6 * height ? left / height : 1;
  sheet.room(height * fitted);
  drawSvg(sheet, svg, margin, sheet.y, across * fitted);
  sheet.y += height * fitted + 6;
}

const pagesOf = (sheet: Sheet): number => sheet.doc.bufferedPageRange().count;

const line = 10.5;
const columns = 3;
const contentsRows = (chapters: readonly Chapter[]): number => Math.ceil(chapters.length / columns);

/** Where something stands that is filled in later. */
interface Place {
  readonly page: number;
  readonly y: number;
}

/** Room for the contents on the first page; `null`: there is none, and the outline of the file has to do. */
function reserveContents(sheet: Sheet, chapters: readonly Chapter[]): Place | null {
  const height = line * contentsRows(chapters) + 16;
  if (sheet.y + height > sheet.bottom) return null;
  const place = { page: pagesOf(sheet) - 1, y: sheet.y };
  sheet.gap(height);
  return place;
}

/** The contents, once it is known where each chapter begins. */
function fillContents(sheet: Sheet, chapters: readonly Chapter[], begins: ReadonlyMap<string, number>, place: Place | null): void {
  if (place === null) return;
  const { page, y: top } = place;
  sheet.doc.switchToPage(page);
  sheet.put("Contents", margin, top, sheet.width, { size: 9, bold: true });
  const [rows, width] = [contentsRows(chapters), sheet.width / columns];
  for (const [at, { id, title }] of chapters.entries()) {
    const [x, y] = [margin + Math.floor(at / rows) * width, top + 14 + (at % rows) * line];
    sheet.put(clipped(sheet, `${begins.get(id)}  ${title}`, width - 10), x, y, width, { size: 8 });
    sheet.doc.goTo(x, y, width - 10, line, id);
  }
}

/** A text that stays on one line. */
function clipped(sheet: Sheet, text: string, width: number): string {
  let most = 80;
  while (most > 1 && sheet.widthOf(cutTo(text, most), { size: 8 }) > width) most -= 1;
  return cutTo(text, most);
}

function footers(sheet: Sheet, text: string): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    sheet.doc.switchToPage(at);
    const y = sheet.doc.page.height - margin;
    sheet.doc
      .lineWidth(0.5)
      .strokeColor(hairline)
      .moveTo(margin, y - 8)
      .lineTo(margin + sheet.width, y - 8)
      .stroke();
    sheet.put(text, margin, y, sheet.width - 60, { size: 7, colour: quiet });
    sheet.put(`${at + 1} of ${count}`, margin + sheet.width - 60, y, 60, { size: 7, colour: quiet, align: "right" });
  }
}
