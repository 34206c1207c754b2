import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { JsonRecord } from "../../../src/sources/format/json-record.ts";
import { isParquet, parquetColumns, parquetRows } from "../../../src/sources/format/parquet-rows.ts";
import { folderOf } from "../support.ts";

/** 6,144 rows in three row groups. */
async function threeGroups(): Promise<string> {
  const file = join(await folderOf({}), "t.parquet");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT i AS id, 'name ' || i AS name, DATE '2020-01-02' AS day, [{'code': 'a' || i, 'deep': {'n': i}}, NULL] AS list, NULL::INTEGER AS none
    FROM range(6144) t(i)) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 2048, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

async function all(file: string, wanted: readonly string[]) {
  const records: JsonRecord[] = [];
  const rejects: { line: number; reason: string }[] = [];
  for await (const each of parquetRows(file, wanted, quietEffects)) {
    if (each instanceof JsonRecord) records.push(each);
    else rejects.push(each);
  }
  return { records, rejects };
}

describe("Parquet", () => {
  test("gives rows as JSON would have them, numbered through the row groups, wanted columns only", async () => {
    const file = await threeGroups();
    expect(await parquetColumns(file)).toEqual(["id", "name", "day", "list", "none"]);
    const { records, rejects } = await all(file, ["id", "day", "list", "none", "no such"]);
    expect(rejects).toEqual([]);
    expect(records.map(({ line }) => line)).toEqual(Array.from({ length: 6144 }, (_, i) => i + 1));
    expect(records[4999]?.value).toEqual({ id: 4999, day: "2020-01-02", list: [{ code: "a4999", deep: { n: 4999 } }, null], none: null });
  });

  test("a row group that is spoilt is one reject, the others are kept", async () => {
    const file = await threeGroups();
    const bytes = await readFile(file);
    bytes.fill(0xff, 4, 600);
    await writeFile(file, bytes);
    const { records, rejects } = await all(file, ["id", "name"]);
    expect(rejects).toMatchObject([{ line: 1, reason: expect.stringMatching(/^records 1 to 2048 cannot be read/) }]);
    expect(records).toHaveLength(4096);
    expect(records[0]?.line).toBe(2049);
  });

  test("a file that is cut off, or none at all, says so", async () => {
    const file = await threeGroups();
    await writeFile(file, (await readFile(file)).subarray(0, 5000));
    expect(await isParquet(file)).toBe(true);
    await expect(parquetColumns(file)).rejects.toMatchObject({
      code: "LM_FILE_UNREADABLE",
      message: expect.stringMatching(/ends early, before the directory/),
    });
    await expect(isParquet(`${file}.none`)).rejects.toMatchObject({ code: "LM_FILE_NOT_FOUND" });
  });
});
