import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import {
  chokepointReportSchema,
  create,
  exportTo,
  fetchNamed,
  LevermapError,
  load,
  mapViewSchema,
  open,
  sourceNames,
  unload,
} from "../../src/index.ts";
import { smallAtlas as atlas, smallCopy } from "../answers/small-workspace.ts";
import { codeOf } from "../workspace/folder.ts";

const trade = fileURLToPath(new URL("../fixtures/trade.csv", import.meta.url));

describe("the library", () => {
  it("creates, opens and answers", async () => {
    const map = await open(await smallCopy(), { asOf: "2025-01-01" });
    const report = await map.chokepoints({ home: "XA", top: 2 });
    expect(chokepointReportSchema.parse(report)).toEqual(report);
    expect([report.asOf, report.ranked.length]).toEqual(["2025-01-01", 2]);
    expect(report.unknown).toContain("light-printer");
    const view = await map.map({});
    expect(mapViewSchema.parse(view)).toEqual(view);
    map.close();
  });

  it("reads the map as of the day it is opened for", async () => {
    const dir = await smallCopy();
    const controls = async (asOf: string): Promise<number> => {
      const map = await open(dir, { asOf });
      const { ranked, unplaced } = await map.chokepoints({ home: "XA" });
      map.close();
      return [...ranked, ...unplaced].filter((entry) => entry.withheld.length > 0).length;
    };
    expect([await controls("2023-02-28"), await controls("2023-03-01")]).toEqual([0, 1]);
  });

  it("says with every answer as of a day to come that nothing is known after today", async () => {
    const dir = await smallCopy();
    const told: string[] = [];
    const effects = {
      ...quietEffects,
      clock: { now: () => new Date("2026-11-25T12:00:00Z") },
      log: { ...quietEffects.log, warn: (message: string) => void told.push(message) },
    };
    const ahead = "2035-01-01 is to come: of what happens after today, 2026-11-25, nothing is known.";
    const limitsOn = async (asOf: string): Promise<readonly string[]> => {
      const map = await open(dir, { asOf, effects });
      const { evidence } = await map.economy({ economy: "XA" });
      map.close();
      return evidence.limits;
    };
    expect(await limitsOn("2026-11-25")).not.toContain(ahead);
    expect(told).toEqual([]);
    expect(await limitsOn("2035-01-01")).toContain(ahead);
    expect(told).toEqual([ahead]);
  });

  it("names the groups there are where a place is unknown", async () => {
    const map = await open(await smallCopy(), { asOf: "2025-01-01" });
    const { economies } = await map.map({});
    const groups = economies.filter(({ group }) => group).map(({ id }) => id);
    expect(groups.length).toBeGreaterThan(0);
    for (const asked of [map.economy({ economy: "ASEAN" }), map.chokepoints({ home: "G7" })])
      await expect(asked).rejects.toMatchObject({
        code: "LM_ECONOMY_UNKNOWN",
        message: expect.stringContaining(groups.at(-1)!),
        details: { groups },
      });
    map.close();
  });

  it("loads, tells rejects, unloads", async () => {
    const dir = await smallCopy();
    const { loads, rows, rejects } = await load(dir, "trade", [trade], { maxRejects: 0.5 });
    expect([rows > 0, rejects, loads[0]?.already]).toEqual([true, 1, false]);
    const map = await open(dir);
    expect(await map.rejects()).toMatchObject([{ line: 4, code: "LM_LOAD_BAD_ROW" }]);
    map.close();
    expect((await load(dir, "trade", [trade], { maxRejects: 0.5 })).loads[0]?.already).toBe(true);
    await unload(dir, loads[0]?.id ?? "");
    const after = await open(dir);
    expect((await after.status()).loads.map(({ source }) => source)).toEqual(["atlas"]);
    expect(await after.rejects()).toEqual([]);
    after.close();
  });

  it("exports", async () => {
    const dir = await smallCopy();
    const out = join(dir, "..", "tables");
    const files = await exportTo(dir, out, { format: "parquet", tables: ["share"] });
    expect(files).toEqual([{ table: "share", path: join(out, "share.parquet"), rows: 17 }]);
    expect(existsSync(join(out, "share.parquet"))).toBe(true);
  });

  it("says by code what it cannot do", async () => {
    const dir = await smallCopy();
    const outcomes: readonly (readonly [string, () => Promise<unknown>])[] = [
      ["LM_WORKSPACE_MISSING", () => open("/nowhere")],
      ["LM_USAGE", () => open(dir, { asOf: "yesterday" })],
      ["LM_USAGE", () => open(dir, { asOf: "2025-13-01" })],
      ["LM_WORKSPACE_EXISTS", () => create(dir, { atlas })],
      ["LM_SOURCE_UNKNOWN", () => load(dir, "tradee", [trade])],
      ["LM_LOAD_TOO_MANY_REJECTS", () => load(dir, "trade", [trade])],
      ["LM_FILE_NOT_FOUND", () => load(dir, "trade", ["/nowhere.csv"])],
      ["LM_LOAD_UNKNOWN", () => unload(dir, "0")],
      ["LM_EXPORT_EXISTS", () => exportTo(dir, atlas, { format: "csv", force: true })],
      ["LM_FETCH_NO_ADDRESS", () => fetchNamed("atlas", { dir })],
      ["LM_SOURCE_UNKNOWN", () => fetchNamed("etoo", { dir })],
    ];
    for (const [code, attempt] of outcomes) expect([code, await codeOf(attempt())]).toEqual([code, code]);
  });

  it("loads nothing of an atlas whose rows do not fit together", async () => {
    const dir = await smallCopy();
    const error = await load(dir, "atlas", [join(atlas, "aliases.csv")]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LevermapError);
    expect(error).toMatchObject({ code: "LM_ATLAS_INVALID", details: { count: 2 } });
    const map = await open(dir);
    expect((await map.status()).loads).toHaveLength(1);
    map.close();
  });

  it("names its sources", () => {
    expect(sourceNames).toEqual(expect.arrayContaining(["atlas", "eto", "trade", "minerals"]));
  });
});
