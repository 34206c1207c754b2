import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { JsonRecord } from "../../../src/sources/format/json-record.ts";
import { jsonRows } from "../../../src/sources/format/json-rows.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

/** A record of so many levels. */
const record = (levels: number): string => `{"a":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;

async function read(name: string, text: string): Promise<readonly unknown[]> {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  const found: unknown[] = [];
  for await (const each of jsonRows(file, null, quietEffects))
    found.push(each instanceof JsonRecord ? each.line : [each.line, each.reason]);
  return found;
}

describe("a record of JSON that is nested too deep", () => {
  const deep = [record(32), record(33), record(30_000), record(2)];
  const told = "nested more than 32 deep";

  it("is a reject, and those beside it are read", async () => {
    expect(await read("lines.jsonl", deep.join("\n"))).toEqual([1, [2, told], [3, told], 4]);
    expect(await read("list.json", `[${deep.join(",")}]`)).toEqual([1, [2, told], [3, told], 4]);
  });
});
