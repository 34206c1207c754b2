import { expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { xmlMarks } from "../../../src/sources/format/xml-records.ts";
import { recordsOf, xmlRows } from "../../../src/sources/format/xml-source.ts";

async function* longRecord(): AsyncGenerator<Buffer> {
  yield Buffer.from("<root>");
  for (let size = 0; size < 129; size++) yield Buffer.alloc(1 << 20, "x");
  yield Buffer.from("</root><root>2</root>");
}

test("a record that is too long is a reject, and the next one is read", async () => {
  const lines: number[] = [];
  const noted = (_: unknown, { line }: { readonly line: number }): [] => {
    lines.push(line);
    return [];
  };
  const layout = { marks: xmlMarks("root"), rows: xmlRows(noted) };
  const records = [];
  for await (const record of recordsOf("f", longRecord(), layout, quietEffects)) records.push(record);
  const reason = "the record is longer than 128 MiB";
  expect(records).toEqual([{ kind: "reject", code: "LM_LOAD_BAD_ROW", file: "f", line: 1, reason, excerpt: "" }]);
  expect(lines).toEqual([2]);
});
