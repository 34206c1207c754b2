import { join } from "node:path";
import { expect, it } from "vitest";
import type { Row } from "../../src/base/tables.ts";
import { readRates } from "../../src/corpus/legal-records.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { corpusWorkspace, into } from "./invented-corpus.ts";

const rate = (quantity: string, source: string): Row<"base_rate"> => ({
  quantity,
  forum: "US",
  holder_kind: null,
  scope: "all",
  low: 0.2,
  high: 0.4,
  unit: "fraction",
  year: null,
  source,
  grade: "published",
  note: null,
});

it("rates stand in the order of their file, whoever asks", async () => {
  const dir = join(temporaryFolder(), "rates");
  const rows = [rate("b", "two"), rate("a", "three"), rate("c", "one")];
  await corpusWorkspace(dir, into("base_rate", rows));
  const workspace = await openWorkspace(dir, { mode: "read" });
  expect(await workspace.use(readRates)).toMatchObject(rows);
  workspace.close();
});
