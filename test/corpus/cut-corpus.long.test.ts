import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ChipOffice, writeChipTables } from "../../bench/synthetic-chips.ts";
import { load } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { open } from "../../src/library/open.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { isLong } from "../tiers.ts";
import { emptyWorkspace } from "../workspace/empty.ts";
import { temporaryFolder } from "../workspace/folder.ts";

const folder = temporaryFolder();
const [whole, cut] = [join(folder, "whole"), join(folder, "cut")];
const patents = isLong ? 3000 : 1500;
/** At least so many have what is compared. */
const many = patents / 20;
const office = new ChipOffice({ patents });
const kept = Array.from({ length: patents }, (_, place) => place).filter(office.isChip);

interface MeasureRow {
  readonly document: string;
  readonly cited_by: number;
  readonly citations_5y: number | null;
  readonly ni: number;
  readonly nj: number;
  readonly nk: number;
  readonly ni_5y: number;
  readonly nj_5y: number;
}

async function rowsOf<T>(dir: string, sql: string): Promise<readonly T[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    return await workspace.use((connection) => query<T>(connection, sql));
  } finally {
    workspace.close();
  }
}

const measures = async (dir: string): Promise<ReadonlyMap<string, MeasureRow>> =>
  new Map((await rowsOf<MeasureRow>(dir, "SELECT * FROM citation_measure")).map((row) => [row.document, row]));

describe("tables that were cut to the classes of chips", () => {
  beforeAll(async () => {
    const tables = join(folder, "tables");
    await writeChipTables(tables, { patents });
    for (const dir of [whole, cut]) await emptyWorkspace(dir);
    await load(whole, "patentsview", [tables]);
    await load(cut, "patentsview", [tables], { classes: ["H01L", "H10", "G03F", "G11C", "C23C16", "C30B", "H01J37", "B24B37"] });
    for (const dir of [whole, cut]) await measure(dir);
  });

  test("have the same forward citations, n_i and n_j of every patent kept, and fewer n_k", async () => {
    const [before, after] = [await measures(whole), await measures(cut)];
    expect(kept.length).toBeGreaterThan(many);
    let [fewer, followed] = [0, 0];
    for (const place of kept) {
      const [a, b] = [before.get(`US${office.id(place)}`), after.get(`US${office.id(place)}`)];
      if (a === undefined || b === undefined) throw new Error(`no measures of ${office.id(place)}`);
      const same = ({ cited_by, citations_5y, ni, nj, ni_5y, nj_5y }: MeasureRow): readonly unknown[] => [
        cited_by,
        citations_5y,
        ni,
        nj,
        ni_5y,
        nj_5y,
      ];
      expect(same(b)).toEqual(same(a));
      expect(b.nk).toBeLessThanOrEqual(a.nk);
      fewer += b.nk < a.nk ? 1 : 0;
      followed += a.nj > 0 ? 1 : 0;
    }
    expect(fewer).toBeGreaterThan(many / 3);
    expect(followed).toBeGreaterThan(many / 3);
  });

  test("keep every record of the patents kept, under its file and its number in the whole table", async () => {
    const document = `IN (${kept.map((place) => `'US${office.id(place)}'`).join(",")})`;
    for (const [table, key] of [
      ["patent_text", "document"],
      ["patent_class", "document"],
      ["patent_holder", "document"],
      ["patent_inventor", "document"],
      ["patent_citation", "citing"],
    ] as const) {
      const sql = `SELECT * EXCLUDE (load_id) FROM current_${table} WHERE ${key} ${document} ORDER BY ALL`;
      const rows = await rowsOf<{ readonly file: string; readonly line: number }>(whole, sql);
      expect(rows.length).toBeGreaterThan(many);
      expect(await rowsOf(cut, sql), table).toEqual(rows);
    }
    const texts = await rowsOf<{ document: string }>(cut, "SELECT DISTINCT document FROM current_patent_text WHERE field = 'abstract'");
    expect(texts).toHaveLength(kept.length);
  });

  test("of the others that cite them keep the day, and no disruption is told of these", async () => {
    const map = await open(cut);
    try {
      const [follower] = await rowsOf<{ document: string; references: number }>(
        cut,
        `SELECT document, "references" FROM patent_document WHERE "references" > 3 AND day IS NOT NULL ORDER BY number LIMIT 1`,
      );
      const card = await map.patent({ number: follower?.document ?? "" });
      expect(card.citations.stated).toBe(follower?.references);
      expect(card.citations.disruption).toBeNull();
      const own = await map.patent({ number: `US${office.id(kept[20] ?? 0)}` });
      expect(own.citations.disruption?.[0]?.withoutNk).toEqual(expect.any(Number));
      expect(own.evidence.limits.join(" ")).toMatch(
        /cut to documents of some classes \(H01L H10 .*n_k is incomplete, and CD with n_k is too far from 0/,
      );
    } finally {
      map.close();
    }
  });

  test("are loaded once, leave no file behind, and other classes are another load", async () => {
    const options = { classes: ["H01L", "H10", "G03F", "G11C", "C23C16", "C30B", "H01J37", "B24B37"] };
    const again = await load(cut, "patentsview", [join(folder, "tables")], options);
    expect(again.loads.every(({ already }) => already)).toBe(true);
    expect((await readdir(cut)).filter((name) => name.startsWith("."))).toEqual([]);
    expect(again.loads.map(({ path }) => basename(path))).toContain("g_us_patent_citation.tsv.zip");
    const other = join(folder, "other");
    await emptyWorkspace(other);
    const lithography = await load(other, "patentsview", [join(folder, "tables")], { classes: ["G03F7/20"] });
    expect(lithography.rows).toBeLessThan(again.rows / 2);
    expect(lithography.loads.map(({ id }) => id).filter((id) => again.loads.some((load) => load.id === id))).toHaveLength(0);
    await rm(other, { recursive: true });
  });

  test("are refused where nothing can be cut", async () => {
    const tables = join(folder, "tables");
    const codes = async (paths: readonly string[], source: string, classes: readonly string[]): Promise<string> =>
      load(cut, source, paths, { classes }).then(
        () => "loaded",
        (thrown: { code: string }) => thrown.code,
      );
    expect(await codes([tables], "patentsview", ["silicon"])).toBe("LM_USAGE");
    expect(await codes([tables], "patentsview", ["G21B"])).toBe("LM_USAGE");
    expect(await codes([tables], "uspto", ["H01L"])).toBe("LM_USAGE");
    expect(await codes([join(tables, "g_patent.tsv.zip")], "patentsview", ["H01L"])).toBe("LM_LOAD_UNRECOGNISED");
  });
});
