import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSurvival, inForce, type LegalEvent, type LegalRecord, survivalFrom } from "../../../src/measure/patents/in-force.ts";
import { runs } from "../../leverage/worlds.ts";

const day = (text: string): number => Date.parse(text) / 86_400_000;

const record = (changes: Partial<LegalRecord> = {}): LegalRecord => ({
  office: "US",
  type: "utility",
  granted: 1,
  grantDay: day("2005-06-07"),
  filingDay: day("2003-01-15"),
  filedDay: changes.filingDay === undefined ? day("2003-01-15") : changes.filingDay,
  originalGrant: null,
  termDays: null,
  disclaimed: false,
  tiedEnd: null,
  events: [],
  eventsUntil: null,
  ...changes,
});

const us = [
  { office: "US", age: 0, since: "grant", low: 1, high: 1 },
  { office: "US", age: 4, since: "grant", low: 0.8, high: 0.9 },
  { office: "US", age: 8, since: "grant", low: 0.5, high: 0.6 },
  { office: "US", age: 12, since: "grant", low: 0.3, high: 0.4 },
] as const;
const table = createSurvival(us);
const status = (changes: Partial<LegalRecord>, on: string) => inForce(record(changes), day(on), table);

describe("inForce", () => {
  it("is 0 for what is not granted, not yet granted or past its term", () => {
    expect(status({ granted: 0 }, "2010-01-01")).toEqual({ q: { low: 0, high: 0 }, basis: "not-granted" });
    expect(status({}, "2005-06-06").basis).toBe("not-granted");
    expect(status({ eventsUntil: day("2030-01-01") }, "2023-01-15").basis).toBe("events");
    expect(status({ eventsUntil: day("2030-01-01") }, "2023-01-16")).toEqual({ q: { low: 0, high: 0 }, basis: "term" });
    expect(status({ termDays: 1, eventsUntil: day("2030-01-01") }, "2023-01-16").basis).toBe("events");
  });

  it("is unknown where the grant is, unless an event tells of it", () => {
    expect(status({ granted: null }, "2010-01-01")).toEqual({ q: null, basis: "unknown" });
    const events = [{ kind: "granted", day: day("2005-06-07") }];
    expect(status({ granted: null, events, eventsUntil: day("2026-01-01") }, "2010-01-01").basis).toBe("events");
  });

  it("ends with a lapse, from its day on, and lives again when reinstated", () => {
    const lapse = { kind: "lapsed", day: day("2013-06-07") };
    const again = { kind: "reinstated", day: day("2014-01-01") };
    expect(status({ events: [lapse], eventsUntil: day("2026-01-01") }, "2013-06-06").basis).toBe("events");
    expect(status({ events: [lapse] }, "2013-06-07").basis).toBe("ended");
    expect(status({ events: [again, lapse], eventsUntil: day("2026-01-01") }, "2014-01-01").basis).toBe("events");
    expect(status({ events: [again, { ...lapse, day: again.day }], eventsUntil: day("2026-01-01") }, "2014-01-01").basis).toBe("events");
    expect(status({ events: [{ kind: "revoked", day: null }] }, "2010-01-01")).toEqual({ q: null, basis: "unknown" });
  });

  it("is never assumed in force: without loaded events it is the survival of the office", () => {
    expect(status({}, "2009-07-01")).toEqual({ q: { low: 0.5, high: 0.9 }, basis: "survival" });
    expect(status({ office: "XX" }, "2010-01-01")).toEqual({ q: null, basis: "unknown" });
    expect(status({ grantDay: null }, "2010-01-01")).toEqual({ q: null, basis: "unknown" });
  });

  it("survives from the last day it is known to have lived", () => {
    const fee = { kind: "fee-paid", day: day("2013-06-07") };
    const { q } = status({ events: [{ kind: "fee-paid", day: day("2009-05-01") }] }, "2016-06-07");
    expect(q!.low).toBeCloseTo(0.3, 12);
    expect(q!.high).toBeCloseTo(0.6 / 0.8, 12);
    expect(status({ eventsUntil: day("2009-05-01") }, "2016-06-07").q).toEqual(q);
    expect(status({ events: [fee] }, "2013-06-07").q).toEqual({ low: 1, high: 1 });
  });

  it("ends twenty years after grant at the latest where filing is unknown", () => {
    expect(status({ filingDay: null }, "2025-06-07").basis).toBe("survival");
    expect(status({ filingDay: null }, "2025-06-08").basis).toBe("term");
  });

  it("is in force within its term where no fees are due, and unknown where survival is that of others", () => {
    expect(status({ type: "design" }, "2015-01-01")).toEqual({ q: { low: 1, high: 1 }, basis: "no-fees" });
    expect(status({ type: "design" }, "2019-06-08").basis).toBe("term");
    expect(status({ type: "plant" }, "2015-01-01").basis).toBe("no-fees");
    expect(status({ type: "design", office: "KR" }, "2015-01-01")).toEqual({ q: null, basis: "unknown" });
    expect(status({ type: "utility-model" }, "2010-01-01")).toEqual({ q: null, basis: "unknown" });
  });

  it("may have ended where a terminal disclaimer leaves open how much of an adjustment counts", () => {
    const disclaimed = { disclaimed: null, termDays: 100, eventsUntil: day("2030-01-01") };
    expect(status(disclaimed, "2023-01-15")).toEqual({ q: { low: 1, high: 1 }, basis: "events" });
    expect(status(disclaimed, "2023-01-16")).toEqual({ q: { low: 0, high: 1 }, basis: "term" });
    expect(status(disclaimed, "2023-04-26")).toEqual({ q: { low: 0, high: 0 }, basis: "term" });
  });

  it("agrees with a replay of the events day by day", () => {
    const kinds = ["granted", "fee-paid", "lapsed", "reinstated", "revoked", "opposed"];
    const event = fc.record({ kind: fc.constantFrom(...kinds), day: fc.integer({ min: 0, max: 40 }) });
    const replayed = (events: readonly LegalEvent[], on: number): boolean => {
      let alive = true;
      for (let now = 0; now <= on; now++) {
        const today = events.filter((one) => one.day === now).map((one) => one.kind);
        if (today.includes("reinstated")) alive = true;
        else if (today.includes("lapsed") || today.includes("revoked")) alive = false;
      }
      return alive;
    };
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (events, on) => {
        const found = inForce(record({ grantDay: 0, filingDay: -500, events, eventsUntil: 50 }), on, table);
        const expected = replayed(events, on) ? 1 : 0;
        expect(found.q).toEqual({ low: expected, high: expected });
      }),
      runs(400),
    );
  });
});

