import { describe, expect, test } from "vitest";
import { baseRates } from "../../../../src/measure/patents/base-rates.ts";
import { litigation } from "../../../../src/sources/patents/beside/litigation.ts";
import { faults, folderOf, listening, readAll, realData } from "../../support.ts";
import { assignments, cases, notices, portal, proceedings } from "../tables/fixtures-patent-tables.ts";

describe("litigation", () => {
  test("a table of cases: forum, kind, outcome in its words, patents named", async () => {
    const { rows, rejects, of } = await readAll(litigation, [await folderOf({ "cases.csv": cases })]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects).toMatchObject([{ line: 6, reason: "filed is not a date" }]);
    expect(
      of("exclusion_case").map(({ id, forum, kind, jurisdiction, filed, decided, amount_usd }) => [
        id,
        forum,
        kind,
        jurisdiction,
        filed,
        decided,
        amount_usd,
      ]),
    ).toEqual([
      ["one_two", "ITC 337-TA-1", "itc", "US;GB", "2020-06-01", "2021-12", 1_500_000],
      ["three_four", "none", "licence", "KR", null, "2025-02", null],
      ["five_six", "PTAB IPR2025-00001", "review", "US", null, null, null],
      ["seven", "Shanghai High Court", "trade-secret", "CN", "2010", "2023-06-30", null],
    ]);
    expect(of("exclusion_case")[0]?.outcome).toBe("exclusion order, cease and desist");
    expect(of("exclusion_patent")).toEqual([{ case: "one_two", document: "US9499721" }]);
  });

  test("a notice that cannot be read is a reject of its own, not the end of the file", async () => {
    const text = notices.replace("https://example.org/1", `https://example.org/${"x".repeat(10_000)}`);
    const { rows, rejects } = await readAll(litigation, [await folderOf({ "notices.csv": text })]);
    expect(rejects).toMatchObject([
      { line: 2, reason: "url has 10020 characters" },
      { line: 8, reason: "complaint_filed is not a date" },
    ]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test("notices of the ITC: a final determination ends the latest open investigation of that product", async () => {
    const { effects, said } = listening();
    const { rows, rejects, of } = await readAll(litigation, [await folderOf({ "notices.csv": notices })], effects);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects).toMatchObject([{ line: 8, reason: "complaint_filed is not a date" }]);
    expect(said[0]).toContain("1 notices left out");
    expect(
      of("exclusion_case").map(({ id, plaintiff, filed, decided, outcome, note }) => [id, plaintiff, filed, decided, outcome, note]),
    ).toEqual([
      [
        "us-itc-2020-1",
        "One Co",
        "2019-12-01",
        "2022-05-15",
        "no violation",
        "instituted 2020-01-15; final notice 2022-5, joined by title",
      ],
      [
        "us-itc-2021-1",
        "Two Co",
        "2021-01-01",
        "2021-05-15",
        "violation",
        "instituted 2021-02-15; final notice 2021-5, joined by title; limited exclusion order; cease and desist order",
      ],
      ["us-itc-2022-6", null, null, "2022-06-15", "no violation", "institution not among the notices"],
    ]);
    expect(of("exclusion_patent").map(({ document }) => document)).toEqual(["US7000001", "USD700002", "US7000003"]);
    expect(of("exclusion_case").map(({ semiconductor }) => semiconductor)).toEqual(["wide", "strict", "none"]);
  });

  test("assignments: transfers of patents, other records as such, applications left out", async () => {
    const { effects, said } = listening();
    const { rows, of } = await readAll(litigation, [await folderOf({ "a.csv": assignments })], effects);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(said[0]).toContain("1 records left out");
    expect(of("patent_event")).toEqual([
      {
        document: "US7000001",
        kind: "transferred",
        code: "23",
        date: "2018-01-30",
        note: "ASSIGNMENT OF ASSIGNOR'S INTEREST: DOE, JANE to ONE, INC.; reel 1/2",
      },
      { document: "USD700002", kind: "other", code: "33", date: "2021-06-01", note: "CHANGE OF NAME: ONE INC to TWO INC; reel 1/3" },
      { document: "US7000001", kind: "other", code: null, date: null, note: "SECURITY AGREEMENT: ONE INC to BANK; reel 1/4" },
    ]);
    const deed = { document: "US7000001", date: "2018-01-30", conveyance: "ASSIGNMENT OF ASSIGNOR'S INTEREST", record: "reel 1/2" };
    expect(of("patent_transfer")).toEqual([
      { ...deed, role: "assignor", name: "DOE, JANE" },
      { ...deed, role: "assignee", name: "ONE, INC." },
    ]);
  });

  test("proceedings of the PTAB from an answer of either API, JSON lines and a table", async () => {
    const { rows, rejects, of } = await readAll(litigation, [await folderOf({ "ptab.json": JSON.stringify(proceedings) })]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects).toMatchObject([{ line: 4, reason: "see notice is not a US patent number" }]);
    const found = of("exclusion_case");
    expect(found.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["IPR2020-00001", "final written decision"],
      ["IPR2020-00002", "settled"],
      ["IPR2020-00003", "institution denied"],
    ]);
    expect(found[0]).toMatchObject({
      kind: "review",
      title: "IPR",
      plaintiff: "One Co",
      defendant: "Two Co",
      filed: "2020-01-02",
      decided: "2021-07-09",
    });
    expect(of("exclusion_patent").map(({ document }) => document)).toEqual(["US7000001", "USRE40000"]);
    const other = await readAll(litigation, [await folderOf({ "odp.json": JSON.stringify(portal) })]);
    expect(other.of("exclusion_case")).toMatchObject([
      { id: "PGR2025-00001", title: "PGR", plaintiff: "Petitioner", defendant: "Owner", filed: "2025-01-02", outcome: "instituted" },
    ]);
    const lines = await readAll(litigation, [await folderOf({ "p.jsonl": JSON.stringify(proceedings.results[0]) })]);
    expect(lines.of("exclusion_case")).toEqual(found.slice(0, 1));
    const table = Object.keys(proceedings.results[0]!).join(",");
    const csv = await readAll(litigation, [await folderOf({ "p.csv": `${table}\n${Object.values(proceedings.results[0]!).join(",")}\n` })]);
    expect(csv.of("exclusion_case")).toEqual(found.slice(0, 1));
  });
});

const facts = realData("facts/patent_cases.csv");
describe.skipIf(facts.absent)(`cases in ${facts.path}`, () => {
  test("47 cases, every one read", async () => {
    const { rows, rejects, of } = await readAll(litigation, [facts.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("exclusion_case")).toHaveLength(47);
    expect(of("exclusion_patent").map(({ document }) => document)).toEqual(["US9499721", "TWI317967", "US7183835"]);
  });
});

const exclusion = realData("patents/exclusion");
describe.skipIf(exclusion.absent)(`notices and assignments in ${exclusion.path}`, () => {
  test("195 institutions with 585 patents, 37 violations, 41 none; 1,558 records of patents", async () => {
    const { rows, rejects, of } = await readAll(litigation, [exclusion.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const found = of("exclusion_case");
    expect(found.filter(({ note }) => note?.startsWith("instituted "))).toHaveLength(195);
    const instituted = new Set(found.flatMap(({ id, note }) => (note?.startsWith("instituted ") ? [id] : [])));
    const asserted = of("exclusion_patent").filter((row) => instituted.has(row.case));
    expect([asserted.length, new Set(asserted.map(({ document }) => document)).size]).toEqual([659, 585]);
    expect(found.filter(({ outcome }) => outcome === "violation")).toHaveLength(37);
    expect(found.filter(({ outcome }) => outcome === "no violation")).toHaveLength(41);
    expect(found.filter(({ note }) => note?.includes("joined"))).toHaveLength(35);
    expect(of("patent_event")).toHaveLength(1558);
  });

  test("the part of final notices that find a violation, with its interval, is the bundled base rate", async () => {
    const { of } = await readAll(litigation, [exclusion.path]);
    const [itc, ...others] = baseRates(of("exclusion_case"), {
      holderKind: () => null,
      aboutChips: ({ semiconductor }) => semiconductor === "strict",
    });
    expect(others).toEqual([]);
    expect(itc).toMatchObject({ forum: "US ITC", outcomes: { won: 37, lost: 41 } });
    expect(itc?.rate).toBeCloseTo(0.474, 3);
    expect(itc?.chips).toMatchObject({ outcomes: { won: 1, lost: 2 }, rate: null, exact: null });
    expect(itc?.exact?.low).toBeLessThan(itc?.wilson?.low ?? 0);
    expect(itc?.exact?.high).toBeGreaterThan(itc?.wilson?.high ?? 1);
  });
});
