import type { Row } from "../../base/tables.ts";
import { isObject, type JsonRecord, jsonObjects, jsonText } from "../format/json-record.ts";
import { fail, type RowRecord, rowRecord } from "../format/records.ts";

export const cclList = "us-ccl";

/** The rows of one entry of the Commerce Control List. Throws BadRow. */
export function entryRows(record: JsonRecord, edition: string, citation: string): readonly RowRecord[] {
  const { value } = record;
  const text = (name: string): string | null => jsonText(value[name]).replace(/\s+/g, " ") || null;
  const item = text("eccn") ?? fail("eccn is empty");
  if (!/^\d[A-E]\d{3}$/.test(item)) fail(`${item.slice(0, 20)} is not an ECCN`);
  const key = { list: cclList, edition, item };
  const flags = isObject(value.licenceExceptionFlags) ? value.licenceExceptionFlags : {};
  return [
    rowRecord("control_item", record, {
      ...key,
      heading: text("heading") ?? fail("heading is empty"),
      reasons: text("reasonForControl"),
      full: "items" in value ? 1 : 0,
      related: text("relatedControls"),
      citation,
    }),
    ...jsonObjects(value.countryChart).map((reason, at) =>
      rowRecord("item_reason", record, {
        ...key,
        position: at + 1,
        applies: jsonText(reason.control) || fail("a reason for control is empty"),
        destinations: jsonText(reason.countryChart) || fail("destinations of a reason for control are empty"),
      }),
    ),
    ...Object.entries(flags).flatMap(([exception, flag]) =>
      jsonText(flag) === "" ? [] : [rowRecord("item_exception", record, { ...key, exception, text: jsonText(flag) })],
    ),
    ...paragraphsOf(
      jsonObjects(value.items)
        .map(lineOf)
        .filter(({ text: printed }) => printed !== ""),
    ).map((paragraph, at) => rowRecord("item_paragraph", record, { ...key, position: at + 1, ...paragraph })),
  ];
}

const lineOf = (line: Readonly<Record<string, unknown>>): EntryLine => ({
  paragraph: jsonText(line.paragraph).replace(/^\./, "") || null,
  kind: jsonText(line.kind),
  text: jsonText(line.text).replace(/\s+/g, " "),
});

/** A line of an entry as the parse of the eCFR gives it. */
export interface EntryLine {
  readonly paragraph: string | null;
  readonly kind: string;
  readonly text: string;
}

/** A paragraph of an entry (`f.1.b`), or a note (`paragraph` is `null`) with the paragraph it stands under. */
type Paragraph = Pick<Row<"item_paragraph">, "paragraph" | "parent" | "text">;

const inText = /^((?:[a-z]|[a-z]{2})(?:\.(?:\d+|[a-z]))+)\.? (?=\S)(.+)$/s;
const letter = /^[a-z]$/;

/**
 * Tells the paragraphs of an entry from the lists within its notes, which carry letters too: a letter that is not beyond the last one
 * begins such a list, and the letters that follow one another belong to it unless they have paragraphs of their own. A paragraph
 * that the parse left in a text (`c.3.a Two or more ...`) is one.
 */
export function paragraphsOf(lines: readonly EntryLine[]): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const known = new Set<string>();
  let last = "";
  let current: string | null = null;
  let nextOfList: string | null = null;
  lines.forEach((line, at) => {
    const label = labelOf(line, known);
    if (label.paragraph !== null && letter.test(label.paragraph)) {
      const below = lines[at + 1]?.paragraph?.startsWith(`${label.paragraph}.`) ?? false;
      const listed = !below && (label.paragraph === nextOfList || label.paragraph <= last);
      nextOfList = listed ? after(label.paragraph) : null;
      if (below) makeNote(found, known, label.paragraph);
      if (!listed) last = label.paragraph;
      else label.paragraph = null;
    } else if (line.kind === "note") nextOfList = null;
    if (label.paragraph === null || known.has(label.paragraph)) {
      found.push({ paragraph: null, parent: current, text: line.text });
      return;
    }
    known.add(label.paragraph);
    current = label.paragraph;
    found.push({ paragraph: label.paragraph, parent: parentOf(label.paragraph, known), text: label.text });
  });
  return found;
}

/** A letter that comes again with paragraphs of its own was that of a list before. */
function makeNote(found: Paragraph[], known: Set<string>, paragraph: string): void {
  if (!known.delete(paragraph)) return;
  const at = found.findIndex((each) => each.paragraph === paragraph);
  const before = found[at];
  if (before !== undefined) found[at] = { ...before, paragraph: null };
}

function labelOf(line: EntryLine, known: ReadonlySet<string>): { paragraph: string | null; text: string } {
  if (line.kind === "note") return { paragraph: null, text: line.text };
  if (line.paragraph !== null) return { paragraph: line.paragraph, text: line.text };
  const [, paragraph, text] = inText.exec(line.text) ?? [];
  const continues = paragraph !== undefined && parentOf(paragraph, known) !== null;
  return continues && text !== undefined ? { paragraph, text } : { paragraph: null, text: line.text };
}

const after = (label: string): string => String.fromCharCode(label.charCodeAt(0) + 1);

/** The nearest paragraph above that there is. */
function parentOf(paragraph: string, known: ReadonlySet<string>): string | null {
  for (let end = paragraph.lastIndexOf("."); end > 0; end = paragraph.lastIndexOf(".", end - 1)) {
    if (known.has(paragraph.slice(0, end))) return paragraph.slice(0, end);
  }
  return null;
}
