import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { citationOf, type EventSource } from "../../../src/answers/backtest/event-sources.ts";
import { dayOf } from "../../../src/base/days.ts";
import { realData } from "../../sources/support.ts";
import { declared, yamlFiles } from "../bundled-data.ts";

interface Reading {
  readonly date: unknown;
  readonly value: number | readonly [number, number];
}

interface Measured {
  readonly of: string;
  readonly what: string;
  readonly unit: string;
  readonly from?: Reading;
  readonly to?: Reading;
  readonly at?: Reading;
  readonly role: string;
  readonly predict?: Readonly<Record<string, string>>;
  readonly source: EventSource;
  readonly note?: string;
}

interface Event {
  readonly id: string;
  readonly announced?: string;
  readonly date: string;
  readonly kind: string;
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  readonly technologies: readonly string[];
  readonly note?: string;
  readonly what: string;
  readonly measured: readonly Measured[];
}

const events = yamlFiles("events").flatMap(([, list]) => list as readonly Event[]);
const outputs = ["imports", "exports", "import_share", "output", "plant_capacity", "market_share", "sales_lost", "months_to_full"];

describe.each(events.map((event) => [event.id, event] as const))("event %s", (_, event) => {
  test("says when, what kind, and of which technologies", () => {
    expect(["licence", "denial", "ban", "outage"]).toContain(event.kind);
    expect(dayOf(event.date)).not.toBeNull();
    if (event.announced !== undefined) expect(dayOf(event.announced)).toBeLessThanOrEqual(dayOf(event.date)!);
    expect(event.technologies.filter((id) => !declared.technologies.has(id))).toEqual([]);
    expect([event.senders.length > 0, event.targets.length > 0, event.measured.length > 0]).toEqual([true, true, true]);
  });

  test("a measured row has two readings or one, a role and a public source", () => {
    for (const row of event.measured) {
      const readings = [row.from, row.to, row.at].filter((reading) => reading !== undefined);
      expect(row.at ? readings.length : row.from && row.to && readings.length, row.what).toBe(row.at ? 1 : 2);
      for (const { date } of readings) expect(String(date)).toMatch(/^\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?$/);
      expect(["input", "output", "outside"]).toContain(row.role);
      expect(row.predict !== undefined, row.what).toBe(row.role === "output");
      if (row.predict)
        expect([outputs.includes(row.predict.output!), ["ratio", "change", "level"].includes(row.predict.as!)]).toEqual([true, true]);
      expect(citationOf(row.source), row.what).toMatch(/https?:\/\/|Reuters/);
      expect(citationOf(row.source)).not.toMatch(/^[\w-]+\/[\w-]+\.csv$/);
    }
  });
});

const shocks = realData("supply/shocks.yaml");
if (shocks.absent) console.warn("Events are not compared: supply/shocks.yaml is not here; set LEVERMAP_TEST_DATA.");

describe.skipIf(shocks.absent)("events that the folder of real data has too", () => {
  const facts = ({ announced, date, kind, senders, targets, technologies, measured }: Event) => ({
    ...{ announced, date, kind, senders, targets, technologies },
    measured: measured.map(({ of, unit, from, to, at, role, predict }) => ({ of, unit, from, to, at, role, predict })),
  });

  test("have the same figures, in other words", () => {
    const theirs = parse(readFileSync(shocks.path, "utf8")) as readonly Event[];
    expect(theirs.length).toBeGreaterThan(0);
    const texts = (event: Event) =>
      [event.what, event.note, ...event.measured.map(({ note }) => note)].filter((text) => text && /[a-z]{4}/.test(text));
    for (const event of theirs) {
      const ours = events.find(({ id }) => id === event.id);
      expect(ours && facts(ours), event.id).toEqual(facts(event));
      expect(texts(ours!).filter((text) => texts(event).includes(text))).toEqual([]);
    }
  });
});
