import { join } from "node:path";
import { expect, test } from "vitest";
import type { Row } from "../../src/base/tables.ts";
import { isListed } from "../../src/workspace/decisions.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { corpusWorkspace, into } from "../corpus/invented-corpus.ts";
import { temporaryFolder } from "./folder.ts";

const listed = (entry: string): Row<"party_entry"> => ({
  entry,
  list: "invented",
  origin: "csl",
  issuer: "US",
  native: null,
  kind: null,
  name: "Acme",
  economy: "CN",
  published: null,
  effective: null,
  ended: null,
  edition: null,
  citation: null,
  footnotes: null,
  requirement: null,
  policy: null,
  programme: null,
  remark: null,
  url: null,
});

test("an entry is listed by its key, and by its key without the edition", async () => {
  const dir = join(temporaryFolder(), "listed");
  await corpusWorkspace(dir, into("party_entry", [listed("csl/acme-cn"), listed("us-1260h/bolt-cn/2025-01-07")]), "csl");
  const workspace = await openWorkspace(dir, { mode: "read" });
  for (const entry of ["csl/acme-cn", "us-1260h/bolt-cn/2025-01-07", "us-1260h/bolt-cn"])
    expect([entry, await isListed(workspace, entry)]).toEqual([entry, true]);
  for (const entry of ["", "csl", "csl/acme", "us-1260h/bolt-cn/2024-01-07", "csl/.*", "' OR true --"])
    expect([entry, await isListed(workspace, entry)]).toEqual([entry, false]);
  workspace.close();
});
