import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DossierReport, dossierReportSchema } from "../../../src/answers/dossier/dossier-report.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { dossierView } from "../../../src/report/dossier/dossier.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const textsOf = ({ parts }: DossierReport): readonly string[] => parts.flatMap(({ sentences }) => sentences.map(({ text }) => text));
const part = ({ parts }: DossierReport, wanted: DossierReport["parts"][number]["part"]) =>
  parts.find((each) => each.part === wanted)?.sentences ?? [];

describe("a dossier", () => {
  it.each([
    ["CN", "US"],
    ["NL", "CN"],
    ["tsmc", "CN"],
    ["imec", undefined],
  ])(
    "of %s on %s is a page of sentences, none of them empty, twice or of nothing, each figure in its interval",
    async (home, against) => {
      const report = await map.dossier({ home, ...(against === undefined ? {} : { against }), seconds: 1 });
      expect(dossierReportSchema.parse(report)).toEqual(report);
      const texts = textsOf(report);
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) {
        expect(text).toMatch(/[.]$/);
        expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
      }
      for (const { sentences } of report.parts)
        for (const { interval, unit } of sentences) {
          if (interval === null) continue;
          expect(unit).not.toBeNull();
          expect(interval[0]).toBeLessThanOrEqual(interval[1] + 1e-9);
          expect(interval[1]).toBeLessThanOrEqual(interval[2] + 1e-9);
        }
      const known = new Set(report.evidence.documents.map(({ id }) => id));
      for (const { sentences } of report.parts)
        for (const { sources } of sentences) for (const id of sources) expect(known.has(id)).toBe(true);
      expect(report.parts.map(({ part: of }) => of)).toEqual(
        expect.arrayContaining(["weak-links", "held", "next", "filing", "clout", "unknown"]),
      );
      expect(report.parts.some(({ part: of }) => of === "replies")).toBe(against !== undefined);
      const view = dossierView(report);
      expect(view.blocks).toHaveLength(report.parts.length);
      expect(view.isPage).toBe(true);
    },
    600_000,
  );

  it("tells the figures that the answers it is made of tell", async () => {
    const report = await map.dossier({ home: "KR", against: "JP", seconds: 1 });
    const { ranked } = await map.chokepoints({ home: "KR", top: 1 });
    expect(part(report, "weak-links")[0]!.interval).toEqual(ranked[0]!.score);
    const { cells } = await map.leverage({ from: ["KR"], on: "JP" });
    const supply = part(report, "clout").find(({ text }) => text.startsWith("By supply"))!;
    expect(supply.interval).toEqual(cells[0]!.usd!.interval.map((bn) => 1000 * bn));
    expect(report.means).toMatchObject({ plan: "kr-memory", money: 800, assumed: true });
  }, 600_000);

  it("takes the money asked for, and refuses a side that is the home, or is none", async () => {
    await expect(map.dossier({ home: "NL", against: "EU" })).rejects.toMatchObject({ code: "LM_USAGE" });
    await expect(map.dossier({ home: "Xaland" })).rejects.toMatchObject({ code: "LM_ECONOMY_UNKNOWN" });
    await expect(map.dossier({ home: "NL", plan: "none-such" })).rejects.toMatchObject({ code: "LM_PLAN_UNKNOWN" });
    const poor = await map.dossier({ home: "NL", money: 0, seconds: 1 });
    expect(poor.means).toMatchObject({ money: 0, assumed: false });
    expect(poor.finding).toContain("nothing pays");
  }, 600_000);
});
