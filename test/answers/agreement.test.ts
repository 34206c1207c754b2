import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../workspace/folder.ts";
import { openBundled } from "./bundled-workspace.ts";

describe("answers on the bundled atlas", () => {
  const _folder = temporaryFolder();

  it("agree with one another on market sizes, scores and what does not apply", async () => {
    const levermap = await openBundled();
    try {
      const map = await levermap.map({ home: "KR" });
      const report = await levermap.chokepoints({ home: "KR", top: 1000 });
      const scored = new Map(
        [...report.ranked, ...report.finalProducts, ...report.unplaced].map((entry) => [entry.technology, entry.score]),
      );
      // A family that gave way to its varieties has the figure of one of them.
      const figures = new Set([...scored.values(), null].map((figure) => JSON.stringify(figure)));
      for (const { id, score } of map.nodes)
        if (scored.has(id)) expect(score).toEqual(scored.get(id));
        else expect(figures).toContain(JSON.stringify(score));
      expect(
        map.nodes
          .filter((node) => node.notApplicable !== null)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(report.notApplicable.map(({ technology }) => technology));
      const apart = [
        ...[...report.ranked, ...report.unplaced].map(({ technology }) => technology),
        ...report.unknown,
        ...report.notApplicable.map(({ technology }) => technology),
      ];
      expect(new Set(apart).size).toBe(apart.length);
      for (const id of ["dram", "hbm", "osat", "semiconductor-ip", "ai-accelerators", "nand"]) {
        const { marketSize } = await levermap.technology({ technology: id });
        const shown = map.nodes.find((node) => node.id === id)?.marketSize;
        expect(marketSize === null ? null : (marketSize.low + marketSize.high) / 2).toBe(shown);
      }
    } finally {
      levermap.close();
    }
  });
});
