import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { TableName } from "../../src/base/tables.ts";
import type { RowRecord, SourceRecord } from "../../src/sources/format/records.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { columnsOf } from "../../src/workspace/schema.ts";

export interface FakeRow {
  readonly table: TableName;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A line of a fake file: a row for a table, a reject, or several of them. */
export type FakeLine = FakeRow | "bad" | readonly (FakeRow | "bad")[];

/** Writes a file of the fake format: a line with the edition, then a JSON value a line. */
export async function writeFake(path: string, edition: string | null, lines: readonly FakeLine[]): Promise<string> {
  await writeFile(path, [JSON.stringify(edition), ...lines.map((line) => JSON.stringify(line)), ""].join("\n"));
  return path;
}

/** A source in the smallest format that can say everything a source can. */
export function fakeSource(name: string, scope: "whole" | "parts"): Source {
  return {
    name,
    scope,
    notice: `Invented data of ${name}`,
    files: async (paths) => paths,
    edition: async (files) => JSON.parse((await readFile(files[0] as string, "utf8")).split("\n")[0] as string),
    async *read(files) {
      for (const file of files) {
        const lines = (await readFile(file, "utf8")).split("\n").slice(1, -1);
        for (const [index, line] of lines.entries()) yield* recordsOf(JSON.parse(line), basename(file), index + 2);
      }
    },
  };
}

function* recordsOf(line: FakeLine, file: string, number: number): Generator<SourceRecord> {
  if (line === "bad") yield { kind: "reject", file, line: number, code: "LM_LOAD_BAD_ROW", reason: "it says bad", excerpt: "bad" };
  else if ("table" in line) yield { kind: "row", file, line: number, table: line.table, row: line.row } as unknown as RowRecord;
  else for (const part of line) yield* recordsOf(part, file, number);
}

/** A row of a table with every column filled from a seed number; optional columns are null for even seeds. */
export function fakeRow(table: TableName, seed: number): FakeRow {
  const entries = columnsOf(table).map(({ name, kind, optional }) => {
    if (optional && seed % 2 === 0) return [name, null];
    return [name, kind === "text" ? `${name} ${seed}` : kind === "integer" ? seed : seed / 3];
  });
  return { table, row: Object.fromEntries(entries) };
}
