import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseOwner, caseOwnerKind, distinctCases, type RecordedCase } from "../../../src/measure/patents/distinct-cases.ts";
import { runs } from "../../leverage/worlds.ts";

const record = (id: string, table: string, said: Partial<RecordedCase> = {}): RecordedCase => ({
  id,
  table,
  forum: "US ITC",
  kind: "itc",
  jurisdiction: "US",
  title: null,
  plaintiff: null,
  filed: null,
  decided: null,
  outcome: null,
  url: null,
  note: null,
  patents: [],
  ...said,
});

const rulesOf = (...cases: readonly RecordedCase[]) => distinctCases(cases).flatMap(({ others }) => others.map(({ rule }) => rule));

describe("distinct cases", () => {
  const notice = record("us-itc-2024-01000", "notices", {
    title: "Certain Widgets",
    plaintiff: "One Power Corporation of Springfield",
    filed: "2023-05-26",
    outcome: "instituted",
    note: "instituted 2024-01-02; final notice 2025-02222, joined by title",
    patents: ["US7000001"],
  });

  it.each([
    ["the investigation number", { forum: "ITC 337-TA-0123" }, { note: "337-TA-123" }, "investigation number"],
    ["the address of the first notice", { url: "https://www.federalregister.gov/d/2024-01000" }, {}, "notice"],
    ["the address of the last notice", { url: "https://www.federalregister.gov/documents/2025/02/03/2025-02222/x" }, {}, "notice"],
    ["a patent in a common year", { patents: ["US7000001"], decided: "2023" }, {}, "patent and year"],
    ["the title in a common year", { title: "certain widgets", filed: "2023-11" }, {}, "title and year"],
    ["plaintiff and day of filing", { plaintiff: "One Power", filed: "2023-05-26" }, {}, "plaintiff and filing date"],
  ] as const)("joins by %s", (_, said, noticeSaid, rule) => {
    expect(rulesOf(record("a", "cases", { forum: "ITC", ...said }), { ...notice, ...noticeSaid })).toEqual([rule]);
  });

  it.each([
    ["another investigation with the same patent", { forum: "ITC 337-TA-9", patents: ["US7000001"], filed: "2023" }, { note: "337-TA-8" }],
    ["the patent in other years", { patents: ["US7000001"], filed: "2019" }, {}],
    ["the title in another year", { title: "Certain Widgets", filed: "2020" }, {}],
    ["the plaintiff on another day", { plaintiff: "One Power", filed: "2023-05-27" }, {}],
    ["the plaintiff in the same month only", { plaintiff: "One Power", filed: "2023-05" }, {}],
    ["a plaintiff whose name only begins alike", { plaintiff: "One Pow", filed: "2023-05-26" }, {}],
    ["a court", { forum: "E.D. Tex.", patents: ["US7000001"], filed: "2023" }, {}],
    ["nothing known", {}, {}],
  ] as const)("keeps apart: %s", (_, said, noticeSaid) => {
    expect(rulesOf(record("a", "cases", { forum: "ITC", ...said }), { ...notice, ...noticeSaid })).toEqual([]);
  });

  it("takes two records of one table for two cases", () => {
    expect(rulesOf(notice, { ...notice, id: "us-itc-2024-01001" })).toEqual([]);
  });

  it("keeps the first record, with an outcome that is decided and the narrowest jurisdiction", () => {
    const own = record("a", "cases", {
      forum: "ITC",
      jurisdiction: "US;CN",
      outcome: "pending",
      url: "https://www.federalregister.gov/d/2024-01000",
    });
    const [joined, ...rest] = distinctCases([own, { ...notice, outcome: "no violation" }]);
    expect(rest).toEqual([]);
    expect(joined?.kept).toEqual({ ...own, outcome: "no violation", jurisdiction: "US", patents: notice.patents });
    expect(joined?.records.map(({ id }) => id)).toEqual(["a", notice.id]);
    expect(joined?.others).toEqual([{ id: notice.id, rule: "notice" }]);
    const several = distinctCases([{ ...own, forum: "ITC; Munich I", jurisdiction: "US;DE" }, notice]);
    expect(several[0]?.kept).toMatchObject({ jurisdiction: "US;DE", outcome: "pending" });
    const [disputed] = distinctCases([
      { ...own, outcome: "exclusion order" },
      { ...notice, outcome: "no violation" },
    ]);
    expect(disputed?.kept.outcome).toBe("mixed: exclusion order; no violation");
  });

  it("loses no record and joins none twice, whatever is given", () => {
    const drawn = fc.record({
      table: fc.constantFrom("a", "b", "c"),
      forum: fc.constantFrom("ITC", "US ITC", "ITC 337-TA-1", "E.D. Tex."),
      title: fc.constantFrom("x", "y", null),
      filed: fc.constantFrom("2020-01-01", "2020", null),
      plaintiff: fc.constantFrom("one", "one inc", null),
      patents: fc.subarray(["US1", "US2"]),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), (list) => {
        const cases = list.map((said, i) => record(String(i), said.table, said));
        const found = distinctCases(cases);
        const ids = found.flatMap(({ kept, others }) => [kept.id, ...others.map(({ id }) => id)]);
        expect([...ids].sort()).toEqual(cases.map(({ id }) => id).sort());
        for (const { kept, others } of found) {
          const tables = [kept.id, ...others.map(({ id }) => id)].map((id) => cases[Number(id)]!.table);
          expect(new Set(tables).size).toBe(tables.length);
        }
      }),
      runs(200),
    );
  });
});

describe("the owner of the patents", () => {
  it("is the defendant of a review and the plaintiff of any other case, marked or of unknown kind", () => {
    const parties = { plaintiff: "One (NPE)", defendant: "Two" };
    expect([caseOwner({ ...parties, kind: "suit" }), caseOwner({ ...parties, kind: "review" })]).toEqual(["One (NPE)", "Two"]);
    expect([caseOwnerKind({ ...parties, kind: "suit" }), caseOwnerKind({ ...parties, kind: "review" })]).toEqual([
      "assertion-entity",
      null,
    ]);
  });
});
