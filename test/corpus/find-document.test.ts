import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findDocument } from "../../src/corpus/find-document.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { addRows, corpusWorkspace, into, patent } from "./invented-corpus.ts";

const count = 5;
const key = (i: number): string => `US${7_100_000 + i}`;
let workspace: Workspace;

beforeAll(async () => {
  const dir = join(temporaryFolder(), "find");
  await corpusWorkspace(dir, [
    ...into(
      "patent",
      [...Array.from({ length: count }, (_, i) => key(i)), "EP7100001"].map((document) => patent(document, "2006-01-03")),
    ),
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
