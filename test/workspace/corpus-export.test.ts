import { createHash } from "node:crypto";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeChipTables } from "../../bench/synthetic-chips.ts";
import { exportCorpusTo } from "../../src/library/export-corpus.ts";
import { load } from "../../src/library/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { emptyWorkspace } from "./empty.ts";
import { codeOf, contents, errorOf, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const [dir, passed] = [join(folder, "workspace"), join(folder, "corpus")];

async function rowsOf(workspaceDir: string, sql: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(workspaceDir, { mode: "read" });
  try {
    return await workspace.use((connection) => query(connection, sql));
  } finally {
    workspace.close();
  }
}

/** What is edited of a manifest. */
interface Manifest {
  readonly origins: object[];
  readonly tables: { readonly columns: object[] }[];
}

/** Edits the manifest of a copy of the corpus, and loads it into a workspace of its own. */
async function tampered(name: string, edit: (manifest: Manifest, copy: string) => Promise<void> | void): Promise<string> {
  const copy = join(folder, name);
  await cp(passed, copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await edit(manifest, copy);
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

const fresh = async (name: string): Promise<string> => {
  const made = join(folder, name);
  await emptyWorkspace(made);
  return made;
};

describe("a corpus", () => {
  beforeAll(async () => {
    await emptyWorkspace(dir);
    await writeChipTables(join(folder, "tables"), { patents: 600, share: 0.3 });
    await load(dir, "patentsview", [join(folder, "tables")], { classes: ["H", "G03F", "G11C", "C23C16", "C30B", "B24B37"] });
  });

  test("is passed on and loaded with the same rows, without inventors, and says what it is from", async () => {
    const exported = await exportCorpusTo(dir, passed);
    expect(exported.leftOut).toEqual([]);
    const manifest = JSON.parse(await readFile(join(passed, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ format: "levermap-corpus", version: 1, inventors: false });
    expect(manifest.origins.map(({ notice }: { notice: string }) => notice).join(" ")).toContain("CC BY 4.0");
    const other = await fresh("other");
    const { loads, rejects } = await load(other, "corpus", [passed]);
    expect(rejects).toBe(0);
    expect(loads).toMatchObject([{ source: "corpus", edition: exported.made }]);
    for (const table of ["patent", "patent_text", "patent_holder", "patent_class", "patent_citation", "patent_place", "patent_cut"]) {
      const sql = `SELECT * EXCLUDE (load_id, file, line) FROM current_${table} ORDER BY ALL`;
      const rows = await rowsOf(dir, sql);
      expect(rows.length).toBeGreaterThan(0);
      expect(await rowsOf(other, sql), table).toEqual(rows);
    }
    expect(await rowsOf(other, "SELECT * FROM current_patent_inventor")).toEqual([]);
    expect(await rowsOf(other, "SELECT * FROM current_patent_party_place WHERE role = 'inventor'")).toEqual([]);
    expect((await load(other, "corpus", [join(passed, "manifest.json")])).loads[0]?.already).toBe(true);
    const again = join(folder, "again");
    await exportCorpusTo(other, again);
    const named = await exportCorpusTo(dir, join(folder, "named"), { inventors: true });
    expect(named.tables.map(({ table }) => table)).toContain("patent_inventor");
    expect((await contents(again))["patent_citation.parquet"]).toBeDefined();
  });

  test("is the same when it is exported again, and replaces nothing of others", async () => {
    expect(await codeOf(exportCorpusTo(dir, passed))).toBe("LM_EXPORT_EXISTS");
    const before = await contents(passed);
    await exportCorpusTo(dir, passed, { force: true });
    expect(await contents(passed)).toEqual(before);
    await writeFile(join(passed, "thesis.txt"), "mine");
    expect(await codeOf(exportCorpusTo(dir, passed, { force: true }))).toBe("LM_EXPORT_EXISTS");
    await rm(join(passed, "thesis.txt"));
    expect(await codeOf(exportCorpusTo(await fresh("empty"), join(folder, "none")))).toBe("LM_CORPUS_EMPTY");
  });

  test.each([
    ["a file that was changed", /checksum/, (_: unknown, copy: string) => appended(join(copy, "patent.parquet"))],
    ["a newer version", /knows up to 1/, (manifest: Manifest) => void Object.assign(manifest, { version: 2 })],
    ["another format", /not the manifest of a corpus/, (manifest: Manifest) => void Object.assign(manifest, { format: "zip" })],
    ["a path for a table", /table/, (manifest: Manifest) => void Object.assign(manifest.tables[0] ?? {}, { table: "../../etc/passwd" })],
    ["a table twice", /twice/, (manifest: Manifest) => void manifest.tables.push(...manifest.tables)],
    ["other columns", /columns of patent/, (manifest: Manifest) => void manifest.tables[0]?.columns.pop()],
    [
      "fields of its own",
      /origins|unrecognized/i,
      (manifest: Manifest) => void Object.assign(manifest.origins[0] ?? {}, { sql: "DROP TABLE patent" }),
    ],
    [
      "one table under the name of another",
      /its columns are not/,
      async (manifest: Manifest, copy: string) => {
        const bytes = await readFile(join(copy, "patent_class.parquet"));
        await writeFile(join(copy, "patent.parquet"), bytes);
        Object.assign(manifest.tables[0] ?? {}, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
      },
    ],
    [
      "a file that is no Parquet",
      /Parquet|parquet|footer|unreadable/i,
      async (manifest: Manifest, copy: string) => {
        const bytes = Buffer.from(`PAR1${"x".repeat(100)}PAR1`);
        await writeFile(join(copy, "patent.parquet"), bytes);
        Object.assign(manifest.tables[0] ?? {}, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
      },
    ],
  ])("of which one had %s is refused, and nothing of it is kept", async (name, reason, edit) => {
    const copy = await tampered(`bad-${name.replaceAll(" ", "-")}`, edit);
    const other = await fresh(`for-${name.replaceAll(" ", "-")}`);
    const error = await errorOf(load(other, "corpus", [copy]));
    expect(error?.code).toMatch(/^LM_(CORPUS_INVALID|FILE_UNREADABLE)$/);
    expect(error?.message).toMatch(reason);
    expect(await rowsOf(other, "SELECT * FROM patent")).toEqual([]);
  });

  test("whose rows are not what their columns say has them as rejects", async () => {
    const workspace = await openWorkspace(dir, { mode: "export" });
    const bad = join(folder, "bad-rows.parquet");
    await workspace.use((connection) =>
      connection.run(
        `COPY (SELECT * EXCLUDE (load_id, file, line) REPLACE (CASE row_number() OVER () WHEN 1 THEN '<b>' WHEN 2 THEN 'US1''; DROP' ELSE document END AS document,
          CASE row_number() OVER () WHEN 3 THEN '2001-13-45' ELSE published END AS published) FROM patent ORDER BY ALL) TO $1 (FORMAT parquet)`,
        [bad],
      ),
    );
    workspace.close();
    const copy = await tampered("bad-rows", async (manifest, into) => {
      const bytes = await readFile(bad);
      await writeFile(join(into, "patent.parquet"), bytes);
      Object.assign(manifest.tables[0] ?? {}, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    });
    const other = await fresh("for-bad-rows");
    const { rejects } = await load(other, "corpus", [copy]);
    expect(rejects).toBe(3);
    const reasons = (await rowsOf(other, "SELECT reason FROM reject ORDER BY reason")) as { reason: string }[];
    expect(reasons.map(({ reason }) => reason)).toEqual([
      "patent.document is not the key of a document",
      "patent.document is not the key of a document",
      "patent.published is not a date",
    ]);
  });

  test("that is none, or missing, is said", async () => {
    const other = await fresh("for-none");
    expect(await codeOf(load(other, "corpus", [join(folder, "tables")]))).toBe("LM_CORPUS_INVALID");
    expect(await codeOf(load(other, "corpus", [join(folder, "nowhere")]))).toBe("LM_FILE_NOT_FOUND");
    await writeFile(join(folder, "tables", "manifest.json"), "[");
    expect((await errorOf(load(other, "corpus", [join(folder, "tables")])))?.message).toMatch(/not JSON/);
  });
});

async function appended(path: string): Promise<void> {
  await writeFile(path, Buffer.concat([await readFile(path), Buffer.from("x")]));
}
