import { chmod, chown, cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bin } from "../cli/run.ts";
import { furnishedDesk, listedEntry, person } from "../library/cases/furnished-desk.ts";
import { isLong, some } from "../tiers.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { digest } from "./digest.ts";
import { ended } from "./small-disk.ts";

/** Of `nobody`: root is denied nothing. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const folder = temporaryFolder();
const dir = join(folder, "data");
let template = "";
let list = "";

/** Runs the command line as somebody who may be denied something. */
const run = (words: readonly string[], place = dir) =>
  ended(process.execPath, [bin, ...words, "-w", place, "--quiet"], { cwd: folder, ...(isRoot ? { uid: nobody, gid: nobody } : {}) });

const canRun = process.platform !== "win32" && (await run(["--version"])).code === 0;
if (!canRun) console.info("Skipped: no process can be run here that is denied something.");

/** Gives all that is in a folder to whom the processes run as. */
async function handOver(path: string): Promise<void> {
  if (!isRoot) return;
  await chown(path, nobody, nobody);
  for (const name of await readdir(path, { recursive: true })) await chown(join(path, name), nobody, nobody);
}

beforeAll(async () => {
  await chmod(folder, 0o755);
  await mkdir(join(folder, "desk"));
  const made = await furnishedDesk(join(folder, "desk"));
  [template, list] = [made.dir, made.newer.list];
});

async function fresh(): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await cp(template, dir, { recursive: true });
  await handOver(dir);
}

const writes: readonly (readonly string[])[] = [
  ["load", "csl", "LIST"],
  ["update", "--no-fetch"],
  ["screen", "decide", "Acme", listedEntry, "false", "--note", "another Acme"],
  ["purge", "--customer", person.id, "--user", "ben"],
  ["backup"],
];
/** One that writes the database and its backups anew. */
const shown = writes.filter(([name]) => name === "purge");
const words = (all: readonly string[]): readonly string[] => all.map((word) => (word === "LIST" ? list : word));
const told = /^LM_(?:NO_PERMISSION|FILE_UNREADABLE|WORKSPACE_EXISTS|EXPORT_EXISTS): .+\n./;

describe.skipIf(!canRun)("what is denied", () => {
  it.each(some(writes, shown))("%s %s: a database and folders that may only be read", async (...all) => {
    await fresh();
    const before = await digest(template);
    await chmod(join(dir, "levermap.duckdb"), 0o444);
    await chmod(join(dir, "backups"), 0o555);
    await chmod(dir, 0o555);
    const { code, stderr } = await run(words(all));
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
    expect((await run(["status"])).code).toBe(0);
    await chmod(dir, 0o755);
    await chmod(join(dir, "backups"), 0o755);
    await chmod(join(dir, "levermap.duckdb"), 0o644);
    expect((await readdir(dir)).filter((name) => name.startsWith("."))).toEqual([]);
    expect(await run(words(all))).toMatchObject({ code: 0, stderr: "" });
    if (all[0] === "backup") expect(await digest(dir)).toEqual(before);
  });

  it("a folder in which none can be made, a file in the place of one, and a folder in the place of a database", async () => {
    await rm(dir, { recursive: true, force: true });
    expect((await run(["init"], join(folder, "none"))).stderr).toMatch(/^LM_NO_PERMISSION: /);
    await writeFile(join(folder, "file"), "");
    expect((await run(["init"], join(folder, "file"))).stderr).toMatch(told);
    await mkdir(join(folder, "odd", "levermap.duckdb"), { recursive: true });
    await handOver(join(folder, "odd"));
    expect((await run(["status"], join(folder, "odd"))).stderr).toMatch(/^LM_(?!INTERNAL)\w+: .+\n./);
  });

  it.runIf(isLong)("a list that cannot be read, that is a folder, and exports to where nothing may be written", async () => {
    await fresh();
    const hidden = join(folder, "hidden.csv");
    await cp(list, hidden);
    await chmod(hidden, 0o000);
    if (isRoot) await chown(hidden, 0, 0);
    expect((await run(["load", "csl", hidden])).stderr).toMatch(/^LM_(?:FILE_UNREADABLE|NO_PERMISSION): /);
    await mkdir(join(folder, "empty.csv"));
    expect((await run(["load", "csl", join(folder, "empty.csv")])).stderr).toMatch(/^LM_(?!INTERNAL)\w+: .+\n./);
    await mkdir(join(folder, "closed"));
    await chmod(join(folder, "closed"), 0o555);
    for (const out of [
      ["export", "--out", join(folder, "closed", "tables")],
      ["backup", "--out", join(folder, "closed", "copy.duckdb")],
      ["cases", "audit", "1", "--out", join(folder, "closed", "run.jsonl")],
    ])
      expect((await run(out)).stderr, out[0]).toMatch(/^LM_(?:NO_PERMISSION|FILE_UNREADABLE): .+\n./);
    expect(await readdir(join(folder, "closed"))).toEqual([]);
  });
});
