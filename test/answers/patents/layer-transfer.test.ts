import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TechnologyPatents, technologyPatentsSchema } from "../../../src/answers/patents/technology-patents-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { printView } from "../../../src/cli/print-view.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { technologyPatentsView } from "../../../src/report/patents/technology-patents.ts";
import { openBundled } from "../bundled-workspace.ts";

describe("the bundled patents of layer transfer", () => {
  let map: Levermap;
  let report: TechnologyPatents;
  beforeAll(async () => {
    map = await openBundled();
    report = await map.technologyPatents({ technology: "layer-transfer" });
  });
  afterAll(() => map.close());

  it("are held by those whom the documents print, with as many as one counts there", () => {
    expect(technologyPatentsSchema.parse(report)).toEqual(report);
    expect(report.coverage).toMatchObject({ documents: 75, withHolder: 74 });
    const documents = new Map(report.holders.map((line) => [line.name, line.documents]));
    const expected = {
      "Silicon Genesis": 24,
      CEA: 18,
      Soitec: 5,
      "Shin-Etsu Handotai": 3,
      "Massachusetts Institute of Technology": 4,
    };
    for (const [name, count] of Object.entries(expected)) expect([name, documents.get(name)]).toEqual([name, count]);
  });

  it("have shares of families with an interval, all-time and unexpired", () => {
    const held = report.shareBasis.units - report.shareBasis.withoutHolder;
    for (const { documents, units, shares } of report.holders) {
      expect(units).toBeLessThanOrEqual(documents);
      expect(shares.count.value).toBeLessThanOrEqual(units / held + 1e-12);
      expect(shares.count.value).toBeGreaterThanOrEqual(units / held / 4);
      for (const share of [shares.count, shares.countUnexpired]) {
        expect(share?.low).toBeLessThanOrEqual(share?.value ?? Number.NaN);
        expect(share?.high).toBeGreaterThanOrEqual(share?.value ?? Number.NaN);
      }
    }
  });

  it("give no share of weight: too few citations by others, or all that is known in one hand", () => {
    for (const { shares } of report.holders) expect([shares.weight, shares.weightUnexpired]).toEqual([null, null]);
    expect(report.holders[0]).toMatchObject({ organisation: "silicon-genesis", citations: 11 });
    expect(report.evidence.limits.join(" ")).toMatch(/Shares of weight rest on 15 of 54 families/);
    expect(report.followUp).toMatchObject({ share: null, unknown: 55 });
  });

  it("lapse year by year, lead through US 6103599, and say its generality", () => {
    const { years, unknown, notGranted } = report.expiry;
    expect(years.reduce((sum, { byEvent, byTerm }) => sum + byEvent + byTerm, 0) + unknown + notGranted).toBe(75);
    expect(years[0]).toMatchObject({ year: 2018, byTerm: 1 });
    expect(report.seed).toMatchObject({
      document: "US6103599",
      citedBy: 138,
      citedWithin: 74,
      generalityDocuments: 138,
      originality: null,
    });
    expect(report.seed?.generality).toBeGreaterThan(0.7);
    expect(report.mainPath[0]?.document).toBe("US6103599");
    expect(report.mainPath.length).toBeGreaterThan(3);
  });

  it("are laid out within the width of a page", () => {
    const text = printView(technologyPatentsView(report), { width: 120, style: new Style(false) }, { details: true });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
    for (const name of ["Silicon Genesis", "CEA", "Soitec", "Shin-Etsu", "Massachusetts Institute of Technology"])
      expect(text).toContain(name);
  });
});
