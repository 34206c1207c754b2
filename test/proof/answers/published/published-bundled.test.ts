import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishedRows } from "../../../../src/answers/scenario/compare/published-models.ts";
import type { Levermap } from "../../../../src/library/open.ts";
import { type PublishedReport, publishedReportSchema } from "../../../../src/proof/answers/proof-questions.ts";
import { openBundled } from "../../../answers/bundled-workspace.ts";

let map: Levermap;
let all: PublishedReport;
beforeAll(async () => {
  map = await openBundled();
  all = await map.published({ draws: 50 });
});
afterAll(() => map.close());

const of = (id: string) => all.figures.find((figure) => figure.id === id)!;

describe("what others published, beside ours", () => {
  it("is every figure of the table, each with ours or the reason why there is none", () => {
    expect(publishedReportSchema.parse(all)).toEqual(all);
    expect(all.figures.map(({ id }) => id).sort()).toEqual(
      publishedRows()
        .map(({ id }) => id)
        .sort(),
    );
    for (const { id, ours, reason, stands, why } of all.figures) {
      expect([ours === null, stands === null], id).toEqual([reason !== null, reason !== null]);
      expect(why.length, id).toBeGreaterThan(30);
      expect(reason ?? "", id).not.toMatch(/not told apart in the scenario|withholds nothing/);
    }
  });

  it("is counted, each once", () => {
    const { below, overlaps, above, none } = all.counts;
    expect(below + overlaps + above + none).toBe(all.figures.length);
    expect(all.figures.filter(({ ours }) => ours === null)).toHaveLength(none);
  });

  it("has a number of ours for who a scenario tells apart", () => {
    const told = ["usgs-gallium", "usgs-germanium", "usgs-both", "bloomberg-war-us", "bloomberg-war-cn", "bloomberg-war-tw", "haines-tsmc"];
    for (const id of [...told, "imf-ree-us", "itif-sales", "sufe-chips"]) expect(of(id).ours?.interval[1], id).toBeGreaterThan(0);
  });

  it("has none where a price, the value of shares or research is asked, or what was not known on the day", () => {
    for (const { ours, quantity } of all.figures)
      if (/price|research|market value/.test(quantity)) expect([quantity, ours]).toEqual([quantity, null]);
    expect(of("keri-30-kr").reason).toContain("(As known on 2019-07-04.)");
    expect(of("bloomberg-blockade-world").reason).toBe("The atlas has no GDP of the world that our figure could be set over.");
  });

  it("rests on the document of every figure", () => {
    const documents = new Set(all.evidence.documents.map(({ url }) => url));
    expect(all.figures.filter(({ source }) => !documents.has(source.url))).toEqual([]);
    expect(all.figures.every(({ theirs, ours }) => theirs.grade === "published" && (ours === null || ours.grade === "assumed"))).toBe(true);
  });

  it("is the same beside the scenario that is run alone", async () => {
    const report = await map.simulate({ id: "gallium-stop", draws: 50 });
    const alone = await map.published({ scenario: "gallium-stop", draws: 50 });
    expect(report.published).toEqual(all.figures.filter(({ scenario }) => scenario === "gallium-stop"));
    expect(alone.figures).toEqual(report.published);
    expect(report.evidence.documents.map(({ url }) => url)).toContain(report.published[0]!.source.url);
    expect((await map.simulate({ id: "helium-2026", draws: 5 })).published).toEqual([]);
    expect((await map.published({ scenario: "helium-2026", draws: 5 })).figures).toEqual([]);
    await expect(map.published({ scenario: "helium-2027" })).rejects.toMatchObject({ code: "LM_SCENARIO_UNKNOWN" });
  });
});
