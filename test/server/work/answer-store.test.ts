import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerStore } from "../../../src/server/work/answer-store.ts";
import { keptAnswers } from "../../../src/workspace/kept-answers.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const map = { name: "map", input: {} } as const;

describe("answerStore", () => {
  it("keeps no more characters in memory than it may, the latest asked for", async () => {
    const store = answerStore(null, 100);
    for (const key of ["a", "b", "c", "d"]) await store.write(key, map, key.repeat(25));
    await store.read("a", map);
    await store.write("e", map, "e".repeat(20));
    const kept = await Promise.all(["a", "b", "c", "d", "e"].map((key) => store.read(key, map)));
    expect(kept.map((text) => text?.length ?? null)).toEqual([25, null, 25, 25, 20]);
    await store.write("large", map, "x".repeat(26));
    expect(await store.read("large", map)).toBeNull();
  });

  it("keeps answers on files of others in memory alone, and those on customers nowhere", async () => {
    const folder = temporaryFolder();
    const store = answerStore(keptAnswers(folder, "version"));
    await store.write("own", { name: "plan", input: { text: "name: Mine" } }, "{}");
    await store.write("customers", { name: "casesChanges", input: {} }, '{"names":["Nord"]}');
    expect(readdirSync(folder)).toEqual([]);
    expect(await store.read("own", { name: "plan", input: { text: "name: Mine" } })).toBe("{}");
    expect(await store.read("customers", { name: "casesChanges", input: {} })).toBeNull();
    await store.write("map", map, "{}");
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
