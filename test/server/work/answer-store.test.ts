import { existsSync, readdirSync, truncateSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { takesPacked, unpacked } from "../../../src/server/work/answer-body.ts";
import { answerKey } from "../../../src/server/work/answer-key.ts";
import { dayKey } from "../../../src/server/work/answer-name.ts";
import { answerMemory, answerStore } from "../../../src/server/work/answer-store.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { filesIn } from "./files-in.ts";

const map = { name: "map", input: {} } as const;

function open(folder = temporaryFolder(), version = "version") {
  const files = filesIn(folder, version, 9);
  return {
    folder,
    files,
    store: answerStore({ files }),
    asked: () => (existsSync(`${folder}/asked`) ? readdirSync(`${folder}/asked`) : []),
  };
}

describe("answerStore", () => {
  it("keeps no more bytes in memory than it may, the latest asked for", async () => {
    const store = answerStore({ files: null, memory: answerMemory(100) });
    for (const key of ["a", "b", "c", "d"]) await store.write(key, map, Buffer.alloc(25));
    await store.read("a", map);
    await store.write("e", map, Buffer.alloc(20));
    const kept = await Promise.all(["a", "b", "c", "d", "e"].map((key) => store.read(key, map)));
    expect(kept.map((body) => body?.length ?? null)).toEqual([25, null, 25, 25, 20]);
    await store.write("large", map, Buffer.alloc(26));
    expect(await store.read("large", map)).toBeNull();
  });

  it("packs what it keeps, and gives what was worked out ahead", async () => {
    const { files, store } = open();
    await store.write("asked", map, '{"ü":1}');
    expect(unpacked((await store.read("asked", map))!)).toBe('{"ü":1}');
    await files.usual("map").write("usual", gzipSync("{}"));
    expect(unpacked((await store.read("usual", map))!)).toBe("{}");
  });

  it("finds on disk what one before it kept, and nothing of another state of the data or of a file that is cut off", async () => {
    const { folder, store } = open();
    await store.write("q", map, "{}");
    expect(unpacked((await open(folder).store.read("q", map))!)).toBe("{}");
    expect(await open(folder, "other").store.read("q", map)).toBeNull();
    for (const name of readdirSync(`${folder}/asked`)) truncateSync(`${folder}/asked/${name}`, 80);
    expect(await open(folder).store.read("q", map)).toBeNull();
  });

  it("keeps answers on files of others and on searches that are kept in memory alone, those on names and customers nowhere", async () => {
    const { store, asked } = open();
    const own = { name: "plan", input: { text: "name: Mine" } } as const;
    const saved = { name: "searchPatents", input: { words: "saved:mine" } } as const;
    for (const each of [own, saved]) {
      await store.write("own", each, "{}");
      expect(unpacked((await store.read("own", each))!)).toBe("{}");
    }
    for (const name of ["casesChanges", "screen", "owners", "status"] as const) {
      await store.write(name, { name, input: {} }, '{"names":["Nord"]}');
      expect(await store.read(name, { name, input: {} })).toBeNull();
    }
    await store.write("moment", map, "{}", "memory");
    expect(asked()).toEqual([]);
    await store.write("map", map, "{}");
    expect(asked()).toHaveLength(1);
  });
});

describe("the key of an answer", () => {
  it("does not depend on the order of fields, or on those that were left out", () => {
    const of = (input: object): string => answerKey("2026-11-29", { name: "technology", input });
    expect(of({ home: "KR", technology: "neon" })).toBe(of({ technology: "neon", home: "KR", source: undefined }));
    expect(of({ technology: "neon" })).not.toBe(of({ technology: "neon", home: "KR" }));
    const gaps = (input: object): string => answerKey("2026-11-29", { name: "gaps", input });
    expect(gaps({})).toBe(gaps({ top: 100 }));
    expect(gaps({})).not.toBe(gaps({ top: 20 }));
    expect(answerKey("2026-11-30", map)).not.toBe(answerKey("2026-11-29", map));
  });

  it("tells a day that was asked for from the present one, and a day to come also by the day of asking", () => {
    const days = [dayKey(null, "2026-11-29"), dayKey("2026-11-29", "2026-11-29"), dayKey("2027-01-01", "2026-11-29")];
    expect(new Set([...days, dayKey("2027-01-01", "2026-11-30")]).size).toBe(4);
    expect(dayKey("2020-01-01", "2026-11-29")).toBe(dayKey("2020-01-01", "2026-11-30"));
  });
});

describe("takesPacked", () => {
  it("follows what a client says it takes", () => {
    for (const yes of ["gzip", "br, gzip", "gzip;q=0.5", "deflate, x-gzip; q=1.0", "GZIP"])
      expect([yes, takesPacked(yes)]).toEqual([yes, true]);
    for (const no of [undefined, "", "br", "identity", "gzip;q=0", "gzip; q=0.0, br", "gzipped", "*"])
      expect([no, takesPacked(no)]).toEqual([no, false]);
  });
});
