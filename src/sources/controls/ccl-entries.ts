import { isObject, type JsonRecord, jsonObjects, jsonText } from "../format/json-record.ts";
import { fail, type RowRecord, rowRecord } from "../format/records.ts";
import { type EntryLine, paragraphsOf } from "./ccl-paragraphs.ts";

export const cclList = "us-ccl";

/** The rows of one entry of the Commerce Control List. Throws BadRow. */
export function entryRows(record: JsonRecord, edition: string, citation: string): readonly RowRecord[] {
  const { value } = record;
  const text = (name: string): string | null => jsonText(value[name]).replace(/\s+/g, " ") || null;
  const item = text("eccn") ?? fail("eccn is empty");
  if (!/^\d[A-E]\d{3}$/.test(item)) fail(`${item.slice(0, 20)} is no ECCN`);
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
