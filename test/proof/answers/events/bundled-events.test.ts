import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { dayOf } from "../../../../src/base/days.ts";
import { citationOf, type EventSource } from "../../../../src/proof/answers/events/event-sources.ts";
import { declared, yamlFiles } from "../../../answers/bundled-data.ts";
import { realData } from "../../../sources/support.ts";

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
  readonly act?: string;
  readonly place?: string;
  readonly note?: string;
  readonly what: string;
  readonly measured: readonly Measured[];
}

const events = yamlFiles("events").flatMap(([, list]) => list as readonly Event[]);
const outputs = ["imports", "exports", "import_share", "output", "plant_capacity", "market_share", "sales_lost", "months_to_full"];

/** What was stopped in an outage and is no technology of the atlas: repair and damage need no share of it. */
const lacking = ["hard-disk-drives", "image-sensors"];

describe.each(events.map((event) => [event.id, event] as const))("event %s", (_, event) => {
  test("says when, what kind, and of which technologies", () => {
    expect(["licence", "denial", "ban", "outage"]).toContain(event.kind);
    expect(dayOf(event.date)).not.toBeNull();
    if (event.announced !== undefined) expect(dayOf(event.announced)).toBeLessThanOrEqual(dayOf(event.date)!);
    expect(event.technologies.filter((id) => !declared.technologies.has(id) && !lacking.includes(id))).toEqual([]);
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

describe("acts", () => {
  test("of several events are the quake of 2011, the foundry rule and the metals of 2025", () => {
    const acts = new Map<string, string[]>();
    for (const { id, act } of events) if (act !== undefined) acts.set(act, [...(acts.get(act) ?? []), id].sort());
    expect([...acts.values()].sort()).toEqual([
      ["AIZU11", "BT11", "MIHO11", "NAKA11", "NAND11", "SHIRAKAWA11", "UTSU11"],
      ["HW20", "SMICHW20"],
      ["INP25", "W25"],
    ]);
    expect(events.filter(({ place }) => place !== undefined && !/^[A-Z]{2}$/.test(place))).toEqual([]);
  });
});

describe.each(["shocks.yaml", "shocks_2026.yaml"])("events that %s has too", (file) => {
  const shocks = realData(`supply/${file}`);
  if (shocks.absent) console.warn(`Events are not compared: supply/${file} is not here; set LEVERMAP_TEST_DATA.`);
  const facts = ({ announced, date, kind, senders, targets, technologies, measured }: Event) => ({
    ...{ announced, date, kind, senders, targets, technologies },
    measured: measured.map(({ of, unit, from, to, at, role, predict }) => ({ of, unit, from, to, at, role, predict })),
  });
  /** Dates are text in one file and bare in the other. */
  const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (key, each) => (key === "date" ? String(each) : each));
  const texts = (event: Event): readonly string[] =>
    [event.what, event.note, ...event.measured.flatMap(({ what, note }) => [what, note])].filter(
      (text): text is string => text !== undefined && /[a-z]{4}/.test(text),
    );

  test.skipIf(shocks.absent)("have the same figures, in other words", () => {
    const theirs = parse(readFileSync(shocks.path, "utf8")) as readonly Event[];
    expect(theirs.length).toBeGreaterThan(0);
    for (const event of theirs) {
      const ours = events.find(({ id }) => id === event.id);
      expect(ours && bare(facts(ours)), event.id).toEqual(bare(facts(event)));
      expect(texts(ours!).filter((text) => texts(event).includes(text))).toEqual([]);
    }
  });
});
