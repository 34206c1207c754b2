import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findHolder, type HolderMatch } from "../../src/corpus/holder-search.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { corpusWorkspace, holds, into, patent } from "./invented-corpus.ts";

/** More holders that begin alike than are looked at for a near name; every one of them has more documents than the one asked for. */
const crowd = Array.from({ length: 1200 }, (_, i) => `Beijing Aardvark${String(i).padStart(4, "0")} Technology`);
const rare = "Beijing Zebra Bondérs & Sons Co., Ltd.";
const others = ["ガラス工業株式会社", "삼보전기", "3Q Inc."];

let workspace: Workspace;
const find = (wanted: string): Promise<HolderMatch> => workspace.use((connection) => findHolder(connection, wanted));
const found = async (wanted: string): Promise<string | undefined> => (await find(wanted)).holder?.name;

beforeAll(async () => {
  const dir = join(temporaryFolder(), "holders");
  const held = [...crowd.flatMap((name) => [name, name]), rare, ...others];
  await corpusWorkspace(dir, [
    ...into(
      "patent",
      held.map((_, i) => patent(`US${5_000_000 + i}`, "2001-02-03")),
    ),
    ...into(
      "patent_holder",
      held.map((name, i) => holds(`US${5_000_000 + i}`, name)),
    ),
  ]);
  workspace = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(workspace, { threads: 1, only: ["holders"] });
});
afterAll(() => workspace?.close());

describe("a holder among 1,200 of the same first word", () => {
  it("is found by id, name, the name in other writing, and without its legal form", async () => {
    const { holder } = await find(rare);
    expect(holder?.name).toBe(rare);
    for (const wanted of [holder!.holder, rare.toUpperCase(), "beijing zebra bonders & sons", "Beijing Zebra Bonders and Sons Corp."])
      expect([wanted, await found(wanted)]).toEqual([wanted, rare]);
    expect(await found(crowd[1199]!)).toBe(crowd[1199]);
  });

  it("is named as near for a part of its name or a letter missed, and is none of the crowd", async () => {
    expect((await find("beijing zebra")).near.map(({ name }) => name)).toEqual([rare]);
    expect((await find("beijing zebar bonders & sons co ltd")).near[0]?.name).toBe(rare);
    expect((await find("beijing")).near).toHaveLength(5);
    expect(await find("beijing nobody knows this one")).toEqual({ holder: null, near: [] });
  });
});

it("names of other scripts and of two letters are found whole, and are near to nothing", async () => {
  for (const name of others) expect([name, await found(name)]).toEqual([name, name]);
  expect(await found("ガラス工業")).toBe(others[0]);
  expect(await found("3q")).toBe("3Q Inc.");
  expect((await find("3")).near).toEqual([]);
});
