import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilingDocument, FilingLink } from "../../../src/measure/patents/invention-filings.ts";
import { inventions } from "../../../src/measure/patents/inventions.ts";
import { runs } from "../../leverage/worlds.ts";

const link = (relation: string, other: string, date: string | null = null): FilingLink => ({ relation, other, date });

const filed = (document: string, application: string | null, links: readonly FilingLink[] = [], more: Partial<FilingDocument> = {}) => ({
  document,
  family: null,
  application,
  office: document.slice(0, 2),
  type: null,
  links,
  ...more,
});

/** Families as lists of documents, and the rule of each document. */
const told = (documents: readonly FilingDocument[]) => {
  const found = inventions(documents);
  const units = new Map<string, string[]>();
  for (const { document, unit } of found) units.set(unit, [...(units.get(unit) ?? []), document]);
  return { families: [...units.values()], rules: Object.fromEntries(found.map(({ document, rule }) => [document, rule])) };
};

describe("inventions", () => {
  it("joins a grant and the publications of its application", () => {
    const { families, rules } = told([
      filed("US2010000001", "US12000001"),
      filed("US8000001", "US12000001"),
      filed("US8000002", "US12000002"),
    ]);
    expect(families).toEqual([["US2010000001", "US8000001"], ["US8000002"]]);
    expect(rules).toEqual({ US2010000001: "application", US8000001: "application", US8000002: "alone" });
  });

  it("joins equal sets of first filings, a first filing being its own", () => {
    const { families, rules } = told([
      filed("JP2008000001", "JP2007000001"),
      filed("US8000001", "US12000001", [link("priority", "JP2007000001")]),
      filed("EP2000001", "EP08000001", [link("priority", "JP2007000001")]),
      filed("KR101000001", "KR20080000001", [link("priority", "JP2007000001"), link("priority", "JP2007000002")]),
    ]);
    expect(families).toEqual([["JP2008000001", "US8000001", "EP2000001"], ["KR101000001"]]);
    expect(rules.US8000001).toBe("priorities");
  });

  it("does not join a document to the one priority of it that has another itself", () => {
    const { families } = told([
      filed("EP2000001", "EP08000001", [link("priority", "JP2007000001")]),
      filed("US8000001", "US12000001", [link("priority", "EP08000001")]),
    ]);
    expect(families).toHaveLength(2);
  });

  it("joins continuations and divisions with their parent whatever else they claim, a continuation in part with none", () => {
    const { families, rules } = told([
      filed("US8000001", "US12000001"),
      filed("US8000002", "US13000002", [link("continuation", "US12000001", "2008-01-01")]),
      filed("US8000003", "US13000003", [link("division", "US12000001", "2008-01-01"), link("priority", "JP2007000009")]),
      filed("US8000004", "US13000004", [link("continuation-in-part", "US12000001", "2008-01-01")]),
    ]);
    expect(families).toEqual([["US8000001", "US8000002", "US8000003"], ["US8000004"]]);
    expect(rules.US8000003).toBe("continuation");
  });

  it("joins children of a parent that is not loaded", () => {
    const of = (document: string, own: string) => filed(document, own, [link("continuation", "US12000001", "2008-01-01")]);
    expect(told([of("US8000002", "US13000002"), of("US8000003", "US13000003")]).families).toHaveLength(1);
  });

  it("follows a chain back to its start, not past a continuation in part", () => {
    const chain = (relation: string) => [
      filed("US7000001", "US09000001"),
      filed("US8000002", "US13000002", [link("continuation", "US11000001", "2005-01-01"), link(relation, "US09000001", "1999-01-01")]),
    ];
    expect(told(chain("ancestor")).families).toHaveLength(1);
    expect(told(chain("ancestor-in-part")).families).toHaveLength(2);
    // Its foreign counterpart claims the application that added content.
    const abroad = filed("EP3000001", "EP06000001", [link("priority", "US09000001"), link("priority", "US11000001")]);
    const whole = filed("US8000003", "US13000003", [
      link("continuation", "US11000001", "2005-01-01"),
      link("ancestor-in-part", "US09000001", "1999-01-01"),
      link("priority", "US09000001"),
    ]);
    expect(told([abroad, whole]).families).toHaveLength(1);
  });

  it("takes DOCDB's family where it is known, gives it to others of the application and never joins two of them", () => {
    const { families, rules } = told([
      filed("US2010000001", "US12000001", [], { family: "41" }),
      filed("US8000001", "US12000001"),
      filed("US8000002", "US13000002", [link("continuation", "US12000001", "2008-01-01")], { family: "42" }),
      filed("US8000003", "US13000003", [link("continuation", "US12000001", "2008-01-01")]),
    ]);
    expect(families).toEqual([["US2010000001", "US8000001", "US8000003"], ["US8000002"]]);
    expect(rules).toEqual({ US2010000001: "docdb", US8000001: "application", US8000002: "docdb", US8000003: "continuation" });
    expect(inventions([filed("US8000001", "US12000001"), filed("US2010000001", "US12000001", [], { family: "41" })])[0]!.unit).toBe("41");
  });

  it("tells grants from 10,000,000 on from applications of their digits", () => {
    const { families } = told([
      filed("US6900001", "US10123456"),
      filed("US10123456", "US15000001"),
      filed("US11000001", "US17000001", [
        link("continuation", "US15000001", "2016-01-01"),
        link("continuation", "US10123456", "2018-11-13"),
      ]),
    ]);
    expect(families).toEqual([["US6900001"], ["US10123456", "US11000001"]]);
  });

  it("keeps designs, plants and utility models of one number apart", () => {
    const { families } = told([
      filed("US8000001", null, [link("priority", "KR20070000001")]),
      filed("USD600001", null, [link("priority", "KR20070000001")], { type: "design" }),
      filed("KR101000001", "KR20070000009"),
      filed("KR200400001", "KR20070000009", [], { type: "utility-model" }),
    ]);
    expect(families).toHaveLength(4);
  });

  it("gives the families that a walk over all pairs gives, in any order of the documents", () => {
    const world = fc.array(
      fc.record({
        application: fc.constantFrom("US1", "US2", "US3", null),
        priorities: fc.uniqueArray(fc.constantFrom("JP1", "JP2", "US1"), { maxLength: 2 }),
        parent: fc.option(fc.constantFrom("US1", "US2", "US7", "US8"), { nil: null }),
      }),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(world, (drawn) => {
        const documents = drawn.map(({ application, priorities, parent }, i) =>
          filed(`US90${i}`, application, [
            ...priorities.map((other) => link("priority", other)),
            ...(parent === null ? [] : [link("continuation", parent, "2000-01-01")]),
          ]),
        );
        expect(partition(inventions(documents))).toEqual(partition(walked(documents)));
        expect(partition(inventions([...documents].reverse()))).toEqual(partition(walked(documents)));
      }),
      runs(300),
    );
  });
});

