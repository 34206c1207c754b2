import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PriorArtBlock, priorArtBlocks, type RefusedApplication } from "../../../src/measure/patents/prior-art-blocks.ts";
import { runs } from "../../leverage/worlds.ts";

const block = (application: string, cited: string | null, examiner: number | null = 1, office = "KR"): PriorArtBlock => ({
  application,
  office,
  cited,
  examiner,
});
const known = new Map<string, RefusedApplication>([
  ["A1", { holders: ["lam", "ibm"], classes: ["H01L", "C23C"], year: 2021 }],
  ["A2", { holders: ["wonik"], classes: [], year: null }],
]);
const owners: Readonly<Record<string, readonly string[]>> = { D1: ["samsung"], D2: ["lam", "tel"] };
const holdersOf = (document: string): readonly string[] => owners[document] ?? [];

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const cases = fc.record({
  blocks: fc.array(
    fc.record({
      application: fc.constantFrom("A1", "A2", "A3", "A4"),
      office: fc.constantFrom("KR", "US"),
      cited: fc.constantFrom("D1", "D2", "D3", null),
      examiner: fc.constantFrom(1, 0, null),
    }),
  ),
  applications: fc
    .array(fc.record({ holders: some(["h", "i", "j"]), classes: some(["H01L", "G03F"]), year: fc.constantFrom(2001, null) }), {
      minLength: 3,
      maxLength: 3,
    })
    .map((list) => new Map(list.map((each, i) => [`A${i + 1}`, each]))),
});

describe("prior-art blocks", () => {
  it("counts who was refused over whose documents, with what is known of them", () => {
    const blocks = [
      block("A1", "D1"),
      block("A1", "D2"),
      block("A1", "D2"),
      block("A1", null),
      block("A2", "D2"),
      block("A2", "D3"),
      block("A2", "D1", 0),
    ];
    const found = priorArtBlocks(blocks, known, holdersOf);
    expect(found).toMatchObject({ applications: 2, documents: 4, literature: 1 });
    expect(found.coverage).toEqual({
      applicationsWithHolder: 2,
      documentsWithHolder: 3,
      both: 3,
      distinctDocuments: 3,
      distinctDocumentsWithHolder: 2,
    });
    expect(found.byOffice).toEqual([{ key: "KR", applications: 2, documents: 4, withHolder: 3 }]);
    expect(found.byClass).toEqual([
      { key: "C23C", applications: 0.5, documents: 1, withHolder: 1 },
      { key: "H01L", applications: 0.5, documents: 1, withHolder: 1 },
      { key: null, applications: 1, documents: 2, withHolder: 1 },
    ]);
    expect(found.byYear.map(({ key, documents }) => [key, documents])).toEqual([
      ["2021", 2],
      [null, 2],
    ]);
    expect(found.pairs.map(({ refused, over, documents }) => [refused, over, documents])).toEqual([
      ["ibm", "samsung", 0.5],
      ["lam", "samsung", 0.5],
      ["wonik", "lam", 0.5],
      ["wonik", "tel", 0.5],
      ["ibm", "lam", 0.25],
      ["ibm", "tel", 0.25],
      ["lam", "lam", 0.25],
      ["lam", "tel", 0.25],
    ]);
  });

  it("counts applications that were refused over papers alone", () => {
    const found = priorArtBlocks([block("A1", null), block("A1", null), block("A2", "D1")], known, holdersOf);
    expect(found).toMatchObject({ applications: 2, documents: 1, literature: 2 });
    expect(found.byOffice).toEqual([{ key: "KR", applications: 2, documents: 1, withHolder: 1 }]);
    expect(found.byYear).toEqual([
      { key: "2021", applications: 1, documents: 0, withHolder: 0 },
      { key: null, applications: 1, documents: 1, withHolder: 1 },
    ]);
    expect(found.pairs).toHaveLength(1);
  });

  it("every way to count adds up to the same pairs, whatever is unknown", () => {
    fc.assert(
      fc.property(cases, ({ blocks, applications }) => {
        const found = priorArtBlocks(blocks, applications, holdersOf);
        const distinct = new Set(
          blocks.flatMap(({ application, cited, examiner }) => (examiner === 1 && cited !== null ? [`${application} ${cited}`] : [])),
        );
        expect(found.documents).toBe(distinct.size);
        for (const counts of [found.byClass, found.byYear, found.byOffice]) {
          expect(counts.reduce((sum, { documents }) => sum + documents, 0)).toBeCloseTo(distinct.size, 9);
          if (counts !== found.byOffice)
            expect(counts.reduce((sum, { applications: own }) => sum + own, 0)).toBeCloseTo(found.applications, 9);
          expect(counts.reduce((sum, { withHolder }) => sum + withHolder, 0)).toBeCloseTo(found.coverage.documentsWithHolder, 9);
        }
        expect(found.pairs.reduce((sum, { documents }) => sum + documents, 0)).toBeCloseTo(found.coverage.both, 9);
        expect(found.coverage.both).toBeLessThanOrEqual(found.coverage.documentsWithHolder);
      }),
      runs(300),
    );
  });

  it("is empty, not an error, without refusals", () => {
    expect(priorArtBlocks([], known, holdersOf)).toMatchObject({ applications: 0, documents: 0, pairs: [], byYear: [] });
  });
});