describe("survival", () => {
  it("is exact at the ages of the table, anywhere between them otherwise, down to 0 past the last", () => {
    const curve = table.get("US")!;
    expect(curve.at(4)).toEqual({ low: 0.8, high: 0.9 });
    expect(curve.at(5)).toEqual({ low: 0.5, high: 0.9 });
    expect(curve.at(13)).toEqual({ low: 0, high: 0.4 });
    expect(createSurvival(us.slice(1)).get("US")!.at(1)).toEqual({ low: 0.8, high: 1 });
  });

  it("bounds the conditional survival of every curve within the table", () => {
    const age = fc.double({ min: 0, max: 15, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), age, age, (places, a, b) => {
        const [known, now] = [Math.min(a, b), Math.max(a, b)];
        const steps = us.map((row, i) => ({ age: row.age, value: row.low + places[i]! * (row.high - row.low) }));
        const value = (at: number) => steps.findLast((step) => step.age <= at)!.value;
        const bounds = survivalFrom(table.get("US")!, known, now);
        expect(value(now) / value(known)).toBeGreaterThanOrEqual(bounds.low - 1e-12);
        expect(value(now) / value(known)).toBeLessThanOrEqual(bounds.high + 1e-12);
        expect(bounds.high).toBeLessThanOrEqual(1);
      }),
      runs(300),
    );
  });
});
