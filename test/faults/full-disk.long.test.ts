import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkWorkspace } from "../../src/library/upkeep.ts";
import { furnish } from "../cli/fixture.ts";
import { furnishedDesk, listedEntry, person } from "../library/cases/furnished-desk.ts";
import { some } from "../tiers.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { digest } from "./digest.ts";
import { type SmallDisk, smallDisk } from "./small-disk.ts";

const folder = temporaryFolder();
const disk = await smallDisk(folder, 160);
if (disk === null) console.info("Skipped: a file system cannot be mounted here (unshare -m), so no disk can be filled.");

/** Bytes that are left on the disk when an operation begins: one of the first two, in a long run all. */
const lefts = [0, 100_000, 4_096, 500_000, 1_000_000, 3_000_000, 6_000_000, 12_000_000];

interface Operation {
  /** Which workspace it begins with; `none`: there is none. */
  readonly of: "desk" | "atlas" | "none";
  readonly words: (place: string) => readonly string[];
}

const of = (kind: Operation["of"], ...words: readonly string[]): Operation => ({
  of: kind,
  words: (place) => words.map((word) => word.replace("PLACE", place)),
});

const operations: Readonly<Record<string, Operation>> = {
  init: of("none", "init", "--atlas", "PLACE/atlas"),
  "init --force": of("desk", "init", "--force", "--atlas", "PLACE/atlas"),
  load: of("desk", "load", "csl", "PLACE/made-csl-2026-06-03.csv"),
  "load of trade": of("atlas", "load", "trade", "PLACE/trade.csv", "--max-rejects", "30%"),
  measure: of("atlas", "measure"),
  update: of("desk", "update", "--no-fetch"),
  export: of("desk", "export", "--out", "PLACE/exported"),
  backup: of("desk", "backup"),
  restore: of("desk", "restore", "PLACE/kept.duckdb"),
  purge: of("desk", "purge", "--customer", person.id, "--user", "ben"),
  decide: of("desk", "screen", "decide", "Acme", listedEntry, "false", "--note", "another Acme"),
  "cases run": of("desk", "cases", "run", "--user", "anna", "--as-of", "2026-06-03"),
  "cases audit": of("desk", "cases", "audit", "1", "--out", "PLACE/run.jsonl"),
  prepare: of("atlas", "prepare"),
};

/** One that adds to a workspace, and one that writes it anew. */
const shown = Object.entries(operations).filter(([name]) => name === "load" || name === "purge");

const sources = { desk: "", atlas: "" };

beforeAll(async () => {
  await mkdir(join(folder, "desk"));
  await mkdir(join(folder, "atlas"));
  sources.desk = (await furnishedDesk(join(folder, "desk"))).dir;
  await furnish(join(folder, "atlas"));
  sources.atlas = join(folder, "atlas", "levermap-data");
});
afterAll(() => disk?.stop());

/**
 * Names of what is in a folder and below, but for the trail of writes, kept answers, the lock of a writer who failed, which the next one takes, and the log
 * of a copy out of which somebody was purged, which is worked in where there is space.
 */
async function names(dir: string): Promise<readonly string[]> {
  const found = await readdir(dir, { recursive: true });
  return found.filter((name) => !/(^|\/)(audit|answers|ranks|parts|\.next(\/lock)?$|backups\/kept\.duckdb\.wal$)/.test(name)).sort();
}

describe.skipIf(disk === null)("a full disk", () => {
  const { inside, outside, fill, free, run } = (disk ?? {}) as SmallDisk;
  const tally: string[] = [];
  afterAll(() => console.info(tally.join("\n")));

  /** Puts the disk into the state that operations begin with. */
  async function furnishDisk(kind: Operation["of"]): Promise<void> {
    for (const name of await readdir(outside)) await rm(join(outside, name), { recursive: true, force: true });
    await cp(join(folder, "atlas", "atlas"), join(outside, "atlas"), { recursive: true });
    await cp(join(folder, "atlas", "trade.csv"), join(outside, "trade.csv"));
    await cp(join(folder, "desk", "made-csl-2026-06-03.csv"), join(outside, "made-csl-2026-06-03.csv"));
    await cp(join(folder, "desk", "kept.duckdb"), join(outside, "kept.duckdb"));
    if (kind !== "none") await cp(sources[kind], join(outside, "data"), { recursive: true });
  }

  /** What the workspace of the disk holds, from a copy: opening it would change it. */
  async function held() {
    const copy = join(folder, "copy");
    await rm(copy, { recursive: true, force: true });
    await cp(join(outside, "data"), copy, { recursive: true });
    const sums = await digest(copy);
    const { problems } = await checkWorkspace(copy);
    return { sums, problems };
  }

  it.each(
    some(Object.entries(operations), shown).map(([name, operation], at) => [name, operation, some(lefts, [lefts[at % 2]!])] as const),
  )("%s is told as such, changes nothing, and is done once there is space", async (name, { of, words }, bytes) => {
    const args = [...words(inside), "-w", join(inside, "data"), "--quiet"];
    for (const left of bytes) {
      await furnishDisk(of);
      const before = of === "none" ? null : await held();
      const named = await names(outside);
      await fill(left);
      const { code, stderr } = await run(args);
      tally.push(`${name}, ${left} bytes left: ${code === 0 ? "done" : stderr.split(".", 1)[0]}`);
      if (left === 0) expect(code, "there is no space for it").not.toBe(0);
      if (code !== 0) {
        expect(stderr, `${name}, ${left} bytes left`).toMatch(/^LM_DISK_SPACE: .+\n.*Free some space/);
        if (before !== null) expect((await run(["status", "-w", join(inside, "data"), "--json"])).code).toBe(0);
        await free();
        expect(await names(outside)).toEqual(named);
        if (before !== null) expect(await held()).toEqual(before);
        expect(await run(args)).toMatchObject({ code: 0, stderr: "" });
      } else await free();
      expect((await held()).problems).toEqual([]);
      expect((await names(join(outside, "data"))).filter((each) => each.startsWith("."))).toEqual([]);
    }
  });
});
