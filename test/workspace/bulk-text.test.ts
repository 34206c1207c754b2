import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ColumnPlan, Expression, PlanFormat } from "../../src/sources/format/column-plan.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { seeded } from "../sources/seeded.ts";
import { outcome, planned, recordByRecord } from "./bulk-support.ts";
import { emptyWorkspace } from "./empty.ts";
import { keptEffects, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const rounds = Number(process.env.LEVERMAP_MUTATIONS ?? 10);

const cell = (column: string): Expression => ({ kind: "text", columns: [column] });
const constant = (value: string): Expression => ({ kind: "constant", value });

/** Two cells a record, as they stand. */
const plan = (format: PlanFormat, where?: Expression): ColumnPlan => ({
  format,
  columns: ["a", "b"],
  outputs: [
    {
      table: "patent_event",
      values: { document: constant("US1"), kind: constant("other"), code: cell("a"), note: cell("b") },
      ...(where ? { where } : {}),
    },
  ],
});

const pieces = ['"', '"', "\t", "\t", "\n", "\n", " ", "a", "1", '""', '"\t"', '"\n', '\n"', "\r\n", "\r", "a\tb\n", '" "'];
const linePieces = ["\t", "\n", "\n", " ", "a", "1", "a 1", "a 1\n", "\r\n", "\r", '"', "\0", "\u00a0", "\u001f", "\n\n"];

describe("text put together at random ends the same when it is loaded as a whole and record by record", () => {
  test.each([
    ["with a header", plan({ kind: "delimited", delimiter: "\t", header: true }), pieces],
    ["without a header", plan({ kind: "delimited", delimiter: "\t", header: false }), pieces],
    ["in lines", plan({ kind: "lines", pattern: ' *([a1 ]+) +([a1" ]+)' }, cell("a")), linePieces],
  ])("%s", async (name, of, from) => {
    const dir = join(folder, name);
    await emptyWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const path = join(folder, `${name}.tsv`);
    let whole = 0;
    for (let round = 0; round < rounds; round += 1) {
      const random = seeded(round);
      const header = of.format.kind === "delimited" && of.format.header && random() < 0.8 ? "a\tb\n" : "";
      const text = header + Array.from({ length: random() * 14 }, () => from[Math.floor(random() * from.length)]).join("");
      await writeFile(path, text);
      const effects = keptEffects();
      const found = await outcome(workspace, planned(of), path, effects);
      expect(found, JSON.stringify(text)).toEqual(await outcome(workspace, recordByRecord(planned(of)), path));
      if (effects.messages.length === 0) whole += 1;
    }
    workspace.close();
    expect(whole).toBeGreaterThan(rounds / 20);
  });
});
