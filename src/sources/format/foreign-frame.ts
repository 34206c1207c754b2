import { outermostElement } from "./seen-file.ts";
import { splitRecord } from "./xml-bytes.ts";
import type { RecordMarks } from "./xml-records.ts";

/** How the records of a file are told from what stands around them. */
export interface RecordFrame {
  readonly marks: RecordMarks;
  /** Parts a piece between two marks into the record (`null`: there is none) and text that belongs to nothing (`""`: there is none). */
  readonly split?: (bytes: Buffer) => { readonly record: Buffer | null; readonly stray: string };
  /** Elements that may hold all records of a file, where `split` reads them. */
  readonly outer?: RegExp;
}

/** What may stand around the records of a frame: anything. */
const everything = /[\s\S]*/;

/**
 * How records are read that stand inside an element which is none of their layout, such as that of a delivery or of a server's answer;
 * `null` where they do not by the first bytes of a file. What else is in that element is passed over, and its encoding holds for them.
 */
export function framedLayout<L extends RecordFrame>(head: string, layout: L): { readonly layout: L; readonly frame: string } | null {
  const begins = [...layout.marks.strong, ...layout.marks.weak].filter((mark) => /^<[A-Za-z]/.test(mark));
  const frame = outermostElement(head);
  if (frame === null || begins.length === 0 || (layout.split && !layout.outer) || layout.outer?.test(frame)) return null;
  const first = Math.min(...begins.map((mark) => head.indexOf(mark)).filter((at) => at >= 0));
  const outside = head.search(new RegExp(`<${frame.replaceAll(".", "\\.")}[\\s>]`));
  if (!Number.isFinite(first) || first <= outside || head.slice(0, first).includes(`</${frame}>`)) return null;
  const names = [...new Set(begins.map((mark) => /^<([\w:.-]+)/.exec(mark)?.[1] ?? ""))];
  const declaration = Buffer.from(/<\?xml[^>]*\?>/.exec(head)?.[0] ?? '<?xml version="1.0"?>', "latin1");
  const split = (bytes: Buffer) => {
    const { record } = splitRecord(bytes, names, everything);
    return { record: record === null ? null : Buffer.concat([declaration, record]), stray: "" };
  };
  return {
    frame,
    layout: { ...layout, marks: { strong: [...layout.marks.strong.filter((mark) => !begins.includes(mark)), ...begins], weak: [] }, split },
  };
}
