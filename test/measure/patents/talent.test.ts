import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InventorEntry, talent } from "../../../src/measure/patents/talent.ts";
import { runs } from "../../leverage/worlds.ts";

const entry = (person: string, day: number, economy: string | null, ...organisations: string[]): InventorEntry => ({
  person,
  day,
  economy,
  organisations,
});
const span = { after: 100, until: 200, dataFrom: 0 };

describe("talent", () => {
  it("tells active, entrants and movers by their latest economy", () => {
    const found = talent(
      [
        entry("old", 50, "US", "A"),
        entry("stayer", 90, "US", "A"),
        entry("stayer", 150, "US", "A"),
        entry("mover", 120, "US", "A"),
        entry("mover", 180, "CN", "B"),
        entry("joint", 110, "US", "A", "B"),
        entry("joint", 111, null, "B"),
        entry("late", 201, "US", "A"),
      ],
      span,
    );
    expect(found).toEqual({
      active: 3,
      entrants: 2,
      movers: 1,
      moversAmong: 2,
      organisationHhi: 4 / 9 + 1 / 9,
      coverage: 1,
      economies: [
        { economy: "US", active: 2, entrants: 1, movers: 0 },
        { economy: "CN", active: 1, entrants: 1, movers: 1 },
      ],
      economyHhi: 4 / 9 + 1 / 9,
    });
  });

  it("says nothing by economy where countries are not loaded, nor of entrants where the data begin in the span", () => {
    const found = talent([entry("a", 150, null, "A"), entry("b", 150, null), entry("c", 150, "US", "A")], { ...span, dataFrom: 101 });
    expect(found).toMatchObject({ active: 3, entrants: null, economies: null, economyHhi: null, organisationHhi: 1 });
    expect(found.coverage).toBeCloseTo(1 / 3, 12);
    expect(talent([], span)).toMatchObject({ active: 0, entrants: 0, coverage: null, economies: null, organisationHhi: null });
  });

  it("agrees with a look at each person", () => {
    const any = fc.record({
      person: fc.constantFrom("p", "q", "r", "s"),
      day: fc.integer({ min: 80, max: 210 }),
      economy: fc.constantFrom("US", "CN", "JP", null),
      organisations: fc.uniqueArray(fc.constantFrom("A", "B", "C"), { maxLength: 2 }),
    });
    const distinctDays = fc.uniqueArray(any, { maxLength: 25, selector: (one) => `${one.person}${one.day}` });
    fc.assert(
      fc.property(distinctDays, (entries) => {
        const found = talent(entries, span);
        const until = (person: string) => entries.filter((one) => one.person === person && one.day <= 200).sort((a, b) => a.day - b.day);
        const active = ["p", "q", "r", "s"].filter((person) => until(person).some((one) => one.day > 100));
        const inSpan = (person: string) => until(person).filter((one) => one.day > 100);
        const moved = active.filter((person) => {
          const placed = inSpan(person).filter((one) => one.organisations.length > 0);
          for (let i = 1; i < placed.length; i++) {
            if (
              new Set([...placed[i]!.organisations, ...placed[i - 1]!.organisations]).size ===
              placed[i]!.organisations.length + placed[i - 1]!.organisations.length
            )
              return true;
          }
          return false;
        });
        const economyOf = (person: string) => inSpan(person).reduce<string | null>((last, one) => one.economy ?? last, null);
        const known = active.filter((person) => economyOf(person) !== null);
        expect(found.active).toBe(active.length);
        expect(found.entrants).toBe(active.filter((person) => until(person).every((one) => one.day > 100)).length);
        expect(found.movers).toBe(moved.length);
        if (active.length === 0 || known.length / active.length < 0.5) expect(found.economies).toBeNull();
        else
          expect(found.economies!.map((one) => [one.economy, one.active])).toEqual(
            ["CN", "JP", "US"]
              .map((economy) => [economy, known.filter((person) => economyOf(person) === economy).length] as const)
              .filter(([, count]) => count > 0)
              .sort((a, b) => b[1] - a[1]),
          );
      }),
      runs(400),
    );
  });
});
