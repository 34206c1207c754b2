import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PatentCard } from "../../src/answers/patents/patent-card.ts";
import type { TechnologyPatents } from "../../src/answers/patents/technology-patents-report.ts";
import { type ExpiryYear, expiryColumns, lapsing, namedYears } from "../../web/src/patents/expiry-columns.ts";
import { expiryCsv, holdersCsv } from "../../web/src/patents/patent-csv.ts";
import { expirySummary, inForceWords, lifeWords, statusWords } from "../../web/src/patents/patent-words.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { littleKnown } from "./fixture-patents.ts";

const year = (at: number, facts: Partial<ExpiryYear> = {}): ExpiryYear => ({
  year: at,
  byEvent: 0,
  byTerm: 1,
  inForce: { low: 0, high: 0 },
  statusUnknown: 0,
  weight: 0,
  weightUnknown: 0,
  ...facts,
});

const patentsOf = (technology: string): Promise<TechnologyPatents> => fixtureAsk().technologyPatents({ technology });

describe("columns of expiry", () => {
  it("stand for every year between the first and the last, whatever lapses", () => {
    const years = fc.uniqueArray(fc.integer({ min: 1950, max: 2060 }), { maxLength: 20 });
    fc.assert(
      fc.property(years, (given) => {
        const columns = expiryColumns(given.map((at) => year(at)));
        const first = Math.min(...given);
        expect(columns.map((column) => column.year)).toEqual(columns.map((_, at) => first + at));
        expect(columns.filter((column) => lapsing(column) > 0).map((column) => column.year)).toEqual([...given].sort());
        if (given.length > 0) expect(columns.at(-1)?.year).toBe(Math.max(...given));
      }),
    );
  });

  it("are named by round years, few enough to be read", () => {
    const columns = (from: number, to: number) => expiryColumns([year(from), year(to)]);
    expect(namedYears(columns(2018, 2039), 8)).toEqual([2020, 2025, 2030, 2035]);
    expect(namedYears(columns(2026, 2028), 8)).toEqual([2026, 2027, 2028]);
    expect(namedYears([], 8)).toEqual([]);
    for (let last = 1951; last < 2060; last++) expect(namedYears(columns(1950, last), 8).length).toBeLessThanOrEqual(9);
  });
});

describe("words on patents", () => {
  it("tell what nobody knows apart from 0", () => {
    expect(inForceWords(year(2030))).toBe("0");
    expect(inForceWords(year(2030, { statusUnknown: 1 }))).toBe("unknown");
    expect(inForceWords(year(2030, { byTerm: 4, inForce: { low: 0.52, high: 3.14 }, statusUnknown: 1 }))).toBe("0.52 to 3.14, 1 unknown");

    expect(statusWords({ low: 0, high: 0, known: 0, unknown: 7, notGranted: 0 })).toBe("unknown of 7");
    expect(statusWords({ low: 0, high: 0, known: 3, unknown: 0, notGranted: 0 })).toBe("0 expected of 3 granted documents");
  });

  it("sum up when what lapses", () => {
    const years = [year(2024, { byEvent: 2 }), year(2026), year(2031)];
    expect(expirySummary({ years, unknown: 4, notGranted: 0 }, "2026-11-20")).toBe(
      "Terms of 5 documents end from 2024 to 2031, most in 2024 (3); 3 of them before 2026. Of 4 the end is unknown.",
    );
    expect(expirySummary({ years: [], unknown: 4, notGranted: 0 }, "2026-11-20")).toBe(
      "No end of a term is known. Of 4 the end is unknown.",
    );
  });

  it("say whether a document is in force and why", () => {
    const life = (facts: Partial<NonNullable<PatentCard["inForce"]>>): string =>
      lifeWords({ asOf: "2026-11-20", low: null, high: null, basis: "unknown", termEnd: null, adjustmentDays: null, ...facts });
    expect(lifeWords(null)).toMatch(/^unknown/);
    expect(life({})).toBe("unknown: nothing tells");
    expect(life({ low: 0, high: 0, basis: "term" })).toBe("no: its term is over");
    expect(life({ low: 1, high: 1, basis: "events" })).toMatch(/^yes: /);
    expect(life({ low: 0, high: 0.4, basis: "survival" })).toMatch(/^chance 0 to 40%: /);
  });
});

describe("patents as CSV", () => {
  it("leave unknown cells empty", async () => {
    const report = await patentsOf("technology-13");
    const [head, beta, solo] = holdersCsv(report)
      .split("\n")
      .map((line) => line.split(","));
    const column = (row: readonly string[] | undefined, name: string): string | undefined => row?.[head?.indexOf(name) ?? -1];
    expect([column(beta, "share"), column(beta, "share_low"), column(beta, "weight_share")]).toEqual(["0.5", "0.3", "0.6"]);
    expect([column(solo, "share_unexpired"), column(solo, "weight_share"), column(solo, "seat")]).toEqual(["", "", ""]);
    const rows = expiryCsv(report).trim().split("\n");
    expect(rows).toHaveLength(1 + report.expiry.years.length + 1);
    expect(rows.at(-1)).toBe("technology-13,2026-11-20,,2,,,,2");
    expect(
      expiryCsv(await patentsOf(littleKnown))
        .trim()
        .split("\n"),
    ).toHaveLength(2);
  });
});
