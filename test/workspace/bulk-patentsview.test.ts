import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { writePatentsView } from "../../bench/synthetic-patentsview.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { maintenance } from "../../src/sources/patents/beside/maintenance.ts";
import { patentsview } from "../../src/sources/patents/tables/patentsview.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { seeded } from "../sources/seeded.ts";
import { realData } from "../sources/support.ts";
import { isLong } from "../tiers.ts";
import { loaded, outcome, recordByRecord } from "./bulk-support.ts";
import { emptyWorkspace } from "./empty.ts";
import { keptEffects, temporaryFolder } from "./folder.ts";
import { spoil, type TableFile } from "./spoil-table.ts";

const folder = temporaryFolder();
const rounds = Number(process.env.LEVERMAP_MUTATIONS ?? 18);

const events = Array.from(
  { length: 30 },
  (_, index) =>
    `${6_103_599 + index} 08897235 ${"NYM "[index % 4]} 19970708 20000815 200312${10 + (index % 20)} ${index % 2 ? "M1551" : "EXP."}\n`,
).join("");

async function tables(): Promise<readonly TableFile[]> {
  const files = await writePatentsView(join(folder, "tables"), { patents: 15, citations: 60 });
  return Promise.all(files.map(async (file) => ({ name: basename(file), content: await readFile(file) })));
}

describe("spoilt tables end the same when they are loaded as a whole and record by record", () => {
  test.each([
    ["maintenance", maintenance, async () => [{ name: "events.txt", content: Buffer.from(events) }]],
    ["patentsview", patentsview, tables],
  ] as const)("%s", async (name, source: Source, made) => {
    const files = await made();
    const dir = join(folder, name);
    await emptyWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const ends = { whole: 0, single: 0, none: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const random = seeded(1_000 + round);
      const { spoilt, how } = spoil(files[round % files.length] as TableFile, random);
      const path = join(folder, spoilt.name);
      await writeFile(path, spoilt.content);
      const effects = keptEffects();
      const whole = await outcome(workspace, source, path, effects);
      expect(whole, `round ${round}: ${how}`).toEqual(await outcome(workspace, recordByRecord(source), path));
      ends[typeof whole === "string" ? "none" : effects.messages.length > 0 ? "single" : "whole"] += 1;
      await rm(path);
    }
    workspace.close();
    console.info(`${name}: ${JSON.stringify(ends)}`);
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(rounds / 40);
  });

  const real = realData("patents/patentsview-nvidia");
  test.skipIf(real.absent || !isLong)(`the tables in ${real.path} are the same both ways`, async () => {
    const whole = await loaded(join(folder, "whole"), patentsview, [real.path]);
    expect(whole).toEqual(await loaded(join(folder, "single"), recordByRecord(patentsview), [real.path]));
    expect(whole.patent?.length).toBe(5169);
  });
});
