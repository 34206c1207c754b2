import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findDocument, searchDocuments, searchWords } from "../../src/corpus/patent-search.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { addRows, corpusWorkspace, holds, into, patent, words } from "./invented-corpus.ts";

const titles = ["等離子體蝕刻裝置 for discs", "等离子体蚀刻装置", "Wafer chuck", "Wafer boat", "Wafer lid"];
const key = (i: number): string => `US${7_100_000 + i}`;
let workspace: Workspace;

beforeAll(async () => {
  const dir = join(temporaryFolder(), "search");
  await corpusWorkspace(dir, [
    ...into(
      "patent",
      [...titles.map((_, i) => key(i)), "EP7100001"].map((document) => patent(document, "2006-01-03")),
    ),
    ...into(
      "patent_text",
      titles.map((title, i) => words(key(i), "title", title, i < 2 ? "zh" : "en")),
    ),
    ...into("patent_holder", [holds(key(3), "Acme")]),
  ]);
  const writer = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(writer, { threads: 1 });
  writer.close();
  await addRows(dir, "later.fake", into("patent", [patent("US7200000", "2006-01-03")]));
  workspace = await openWorkspace(dir, { mode: "read" });
});
afterAll(() => workspace?.close());

/** What an asking gives, with the statements that were sent for it. */
async function told<T>(ask: (connection: Parameters<Parameters<Workspace["use"]>[0]>[0]) => Promise<T>) {
  return workspace.use(async (connection) => {
    const sent = vi.spyOn(connection, "runAndReadAll");
    const answer = await ask(connection);
    const statements = sent.mock.calls.map(([sql, values]) => ({ sql, values: values as readonly unknown[] }));
    sent.mockRestore();
    return { answer, statements };
  });
}

describe("a search", () => {
  const search = (text: string, most: number) => told((connection) => searchDocuments(connection, searchWords(text), most));

  it("looks through the texts once, whatever is cut from the list", async () => {
    const { answer, statements } = await search("wafer", 2);
    expect([answer.total, answer.found.map(({ document }) => document)]).toEqual([3, [key(2), key(3)]]);
    expect(statements.filter(({ sql }) => sql.includes("patent_text"))).toHaveLength(1);
    expect((await search("wafer", 0)).answer).toMatchObject({ total: 3, found: [] });
    expect(await search("nothing of the kind", 2)).toMatchObject({ answer: { total: 0, found: [] } });
  });

  it("folds Han characters where a word has any, and only there", async () => {
    const values = async (text: string) => (await search(text, 5)).statements.find(({ sql }) => sql.includes("patent_text"))?.values;
    expect((await search("蝕刻", 5)).answer.found.map(({ document }) => document)).toEqual([key(0), key(1)]);
    expect((await search("蚀刻 discs", 5)).answer.found.map(({ document }) => document)).toEqual([key(0)]);
    expect(await values("wafer acme")).toEqual(["wafer", "acme", 5]);
    expect(await values("蚀刻")).toHaveLength(4);
  });
});

describe("a number of no measured document", () => {
  const find = (text: string) => told((connection) => findDocument(connection, text));

  it("has near ones of its office, compared among those of about its length", async () => {
    const { answer, statements } = await find("US 7100009");
    expect(answer).toEqual({ document: null, unmeasured: null, near: [0, 1, 2].map(key) });
    expect(statements.at(-1)?.sql).toContain("office = $2");
    expect((await find("EP7100002")).answer).toMatchObject({ near: ["EP7100001"] });
  });

  it("has none where it is loaded and was not measured", async () => {
    const { answer, statements } = await find("US7200000");
    expect(answer).toEqual({ document: null, unmeasured: "US7200000", near: [] });
    expect(statements.filter(({ sql }) => sql.includes("damerau_levenshtein"))).toEqual([]);
  });
});
