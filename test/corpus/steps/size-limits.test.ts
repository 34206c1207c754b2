import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureWorkspace } from "../../../src/corpus/steps/measure.ts";
import type { SizeLimits } from "../../../src/corpus/steps/size-limits.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { cites, corpusWorkspace, holds, into, patent, rowsOf } from "../invented-corpus.ts";

const keys = ["US1", "US2", "US3", "US4"];
const rows = [
  ...into(
    "patent",
    keys.map((key, at) => patent(key, `200${at}-01-01`)),
  ),
  ...into("patent_citation", [cites("US2", "US1"), cites("US3", "US1"), cites("US4", "US2")]),
  ...into("patent_holder", [holds("US1", "One Works"), holds("US2", "One Works"), holds("US3", "Two Works")]),
];
const exact: SizeLimits = { documents: 4, citations: 3, names: 2 };

describe("a corpus over a limit of the measures", () => {
  it("is refused before the first step, and one at the limit is measured", async () => {
    const dir = join(temporaryFolder(), "workspace");
    await corpusWorkspace(dir, rows);
    const workspace = await openWorkspace(dir, { mode: "write" });
    try {
      for (const what of ["documents", "citations", "names"] as const) {
        const limits = { ...exact, [what]: exact[what] - 1 };
        expect(await codeOf(measureWorkspace(workspace, { threads: 1, limits }))).toBe("LM_CORPUS_TOO_LARGE");
        expect(await rowsOf(workspace, "SELECT step FROM measured")).toEqual([]);
        expect(await rowsOf(workspace, "SELECT document FROM patent_document")).toEqual([]);
      }
      const done = await measureWorkspace(workspace, { threads: 1, limits: exact });
      expect(done.every(({ already }) => !already)).toBe(true);
    } finally {
      workspace.close();
    }
  });
});
