import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLayout } from "../../../src/cluster/layout.ts";
import { parseToLayout } from "../../../src/cluster/parse/parse.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { bin } from "../../cli/run.ts";
import { contents, errorOf, temporaryFolder } from "../../workspace/folder.ts";
import { listOf, loadFiles, type OfficeFile, writeOfficeFiles } from "./office-files.ts";
import { loadedRows } from "./rows.ts";

const folder = temporaryFolder();
const [list, layout] = [join(folder, "paths.txt"), join(folder, "layout")];
let files: readonly OfficeFile[] = [];
let expected: Awaited<ReturnType<typeof loadedRows>> = {};
const options = { maxRejects: 1 };

const fresh = async (name: string): Promise<string> => {
  const made = join(folder, name);
  await createWorkspace(made);
  return made;
};

async function rowsOf(place: string, name: string): Promise<typeof expected> {
  const dir = await fresh(name);
  await loadLayout(dir, place);
  return loadedRows(dir);
}

const manifestOf = (place: string): Promise<string> => readFile(join(place, "manifest.json"), "utf8");

/** What a list of these lines gives, in a folder of its own that begins as a copy of another. */
async function inCopy(name: string, lines: string): Promise<{ readonly place: string; readonly own: string }> {
  const [place, own] = [join(folder, name), join(folder, `${name}.txt`)];
  await cp(layout, place, { recursive: true });
  await writeFile(own, lines);
  return { place, own };
}

