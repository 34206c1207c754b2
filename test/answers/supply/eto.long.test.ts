import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { bundledCopy } from "../bundled-workspace.ts";

const data = process.env.LEVERMAP_TEST_DATA ?? join(import.meta.dirname, "../../../../shared/data");
const edition = join(data, "supply/eto-2026-08");
const here = existsSync(edition);
if (!here) console.warn(`ETO answers are not checked: ${edition} is not here; set LEVERMAP_TEST_DATA.`);

describe.skipIf(!here)("answers from ETO alone", () => {
  const _folder = temporaryFolder();

  it("list technologies without any share as unknown and name the sole holders", async () => {
    const dir = await bundledCopy();
    await load(dir, "eto", [edition]);
    const levermap = await open(dir, { asOf: "2026-10-01" });
    try {
      const { unknown, ranked, unplaced, total } = await levermap.chokepoints({ source: "eto", top: 200 });
      expect(unknown).toHaveLength(33);
      expect(ranked).toHaveLength(total);
      const top = (id: string) => ranked.find(({ technology }) => technology === id)?.top;
      expect(top("euv-lithography")).toMatchObject({ economy: "NL", share: 1 });
      expect(top("arf-immersion-lithography")).toMatchObject({ economy: "NL", share: 0.993 });
      expect(top("coater-developer")).toMatchObject({ economy: "JP", share: 0.952 });
      expect(top("defect-inspection")).toMatchObject({ economy: "US", share: 0.919 });
      // 37 with lithography, a family that gives way to its varieties.
      expect([...ranked, ...unplaced].filter((entry) => (entry.top?.share ?? 0) >= 0.8)).toHaveLength(36);
      const family = (await levermap.map({})).nodes.find(({ id }) => id === "lithography")!;
      expect(family.economies[0]).toMatchObject({ economy: "NL", share: 0.815 });
    } finally {
      levermap.close();
    }
  });
});
