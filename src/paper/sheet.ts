import PdfDocument from "pdfkit";
import type { Faces } from "./faces.ts";

/** How a text is set. Points. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right";
  /** Where a click leads: an address of the web. */
  readonly link?: string | null;
}

export interface SheetOptions {
  readonly title: string;
  readonly subject: string;
  /** The day that the document bears, `YYYY-MM-DD`. */
  readonly day: string;
  readonly faces: Faces;
}

/** A text of at most so many letters: what is longer is cut, with an ellipsis. */
export const cutTo = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Letters of a paragraph that fit on a page. */
const mostLetters = 3000;

/** Points. */
export const margin = 42;
const footer = 26;
export const ink = "#1b1d20";
export const quiet = "#565b61";
export const hairline = "#d9d9d2";
const linkInk = "#1d4f96";

/** Pages that are filled from top to bottom. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly faces: Faces;
  readonly #parts: Buffer[] = [];
  readonly #known = new Set<string>();
  /** Where the next block begins, in points from the top. */
  y = margin;

  constructor({ title, subject, day, faces }: SheetOptions) {
    const made = new Date(`${day}T00:00:00Z`);
    this.faces = faces;
    this.doc = new PdfDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      pdfVersion: "1.7",
      lang: "en",
      displayTitle: true,
      info: {
        Title: title.replace(/\p{Surrogate}/gu, ""),
        Subject: subject,
        Author: "Levermap",
        Creator: "Levermap",
        Producer: "Levermap",
        CreationDate: made,
        ModDate: made,
      },
    });
    this.doc.on("data", (part: Buffer) => this.#parts.push(part));
  }

  /** Between the margins. */
  get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  get bottom(): number {
    return this.doc.page.height - margin - footer;
  }

  newPage(layout: "portrait" | "landscape" = "portrait"): void {
    this.doc.addPage({ size: "A4", margin: 0, layout });
    this.y = margin;
  }

  /** Goes on to a new page unless there is room for so many points. */
  room(height: number): void {
    if (this.y + height > this.bottom && this.y > margin) this.newPage(this.doc.page.layout as "portrait");
  }

  gap(points: number): void {
    this.y += points;
  }

  /** Points that a text is wide on one line. */
  widthOf(text: string, { size, bold }: TextStyle): number {
    return this.doc.widthOfString(this.#take(text, size, bold));
  }

  /** Points that a text is high in lines of a width. */
  heightOf(text: string, { size, bold }: TextStyle, width: number): number {
    return this.doc.heightOfString(this.#take(text, size, bold), { width, lineGap: size * 0.22 });
  }

  /** Sets a text within a width, from a place on; the page stays. */
  put(text: string, x: number, y: number, width: number, { size, bold, colour, align = "left", link = null }: TextStyle): void {
    const set = this.#take(text, size, bold);
    this.doc
      .fillColor(colour ?? (link === null ? ink : linkInk))
      .text(set, x, y, { width, align, lineGap: size * 0.22, ...(link === null ? {} : { link }) });
  }

  /** Sets a text on one line from a place on its base line. */
  putLine(text: string, x: number, y: number, { size, bold, colour = ink }: TextStyle): void {
    this.doc.fillColor(colour).text(this.#take(text, size, bold), x, y, { lineBreak: false, baseline: "alphabetic" });
  }

  /** Sets a paragraph under what stands there, on a new page where it does not fit. */
  paragraph(
    text: string,
    style: TextStyle,
    { x = 0, width = this.width - x, after = 4 }: { x?: number; width?: number; after?: number } = {},
  ): void {
    const height = this.heightOf(text, style, width);
    this.room(height);
    this.put(text, margin + x, this.y, width, style);
    this.y += height + after;
  }

  /** The file. */
  bytes(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.doc.on("end", () => resolve(Buffer.concat(this.#parts))).on("error", reject);
      this.doc.end();
    });
  }

  #take(given: string, size: number, bold = false): string {
    const { face, text } = this.faces.set(cutTo(given, mostLetters), bold);
    if (face.file !== null && !this.#known.has(face.name)) {
      this.doc.registerFont(face.name, face.file.bytes, face.file.member);
      this.#known.add(face.name);
    }
    this.doc.font(face.name).fontSize(size);
    return text;
  }
}
