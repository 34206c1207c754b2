import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ask } from "../src/ask/ask.ts";
import { openAsk } from "../src/ask/open-ask.ts";
import { bundledFile } from "../src/base/built-file.ts";
import { load } from "../src/library/load.ts";
import { atlas } from "../src/sources/supply/atlas/atlas.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import type { Workspace } from "../src/workspace/workspace.ts";
import { realData } from "../test/sources/support.ts";
import { fillWorkspace, textOption } from "./support.ts";

/** The day that lists are asked for. */
const day = "2026-11-25";

const files: readonly (readonly [source: string, path: string])[] = [
  ["csl", "csl/consolidated.csv"],
  ["entity-list", "entity-list/bis_entity_list.json"],
  ...["bis_dpl", "bis_meu", "dow_1260h", "dow_1286", "fcc_covered", "ofac_eo14032_annex", "ofac_nscmic", "state_nonproliferation"].map(
    (name) => ["party-list", `lists/${name}.json`] as const,
  ),
  ...["dod-1260h/editions.csv", "cn/mofcom_sanctions.csv", "cn/data_entities_cn.json", "jp/data_entities_jp.json"].map(
    (path) => ["party-list", path] as const,
  ),
];

/** Works with all lists of the test data loaded, in a temporary workspace, or in `--workspace DIR`, which is made where it is not there. */
export async function withAllLists<T>(work: (ask: Ask, workspace: Workspace) => Promise<T>): Promise<T> {
  const given = textOption("workspace");
  const dir = given ?? (await mkdtemp(join(tmpdir(), "levermap-bench-lists-")));
  try {
    if (given === undefined || !existsSync(given)) {
      await fillWorkspace(dir, atlas, [bundledFile("atlas")]);
      for (const [source, path] of files) await load(dir, source, [realData(`controls/${path}`).path], { maxRejects: 0.2 });
    }
    const workspace = await openWorkspace(dir, { mode: "read" });
    try {
      return await work(openAsk(workspace, { asOf: day }), workspace);
    } finally {
      workspace.close();
    }
  } finally {
    if (given === undefined) await rm(dir, { recursive: true, force: true });
  }
}
