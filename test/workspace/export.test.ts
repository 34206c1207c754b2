import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { tableNames } from "../../src/base/tables.ts";
import { type ExportFormat, exportFormats, exportTableNames, exportTables } from "../../src/workspace/export.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { columnsOf } from "../../src/workspace/schema.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { isLong, some } from "../tiers.ts";
import { emptyWorkspace } from "./empty.ts";
import { type FakeRow, fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { codeOf, contents, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const source = fakeSource("fake", "parts");

const value = {
  text: fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "NULL", '"', "a,b\r\n", "\t", "\\N", "'; DROP TABLE share; --", " x ", "a\0b", "a\rb"),
  ),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  integer: fc.integer(),
};

const anyRow: fc.Arbitrary<FakeRow> = fc.constantFrom(...tableNames).chain((table) => {
  const columns = columnsOf(table).map(({ name, kind, optional }) => [
    name,
    optional ? fc.option<string | number>(value[kind]) : value[kind],
  ]);
  return fc.record({ table: fc.constant(table), row: fc.record(Object.fromEntries(columns)) });
});

type Plain = Record<string, string | number | null>;

async function readBack(workspace: Workspace, path: string, format: ExportFormat, table: FakeRow["table"]): Promise<Plain[]> {
  if (format === "parquet") return workspace.use((connection) => query<Plain>(connection, "SELECT * FROM read_parquet($1)", [path]));
  const text = await readFile(path, "utf8");
  if (format === "json") return JSON.parse(text);
  const texts = new Set([
    ...columnsOf(table)
      .filter((column) => column.kind === "text")
      .map((column) => column.name),
    "load_id",
    "file",
  ]);
  return parse(text, {
    columns: true,
    cast: (cell, { quoting, column, header }) => {
      if (header || cell !== "") return header || texts.has(String(column)) ? cell : Number(cell);
      return quoting ? "" : null;
    },
  });
}

async function loaded(name: string, rows: readonly FakeRow[]): Promise<string> {
  const dir = join(folder, name);
  await rm(dir, { recursive: true, force: true });
  await emptyWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  await loadSource(workspace, source, [await writeFake(join(dir, "in.txt"), null, rows)]);
  workspace.close();
  return dir;
}

describe("exportTables", () => {
  test.each(exportFormats)("gives back what was loaded, as %s", async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: isLong ? 0 : 40, maxLength: 40 }), async (rows) => {
        const dir = await loaded("round", rows);
        const workspace = await openWorkspace(dir, { mode: "export" });
        const files = await exportTables(workspace, join(dir, "out"), { format });
        for (const table of tableNames) {
          const expected = rows.flatMap((line, index) => (line.table === table ? [{ ...line.row, file: "in.txt", line: index + 2 }] : []));
          const { path, rows: count } = files.find((file) => file.table === table) ?? {};
          expect(count).toBe(expected.length);
          const back = await readBack(workspace, path as string, format, table);
          expect(back.map(({ load_id, ...rest }) => rest)).toEqual(expected);
          expect((await workspace.rows(table)).map(({ load_id, ...rest }) => rest)).toEqual(expected);
        }
        workspace.close();
      }),
      { numRuns: isLong ? 8 : 2, seed: 11 },
    );
  });

  test.each(some<ExportFormat>(exportFormats, ["csv"]))("writes the same bytes twice as %s", async (format) => {
    const rows = Array.from({ length: isLong ? 5000 : 1000 }, (_, seed) =>
      fakeRow(tableNames[seed % tableNames.length] as FakeRow["table"], seed),
    );
    const dir = await loaded(`twice-${format}`, rows);
    const workspace = await openWorkspace(dir, { mode: "export" });
    const first = await exportTables(workspace, join(dir, "one"), { format });
    await exportTables(workspace, join(dir, "two"), { format });
    workspace.close();
    expect(first.map((file) => file.table)).toEqual(exportTableNames);
    const one = await contents(join(dir, "one"));
    expect(Object.keys(one)).toHaveLength(exportTableNames.length);
    expect(await contents(join(dir, "two"))).toEqual(one);
  });

  test("replaces an earlier export only, and only when asked", async () => {
    const dir = await loaded("force", [fakeRow("alias", 1)]);
    const out = join(dir, "deep", "out");
    const workspace = await openWorkspace(dir, { mode: "export" });
    await exportTables(workspace, out, { format: "json" });
    expect(await codeOf(exportTables(workspace, out, { format: "csv" }))).toBe("LM_EXPORT_EXISTS");
    await exportTables(workspace, out, { format: "csv", tables: ["alias"], force: true });
    expect(await readdir(out)).toEqual(["alias.csv"]);
    await writeFile(join(out, "thesis.docx"), "mine");
    expect(await codeOf(exportTables(workspace, out, { format: "csv", force: true }))).toBe("LM_EXPORT_EXISTS");
    expect(await codeOf(exportTables(workspace, join(out, "alias.csv"), { format: "csv", force: true }))).toBe("LM_EXPORT_EXISTS");
    expect(await readdir(out)).toEqual(["alias.csv", "thesis.docx"]);
    await mkdir(join(dir, "empty"));
    await exportTables(workspace, join(dir, "empty"), { format: "csv", tables: ["load"] });
    expect(await readdir(join(dir, "empty"))).toEqual(["load.csv"]);
    expect((await stat(join(dir, "empty"))).mode & 0o700).toBe(0o700);
    workspace.close();
  });

  test("leaves nothing when stopped or refused", async () => {
    const dir = await loaded("stopped", [fakeRow("alias", 1)]);
    const workspace = await openWorkspace(dir, { mode: "export" });
    const stop = new AbortController();
    const progress = { report: (done: number): void => (done === 3 ? stop.abort() : undefined) };
    const before = await readdir(dir);
    const out = join(dir, "out");
    await expect(exportTables(workspace, out, { format: "csv" }, { ...quietEffects, progress, signal: stop.signal })).rejects.toMatchObject(
      { name: "AbortError" },
    );
    expect(await readdir(dir)).toEqual(before);
    workspace.close();
    const reader = await openWorkspace(dir, { mode: "read" });
    await expect(exportTables(reader, out, { format: "csv" })).rejects.toThrow(TypeError);
    reader.close();
  });
});
