import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PatentCard } from "../../../src/answers/patents/patent-card.ts";
import { patentCardSchema } from "../../../src/answers/patents/patent-card.ts";
import { patentSearchSchema } from "../../../src/answers/patents/search/patent-search-report.ts";
import { create } from "../../../src/library/create.ts";
import { load } from "../../../src/library/load.ts";
import { measure } from "../../../src/library/measure.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { realData } from "../../sources/support.ts";
import { isLong } from "../../tiers.ts";
import { codeOf, errorOf, temporaryFolder } from "../../workspace/folder.ts";
import { openBundled } from "../bundled-workspace.ts";

/** What docs/method/patents.md says of US 6103599, whatever the data set it is read from. */
function expectReference(card: PatentCard): void {
  const [ever, within] = card.citations.disruption ?? [];
  expect(ever).toMatchObject({ windowDays: null, ni: 53, nj: 85 });
  expect(ever?.withoutNk).toBeCloseTo(-0.231884, 6);
  expect(within).toMatchObject({ windowDays: 1825, ni: 3, nj: 5, withoutNk: -0.25, open: false });
  expect(card.citations).toMatchObject({ citedBy: 138, citingLoaded: 138, cites: 33, stated: 33, forward5y: 8 });
  expect(card.finding).toContain("-0.232");
  expect(card.citations.disruption?.[1]).toMatchObject({ windowDays: 1825, withoutNk: -0.25 });
  expect(card.evidence.limits.join(" ")).toMatch(/33 patent references; 33 documents/);
  expect(card.evidence.limits.join(" ")).toMatch(/come from searches.*n_k is incomplete/);
}

describe("a patent of the bundled data", () => {
  let map: Levermap;
  let card: PatentCard;
  beforeAll(async () => {
    map = await openBundled();
    card = await map.patent({ number: "US6103599" });
  });
  afterAll(() => map.close());

  it("has the disruption of the method, and says what it rests on", () => {
    expect(patentCardSchema.parse(card)).toEqual(card);
    expectReference(card);
  });

  it("has its generality with the number of classified documents, and no originality without classes", () => {
    expect(card.citations.generality).toMatchObject({ classified: 138, of: 138 });
    const { raw, value } = card.citations.generality ?? {};
    expect(value).toBeCloseTo(((raw ?? 0) * 138) / 137, 12);
    expect(card.citations.originality).toEqual({ value: null, raw: null, classified: 0, of: 33 });
    expect(card.evidence.limits.join(" ")).toContain("Originality is unknown");
  });

  it("has the facts of the record with the rules that linked them", () => {
    expect(card).toMatchObject({
      loaded: true,
      office: "US",
      type: "utility",
      granted: true,
      day: "2000-08-15",
      application: "US09089931",
    });
    expect(card.holders).toMatchObject([
      { role: "assignee", printed: "Silicon Genesis Corporation", organisation: "silicon-genesis", rule: expect.any(String) },
    ]);
    expect(card.technologies.find(({ technology }) => technology === "layer-transfer")?.rules).toContain("layer-transfer");
    expect(card.citations.citingByYear.reduce((sum, { documents }) => sum + documents, 0)).toBe(138);
    expect(card.records).toMatchObject([{ file: expect.stringContaining("patents.csv"), record: expect.any(Number) }]);
    expect(card.evidence.loads).toMatchObject([{ source: "atlas" }]);
    expect(card.text).toBeNull();
  });

  it("is out of force after its term, in force by chance before, and not yet granted earlier", async () => {
    expect(card.inForce).toMatchObject({ low: 0, high: 0, basis: "term", termEnd: "2018-06-03" });
    for (const [asOf, expected] of [
      ["2010-08-15", { basis: "survival" }],
      ["1999-01-01", { low: 0, high: 0, basis: "not-granted" }],
    ] as const) {
      const then = await openBundled(asOf);
      const { inForce, evidence } = await then.patent({ number: "US6103599" });
      then.close();
      expect(inForce).toMatchObject({ asOf, ...expected });
      if (expected.basis !== "survival") continue;
      expect(inForce?.low).toBeLessThanOrEqual(inForce?.high ?? 0);
      expect(evidence.documents.map(({ id }) => id)).toContain("r-maintenance-2009");
    }
  });

  it("is found however its number is written", async () => {
    for (const number of ["6103599", "6,103,599", "US 6,103,599 A", "us-6103599-a", "US6103599A", "09/089,931"])
      expect((await map.patent({ number })).document).toBe("US6103599");
  });

  it("that is only cited says so and shows no disruption", async () => {
    const cited = await map.patent({ number: "US6013563" });
    expect(cited).toMatchObject({ loaded: false, title: null, granted: null, inForce: null, citations: { citedBy: 78, disruption: null } });
    expect(cited.finding).toContain("Its own record is not loaded");
    expect(cited.citations.disruptionReason).toContain("not loaded");
    expect(cited.citations.originality).toBeNull();
  });

  it("that is not there is unknown, with what may have been meant", async () => {
    const error = await errorOf(map.patent({ number: "US610359" }));
    expect(error?.code).toBe("LM_PATENT_UNKNOWN");
    expect(error?.message).toContain("US6103599");
    for (const number of ["US1", "nothing", "US'; DROP TABLE patent; --"])
      expect(await codeOf(map.patent({ number }))).toBe("LM_PATENT_UNKNOWN");
  });
});

