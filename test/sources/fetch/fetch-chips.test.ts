import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { writeChipTables } from "../../../bench/synthetic-chips.ts";
import { quietEffects } from "../../../src/base/effects.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import { type FetchedChips, fetchChips } from "../../../src/sources/fetch/fetch-chips.ts";
import { cutClasses } from "../../../src/sources/patents/cut/cut-classes.ts";
import { patentsview } from "../../../src/sources/patents/tables/patentsview.ts";
import { contents, temporaryFolder } from "../../workspace/folder.ts";
import { folderOf, listening, readAll } from "../support.ts";

const tables = join(temporaryFolder(), "tables");
const classes = cutClasses(["H", "G03F", "G11C"]);
const closers: (() => void)[] = [];

beforeAll(async () => {
  await writeChipTables(tables, { patents: 400, share: 0.2 });
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Serves the tables with their sizes; `asked` has what was downloaded. */
async function serve(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const name = basename(request.url ?? "");
    const bytes = await readFile(join(tables, name)).catch(() => null);
    if (bytes === null) return response.writeHead(404).end();
    response.writeHead(200, { "content-length": bytes.length, etag: `"${name}"` });
    if (request.method === "HEAD") return response.end();
    asked.push(name);
    response.end(bytes);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const fetchInto = async (dir: string, baseUrl: string, effects = quietEffects): Promise<FetchedChips> =>
  fetchChips({ dir, baseUrl, classes, retryDelay: 1 }, effects);

describe("fetch chips", () => {
  test("downloads all tables, abstracts too, says sizes first, cuts them, and leaves the cut ones alone", async () => {
    const dir = await folderOf({});
    const { url, asked } = await serve();
    const { effects, said } = listening();
    const fetched = await fetchInto(dir, url, effects);
    expect(asked).toHaveLength(9);
    expect(asked).toContain("g_patent_abstract.tsv.zip");
    expect(said.join("\n")).toMatch(/9 tables, .* GB packed, .* minute.* cut tables take at most/s);
    expect(await readdir(dir)).toEqual(["tables"]);
    expect((await readdir(fetched.folder)).sort()).toContain("corpus.json");
    const { of, rejects } = await readAll(patentsview, [fetched.folder]);
    expect(rejects).toEqual([]);
    expect(new Set(of("patent_class").map(({ document }) => document)).size).toBe(fetched.documents);
    expect(of("patent_text").filter(({ field }) => field === "abstract")).toHaveLength(fetched.documents);
    const again = await fetchInto(dir, url);
    expect([again.already, again.documents]).toEqual([true, fetched.documents]);
    expect(asked).toHaveLength(9);
  });

  test("stopped anywhere and run again gives the same tables, and downloads nothing twice", async () => {
    const { url, asked } = await serve();
    const whole = await contents((await fetchInto(await folderOf({}), url)).folder);
    const dir = await folderOf({});
    let stopped = 0;
    for (const at of [3, 12, 24, 40, 90]) {
      const stop = new AbortController();
      let steps = 0;
      const tell = (): void => {
        steps += 1;
        if (steps === at) stop.abort(new LevermapError("LM_INTERRUPTED", "stopped"));
      };
      const effects = { ...quietEffects, progress: { report: tell }, log: { ...quietEffects.log, info: tell }, signal: stop.signal };
      await fetchInto(dir, url, effects).catch((thrown: { code?: string }) => {
        expect(thrown.code).toBe("LM_INTERRUPTED");
        stopped += 1;
      });
    }
    expect(stopped).toBeGreaterThan(2);
    await fetchInto(dir, url);
    expect(await contents(join(dir, "tables"))).toEqual(whole);
    expect(asked.length).toBeLessThan(9 + 9 + 6);
  });

  test("what a kill left half cut is not taken for a corpus", async () => {
    const { url } = await serve();
    const dir = await folderOf({ ".cutting/g_patent.tsv": "half", "tables/g_patent.tsv": "half" });
    const fetched = await fetchInto(dir, url);
    expect(fetched.already).toBe(false);
    expect((await readFile(join(fetched.folder, "g_patent.tsv"), "utf8")).length).toBeGreaterThan(1000);
    await writeFile(join(fetched.folder, "g_patent.tsv"), "cut off");
    expect((await fetchInto(dir, url)).already).toBe(false);
  });

  test("a table that breaks off is refused, and no corpus is made of it", async () => {
    const { url } = await serve();
    const name = join(tables, "g_us_patent_citation.tsv.zip");
    const bytes = await readFile(name);
    await writeFile(name, bytes.subarray(0, bytes.length - 4000));
    try {
      const dir = await folderOf({});
      await expect(fetchInto(dir, url)).rejects.toMatchObject({ code: "LM_FILE_UNREADABLE" });
      expect(existsSync(join(dir, "tables"))).toBe(false);
      expect(existsSync(join(dir, "published", "g_us_patent_citation.tsv.zip"))).toBe(false);
    } finally {
      await rm(name);
      await writeFile(name, bytes);
    }
  });
});