describe("parse", () => {
  beforeAll(async () => {
    files = await writeOfficeFiles(join(folder, "raw"));
    await writeFile(list, listOf(files));
    const dir = await fresh("loaded");
    await loadFiles(dir, files);
    expected = await loadedRows(dir);
    await parseToLayout(list, layout, options);
  });

  test("gives row by row what load gives, with rejects, places and the order of loads", async () => {
    expect(expected.load).toHaveLength(files.length - 1);
    expect(expected.reject!.length).toBeGreaterThan(0);
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(["patent", "patent_class", "patent_citation", "holder_join"]));
    expect(await rowsOf(layout, "there")).toEqual(expected);
  });

  test("gives the same by parts in any order and one twice, and publishes nothing before", async () => {
    const place = join(folder, "parts");
    for (const part of [3, 1, 1, 2]) {
      const parsed = await parseToLayout(list, place, { ...options, part: { part, parts: 3 } });
      expect(parsed).toMatchObject({ published: false, inputs: files.length / 3 });
      await expect(manifestOf(place)).rejects.toThrow("ENOENT");
      if (part !== 2) expect((await errorOf(parseToLayout(list, place, { ...options, publish: true })))?.code).toBe("LM_PARSE_MISSING");
    }
    expect(await parseToLayout(list, place, { ...options, publish: true })).toMatchObject({ published: true, loads: files.length - 1 });
    expect(await rowsOf(place, "from parts")).toEqual(expected);
  });

  test("gives the same where processes run at once, each over all", async () => {
    const place = join(folder, "at once");
    const words = [bin, "parse", "--list", list, "--out", place, "--max-rejects", "100%", "--part", "1/1", "--quiet"];
    const children = [0, 1].map(() => spawn(process.execPath, words, { stdio: "ignore" }));
    expect(await Promise.all(children.map(async (child) => (await once(child, "close"))[0]))).toEqual([0, 0]);
    await parseToLayout(list, place, options);
    expect(await rowsOf(place, "from processes")).toEqual(expected);
  });

  test("is continued after a process was killed, and the same then", async () => {
    const place = join(folder, "killed");
    const words = [bin, "parse", "--list", list, "--out", place, "--max-rejects", "100%", "--quiet"];
    const child = spawn(process.execPath, words, { stdio: "ignore" });
    const ended = once(child, "close");
    const receipts = (): Promise<number> =>
      readdir(join(place, "input")).then(
        (names) => names.filter((name) => name.endsWith(".json")).length,
        () => 0,
      );
    while ((await receipts()) < 3 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGKILL");
    await ended;
    expect((await parseToLayout(list, place, options)).already).toBeGreaterThanOrEqual(Math.min(3, await receipts()));
    expect(await rowsOf(place, "after a kill")).toEqual(expected);
  });

  test("leaves alone what is there and sound, and makes anew what is not", async () => {
    const place = join(folder, "again");
    await cp(layout, place, { recursive: true });
    const before = await contents(join(place, "load"));
    expect((await parseToLayout(list, place, options)).already).toBe(files.length);
    expect(await contents(join(place, "load"))).toEqual(before);
    const table = join(place, "patent", (await readdir(join(place, "patent"))).sort()[0]!);
    await truncate(table, 300);
    expect((await errorOf(parseToLayout(list, place, { ...options, publish: true })))?.code).toBe("LM_PARSE_MISSING");
    expect((await parseToLayout(list, place, options)).already).toBe(files.length - 1);
    expect(await rowsOf(place, "mended")).toEqual(expected);
    await rm(join(place, "load"), { recursive: true });
    // The second of two that are one load finds it made
    expect((await parseToLayout(list, place, options)).already).toBe(1);
    expect(await rowsOf(place, "mended again")).toEqual(expected);
  });

  test("takes a file that changed for another, after the one before", async () => {
    const { place, own } = await inCopy("changed", "");
    const path = join(folder, "changing.csv");
    await writeFile(own, `${path}\n`);
    await writeFile(path, "name,relation,other,note\nA Co,together,Other Co,\n");
    const first = await parseToLayout(own, place, { source: "holder-joins" });
    await writeFile(path, "name,relation,other,note\nB Co,together,Other Co,\n");
    await utimes(path, 1, 1);
    expect(await parseToLayout(own, place, { source: "holder-joins" })).toMatchObject({ already: 0, loads: 1, rows: first.rows });
    const rows = await rowsOf(place, "with what changed");
    expect(rows.load).toHaveLength(expected.load!.length + 2);
    expect((rows.load!.at(-2) as { current: boolean }).current).toBe(false);
  });

  test.each<[string, string, (path: string) => Promise<void>]>([
    ["is missing", "LM_FILE_NOT_FOUND", async () => undefined],
    ["is of no source", "LM_LOAD_UNRECOGNISED", (path) => writeFile(path, "nothing of an office\n")],
    ["is an archive that is none", "LM_LOAD_UNRECOGNISED", (path) => writeFile(path, "PK\u0003\u0004 broken off")],
    ["has too many bad records", "LM_LOAD_TOO_MANY_REJECTS", (path) => writeFile(path, "name,relation,other,note\nA,married,B,\n")],
    ["is a folder without files", "LM_LOAD_UNRECOGNISED", (path) => mkdir(path).then(() => undefined)],
  ])("tells of an input that %s; the others are parsed and what was published stays", async (name, code, make) => {
    const bad = join(folder, `${name}.csv`);
    await make(bad);
    const good = join(folder, `beside ${name}.csv`);
    await writeFile(good, "name,relation,other,note\nGood Co,together,Other Co,\n");
    const lines = listOf([
      { source: "holder-joins", path: bad },
      { source: "holder-joins", path: good },
    ]);
    const { place, own } = await inCopy(`where one ${name}`, lines);
    const before = await manifestOf(place);
    for (const publish of [false, true]) {
      const error = await errorOf(parseToLayout(own, place, { publish }));
      expect(error?.code).toBe("LM_LOAD_INCOMPLETE");
      expect(error?.details.failed).toMatchObject([{ path: bad, code }]);
      expect(error?.details.loads).toHaveLength(1);
    }
    expect(await manifestOf(place)).toBe(before);
    expect(await rowsOf(place, `untouched where one ${name}`)).toEqual(expected);
    await rm(bad, { recursive: true, force: true });
    await writeFile(bad, "name,relation,other,note\nMended Co,together,Other Co,\n");
    expect(await parseToLayout(own, place)).toMatchObject({ inputs: 2, already: 1, loads: 2 });
  });

  test("counts what an archive that breaks off still gives, and its reject has its place", async () => {
    const cut = join(folder, "cut.zip");
    await cp(files.find(({ path }) => path.endsWith("weekly.zip"))!.path, cut);
    await truncate(cut, (await stat(cut)).size - 200);
    const { place, own } = await inCopy("cut", listOf([{ source: "uspto", path: cut }]));
    expect(await parseToLayout(own, place, options)).toMatchObject({ loads: 1, rejects: 1 });
    const { reject = [] } = await rowsOf(place, "with what was cut");
    expect(reject.filter((each) => (each as { file: string }).file.startsWith(cut))).toHaveLength(1);
  });

  test("finds the source where one alone reads the file", async () => {
    const place = join(folder, "found");
    const own = join(folder, "found.txt");
    await writeFile(own, `${files[0]!.path}\r\n\n${files[0]!.path}\n`);
    expect(await parseToLayout(own, place, options)).toMatchObject({ inputs: 1, loads: 1 });
    await writeFile(own, `${list}\n`);
    expect((await errorOf(parseToLayout(own, place)))?.details.failed).toMatchObject([{ code: "LM_LOAD_UNRECOGNISED" }]);
    await writeFile(own, `${list}.none\n`);
    expect((await errorOf(parseToLayout(own, place)))?.details.failed).toMatchObject([{ code: "LM_FILE_NOT_FOUND", path: `${list}.none` }]);
  });

  test("names the file that several sources read", async () => {
    const own = join(folder, "several.txt");
    const broken = join(folder, "broken.zip");
    await writeFile(broken, "PK\u0003\u0004 broken off");
    await writeFile(own, `${broken}\n`);
    const error = await errorOf(parseToLayout(own, join(folder, "several")));
    expect(error?.message).toContain(`Several sources read ${broken}: `);
  });

  test.each([
    ["an unknown source", '{"source":"docbd","path":"a"}\n', "LM_SOURCE_UNKNOWN"],
    ["the atlas", '{"source":"atlas","path":"a"}\n', "LM_USAGE"],
    ["JSON without a path", '{"source":"docdb"}\n', "LM_USAGE"],
    ["several paths without a source", '{"paths":["a","b"]}\n', "LM_USAGE"],
    ["nothing", "\n", "LM_USAGE"],
  ])("refuses a list that names %s", async (_, lines, code) => {
    const own = join(folder, "refused.txt");
    await writeFile(own, lines);
    expect((await errorOf(parseToLayout(own, join(folder, "nowhere"))))?.code).toBe(code);
  });

  test("refuses a list that is not there and a folder that the engine cannot name", async () => {
    expect((await errorOf(parseToLayout(join(folder, "no list"), layout)))?.code).toBe("LM_FILE_NOT_FOUND");
    expect((await errorOf(parseToLayout(list, join(folder, "all*"))))?.code).toBe("LM_USAGE");
    expect((await errorOf(parseToLayout(list, layout, { part: { part: 4, parts: 3 } })))?.code).toBe("LM_USAGE");
  });
});
