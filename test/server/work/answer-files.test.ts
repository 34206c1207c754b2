import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { QuestionName } from "../../../src/ask/questions.ts";
import { answerFiles, dataStates } from "../../../src/server/work/answer-files.ts";
import { stateKey } from "../../../src/server/work/answer-key.ts";
import { answerMemory, answerStore, askedOfLate } from "../../../src/server/work/answer-store.ts";
import type { DataKind } from "../../../src/workspace/data-kinds.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

/** A generation whose data of each kind are of these numbers. */
async function generation(folder: string, name: string, data: Readonly<Record<DataKind, number>>, memory = answerMemory()) {
  const states = await dataStates({ dataState: async (reads = []) => reads.map((kind) => `${kind} ${data[kind]}`) });
  const files = answerFiles(folder, states, "build");
  return { memory, files, store: answerStore({ files, memory, stateOf: (asked) => stateKey(asked, states, name) }) };
}

const first = { map: 1, rules: 1, lists: 1, items: 1, patents: 1 };
const newList = { ...first, lists: 2 };
const of = (name: QuestionName, input: object = {}) => ({ name, input });
const [onMap, onLists] = [of("chokepoints"), of("technology", { technology: "neon" })];

describe("kept answers when a list is loaded", () => {
  it("stay where they rest on no list, on disk and in memory, and others are not given", async () => {
    const folder = temporaryFolder();
    const before = await generation(folder, "1-aaaa", first);
    for (const asked of [onMap, onLists]) await before.store.write("key", asked, "{}");
    for (const memory of [answerMemory(), before.memory]) {
      const after = await generation(folder, "2-bbbb", newList, memory);
      expect(await after.store.read("key", onMap)).not.toBeNull();
      expect(await after.store.read("key", onLists)).toBeNull();
      const again = await generation(folder, "1-aaaa", first, memory);
      expect(await again.store.read("key", onLists)).not.toBeNull();
    }
  });

  it("are of their generation alone where they rest on what people keep", async () => {
    const folder = temporaryFolder();
    const before = await generation(folder, "1-aaaa", first);
    await before.store.write("key", of("savedSearches"), "{}");
    const after = await generation(folder, "2-bbbb", first, before.memory);
    expect(await before.store.read("key", of("savedSearches"))).not.toBeNull();
    expect(await after.store.read("key", of("savedSearches"))).toBeNull();
  });

  it("stay beside those of other kinds of data, whichever is written", async () => {
    const folder = temporaryFolder();
    const { files } = await generation(folder, "1-aaaa", first);
    const names = ["map", "chokepoints", "technology", "patent", "organisation", null] as const;
    for (const name of names) await files!.usual(name).write(["q", name], Buffer.from(String(name)));
    const usual = join(folder, "answers", "usual");
    for (const name of readdirSync(usual)) utimesSync(join(usual, name), 1e9, 1e9);
    const after = await generation(folder, "2-bbbb", newList);
    await after.files!.usual("map").write("new", Buffer.alloc(1));
    const there = await Promise.all(names.map(async (name) => String(await files!.usual(name).read(["q", name]))));
    // Those on other lists are old by now, and gone
    expect(there).toEqual(["map", "chokepoints", "null", "patent", "null", "null"]);
  });

  it("tell what was asked of late that is worth working out again, the latest first", () => {
    const memory = answerMemory();
    const asked = [onLists, of("leverage"), of("economy", { economy: "KR" }), of("planOutline", { text: "mine" }), onMap];
    for (const [at, each] of asked.entries()) memory.keep(String(at), each, Buffer.alloc(1));
    expect(askedOfLate(memory)).toEqual([onMap, onLists]);
    memory.read("0");
    expect(askedOfLate(memory)).toEqual([onLists, onMap]);
  });
});
