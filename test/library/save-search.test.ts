import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { open } from "../../src/library/open.ts";
import { forgetSearch, saveSearch } from "../../src/library/save-search.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { addRows, corpusWorkspace, into, patent, words } from "../corpus/invented-corpus.ts";
import { temporaryFolder } from "../workspace/folder.ts";

const dir = join(temporaryFolder(), "saved");
const titled = (document: string, title: string) => [
  ...into("patent", [patent(document, "2010-01-05")]),
  ...into("patent_text", [words(document, "title", title)]),
];

async function measureAgain(): Promise<void> {
  const writer = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(writer, { threads: 1 });
  writer.close();
}

async function asked<T>(ask: (map: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const map = await open(dir);
  try {
    return await ask(map);
  } finally {
    map.close();
  }
}

const fault = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof LevermapError ? thrown.code : thrown),
  );

beforeAll(async () => {
  await corpusWorkspace(dir, [...titled("US8000001", "Wafer chuck"), ...titled("US8000002", "Wafer boat"), ...titled("US8000003", "Lid")]);
  await measureAgain();
});

describe("a search that is kept", () => {
  it("tells what is new to it and gone from it, until it is kept again", async () => {
    expect((await saveSearch(dir, { name: "wafers", query: " wafer NOT boat " })).documents).toEqual(["US8000001"]);
    await saveSearch(dir, { name: "both", query: "saved:wafers OR lid" });
    await addRows(dir, "later.fake", titled("US8000004", "Wafer tray"));
    await measureAgain();
    const { searches } = await asked((map) => map.watch({}));
    expect(searches).toMatchObject([
      { name: "both", query: "saved:wafers OR lid", before: 2, now: 3, added: ["US8000004"], addedTotal: 1, gone: 0, problem: null },
      { name: "wafers", query: "wafer NOT boat", before: 1, now: 2, added: ["US8000004"], addedTotal: 1, gone: 0, problem: null },
    ]);
    expect((await asked((map) => map.savedSearches({}))).searches).toEqual(searches);
    expect(
      (await asked((map) => map.searchPatents({ words: "saved:wafers NOT set:wafers" }))).found.map(({ document }) => document),
    ).toEqual(["US8000004"]);
    expect((await saveSearch(dir, { name: "wafers", query: "saved:wafers" })).query).toBe("wafer NOT boat");
    expect((await asked((map) => map.savedSearches({}))).searches[1]).toMatchObject({ before: 2, now: 2, addedTotal: 0 });
  });

  it("cannot lead back to itself, and one that lost its like costs the others nothing", async () => {
    expect(await fault(saveSearch(dir, { name: "wafers", query: "saved:both lid" }))).toBe("LM_SEARCH_INVALID");
    expect(await fault(saveSearch(dir, { name: "a b", query: "lid" }))).toBe("LM_USAGE");
    expect(await fault(saveSearch(dir, { name: "lost", query: "set:none" }))).toBe("LM_SEARCH_INVALID");
    await forgetSearch(dir, "wafers");
    expect(await fault(forgetSearch(dir, "wafers"))).toBe("LM_USAGE");
    const { searches } = await asked((map) => map.savedSearches({}));
    expect(searches).toMatchObject([{ name: "both", now: null, problem: expect.stringContaining('no search "wafers" is kept') }]);
  });
});
