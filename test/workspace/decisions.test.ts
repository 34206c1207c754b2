import { join } from "node:path";
import { expect, test } from "vitest";
import type { Row } from "../../src/base/tables.ts";
import { hasEntry } from "../../src/workspace/decisions.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { corpusWorkspace, into } from "../corpus/invented-corpus.ts";
import { party } from "../screen/loaded.ts";
import { temporaryFolder } from "./folder.ts";

const listed = (entry: string): Row<"party_entry"> => party({ entry });

test("an entry is listed by its key, and by its key without the edition or with that of a copy", async () => {
  const dir = join(temporaryFolder(), "listed");
  await corpusWorkspace(dir, into("party_entry", [listed("csl/acme-cn"), listed("us-1260h/bolt-cn/2025-01-07")]), "csl");
  const workspace = await openWorkspace(dir, { mode: "read" });
  for (const entry of [
    "csl/acme-cn",
    "csl/acme-cn/2026-08-01",
    "us-1260h/bolt-cn/2025-01-07",
    "us-1260h/bolt-cn/2024-01-07",
    "us-1260h/bolt-cn",
  ])
    expect([entry, await hasEntry(workspace, entry)]).toEqual([entry, true]);
  for (const entry of ["", "csl", "csl/acme", "csl/acme/2026-08-01", "csl/.*", "' OR true --"])
    expect([entry, await hasEntry(workspace, entry)]).toEqual([entry, false]);
  workspace.close();
});
