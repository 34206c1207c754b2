import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBlockDocuments, readBlockRows, readCaseRows, readRegisteredBlocks } from "../../src/corpus/block-rows.ts";
import { readRetrievalSides } from "../../src/corpus/retrieval-rows.ts";
import { unknownDay } from "../../src/measure/citations/citation-graph.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { blocksWorkspace } from "../answers/patents/blocks/blocks-workspace.ts";
import { temporaryFolder } from "../workspace/folder.ts";

const folder = temporaryFolder();
let workspace: Workspace;
beforeAll(async () => {
  workspace = await blocksWorkspace(folder);
});
afterAll(() => workspace?.close());

describe("rows of blocks", () => {
  it("stand once though two tables tell of them, with what either says and the publication of the application", async () => {
    const rows = await workspace.use((connection) => readBlockRows(connection, null));
    const first = rows.filter(({ application }) => application === "KR20180000001");
    expect(first.map(({ cited, literature, ground, date, document }) => [cited ?? literature, ground, date, document])).toEqual([
      ["US7000001", "inventive step", "2021-05-06", "KR20200000001"],
      ["US7000002", null, "2021-05-06", "KR20200000001"],
      ["A paper, 1999", null, "2021-05-06", "KR20200000001"],
    ]);
    expect(rows.filter(({ application }) => application === "US2019000001")).toMatchObject([{ document: null, office: "US" }]);
    expect(rows).toHaveLength(6);
  });

  it("know each document they mention as far as it is loaded, one holder in each place", async () => {
    const documents = await workspace.use((connection) => readBlockDocuments(connection, null));
    expect([...documents.keys()]).toEqual(["JPH0123456", "KR20200000001", "KR20200000002", "US7000001", "US7000002"]);
    expect(documents.get("JPH0123456")).toMatchObject({
      loaded: false,
      title: null,
      year: null,
      holders: [],
      classes: [],
      technologies: [],
    });
    expect(documents.get("KR20200000001")).toMatchObject({ loaded: true, year: 2018, classes: ["H01L"], technologies: ["etch"] });
    expect(documents.get("US7000002")?.holders.map(({ name }) => name)).toEqual(["Delta Inc"]);
  });

  it("of cases keep the patents and the place, those of notices last", async () => {
    const rows = await workspace.use(readCaseRows);
    expect(rows.map(({ id }) => id)).toEqual(["one", "two", "three", "four", "us-itc-2020-1"]);
    expect(rows[1]).toMatchObject({ patents: ["US7000001"], technologies: [{ technology: "etch", document: "US7000001" }], line: 3 });
    expect(new Set(rows.map(({ table }) => table)).size).toBe(2);
    expect((await workspace.use(readRegisteredBlocks)).map(({ kind }) => kind)).toEqual(["licensed"]);
  });

  it("give both sides of an evaluation with their days", async () => {
    const { corpus, needs } = await workspace.use(readRetrievalSides);
    expect(corpus.ids).toEqual(["KR20200000001", "US7000001", "US7000002", "US7000003"]);
    const days = ["2020-01-01", "2006-01-03", "2006-02-03", "2020-02-03"].map((day) => Date.parse(day) / 86_400_000);
    expect([...corpus.day]).toEqual(days);
    expect(needs).toEqual([{ document: 0, before: Date.parse("2018-03-01") / 86_400_000, relevant: ["US7000001"] }]);
    expect(corpus.day.includes(unknownDay)).toBe(false);
    expect([...corpus.classes.start]).toEqual([0, 1, 2, 3, 3]);
    expect(corpus.counts.start).toHaveLength(5);
  });
});
