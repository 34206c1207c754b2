import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { realData } from "../../sources/support.ts";
import { some } from "../../tiers.ts";
import { bundledCopy } from "../bundled-workspace.ts";

const editions = ["eto-2022-09", "eto-2026-08"].map((name) => realData(join("supply", name)));

describe.skipIf(editions.some(({ absent }) => absent))("one document of an older edition", () => {
  it("stands among the first twenty of a home only with its warning", async () => {
    const dir = await bundledCopy();
    for (const { path } of editions) await load(dir, "eto", [path]);
    const levermap = await open(dir, { asOf: "2026-11-25" });
    try {
      const { doubts } = await levermap.facts({});
      const thin = doubts.filter(({ check }) => check === "thin");
      expect(thin.length).toBeGreaterThan(0);
      const { economies } = await levermap.map({});
      for (const { id: home } of some(
        economies,
        economies.filter(({ id }) => ["CN", "MY"].includes(id)),
      )) {
        const { ranked } = await levermap.chokepoints({ home, top: 20 });
        for (const { technology, doubts: own } of ranked) {
          const listed = thin.some(({ about }) => about === technology);
          expect([home, technology, own.some((text) => text.startsWith("one document"))]).toEqual([home, technology, listed]);
        }
      }
    } finally {
      levermap.close();
    }
  });
});