const partition = (found: readonly { readonly document: string; readonly unit: string }[]): readonly string[] => {
  const units = new Map<string, string[]>();
  for (const { document, unit } of found) units.set(unit, [...(units.get(unit) ?? []), document]);
  return [...units.values()].map((members) => members.sort().join()).sort();
};

/** The same by comparing all pairs: of one application, one continues the other, both continue one, or equal first filings. */
function walked(documents: readonly FilingDocument[]): readonly { readonly document: string; readonly unit: string }[] {
  const parents = ({ links }: FilingDocument): readonly string[] =>
    links.filter(({ relation }) => relation === "continuation").map(({ other }) => other);
  const claims = (one: FilingDocument): string | null => {
    const claimed = one.links.filter(({ relation }) => relation === "priority").map(({ other }) => other);
    if (parents(one).some((other) => documents.some(({ application }) => application === other))) return null;
    const set = claimed.length > 0 ? claimed : [parents(one)[0] ?? one.application ?? ""];
    return set[0] === "" ? null : [...new Set(set)].sort().join();
  };
  const near = (a: FilingDocument, b: FilingDocument): boolean =>
    (a.application !== null && a.application === b.application) ||
    parents(a).some((other) => other === b.application || parents(b).includes(other)) ||
    parents(b).some((other) => other === a.application) ||
    (claims(a) !== null && claims(a) === claims(b));
  return documents.map((one) => {
    const reached = new Set([one]);
    for (const at of reached) for (const next of documents) if (near(at, next)) reached.add(next);
    return { document: one.document, unit: [...reached].map(({ document }) => document).sort()[0]! };
  });
}