describe("a search of the bundled data", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await openBundled();
  });
  afterAll(() => map.close());

  it("finds titles with all words, the most cited first", async () => {
    const answer = await map.searchPatents({ words: "layer TRANSFER", top: 5 });
    expect(patentSearchSchema.parse(answer)).toEqual(answer);
    expect(answer.words).toEqual(["layer", "transfer"]);
    expect(answer.total).toBeGreaterThan(answer.found.length);
    expect(answer.found).toHaveLength(5);
    for (const { title, inTitle } of answer.found) {
      expect(inTitle).toBe(2);
      expect(title?.toLowerCase()).toMatch(/\blayer.*\btransfer|\btransfer.*\blayer/);
    }
    expect(answer.evidence).toMatchObject({ grade: "derived", documents: [{ id: "p-uspto-patents" }] });
    const cited = answer.found.map(({ citedBy }) => citedBy ?? 0);
    expect(cited).toEqual([...cited].sort((a, b) => b - a));
  });

  it("finds words of title and holder together", async () => {
    const { found } = await map.searchPatents({ words: "silicon genesis planarizing" });
    expect(found.map(({ document }) => document)).toContain("US6103599");
    for (const { holders } of found) expect(holders).toContainEqual({ holder: "silicon-genesis", name: "Silicon Genesis" });
  });

  it("takes nothing that the user writes as a pattern", async () => {
    for (const words of ["lay_r", '"laye."', "l%r", "[a-z]", "'; DROP TABLE patent; --", "document:\"US1' OR '1'='1\""]) {
      expect((await map.searchPatents({ words })).total).toBe(0);
    }
    expect(await codeOf(map.searchPatents({ words: "' OR 1=1 --a" }))).toBe("LM_SEARCH_INVALID");
    const layer = await map.searchPatents({ words: "layer" });
    expect((await map.searchPatents({ words: "layer." })).total).toBe(layer.total);
    expect(await codeOf(map.searchPatents({ words: " % _ " }))).toBe("LM_USAGE");
    expect(await codeOf(map.searchPatents({ words: "x".repeat(20_000) }))).toBe("LM_USAGE");
    expect((await map.searchPatents({ words: "layer, transfer;" })).total).toBe(
      (await map.searchPatents({ words: "layer transfer" })).total,
    );
    const many = Array.from({ length: 61 }, (_, i) => `w${i}`).join(" ");
    expect(await codeOf(map.searchPatents({ words: many }))).toBe("LM_SEARCH_INVALID");
  });
});

const citations = realData("patents/uspto-citations");

describe.skipIf(citations.absent)(`US 6103599 on ${citations.path}`, () => {
  it.runIf(isLong)("has the values of the method", async () => {
    const dir = join(temporaryFolder(), "workspace");
    await create(dir, { atlas: join(import.meta.dirname, "../../fixtures/atlas") });
    await load(dir, "uspto-citations", [citations.path]);
    await measure(dir, { threads: 1 });
    const map = await open(dir, { asOf: "2026-11-25" });
    try {
      expectReference(await map.patent({ number: "US6103599" }));
    } finally {
      map.close();
    }
  });
});
