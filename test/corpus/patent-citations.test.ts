import { join } from "node:path";
import { expect, it } from "vitest";
import { readPatentCitations } from "../../src/corpus/patent-citations.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { cites, corpusWorkspace, into, patent } from "./invented-corpus.ts";

it("the data reaches to the last day that is known to the day, and repeated references count as rows", async () => {
  const dir = join(temporaryFolder(), "cited");
  await corpusWorkspace(dir, [
    ...into("patent", [patent("US1", "2001-02-03"), patent("US2", "2005-03-04"), patent("US3", "2024")]),
    ...into("patent_citation", [cites("US2", "US1"), cites("US2", "US1"), cites("US3", "US2")]),
  ]);
  const workspace = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(workspace, { threads: 1, only: ["citations"] });
  const found = await workspace.use((connection) => readPatentCitations(connection, "US2"));
  expect(found).toMatchObject({ lastDay: "2005-03-04", referenceRows: 2, citingLoaded: 1 });
  expect(found.references.map(({ document }) => document)).toEqual(["US1"]);
  workspace.close();
});
