import { describe, expect, test } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { cells, declared, isAddress, isYear, yamlFiles } from "../bundled-data.ts";

interface Measure {
  readonly control?: string;
  readonly class?: string;
  readonly senders?: readonly string[];
  readonly targets?: readonly string[];
  readonly buyers?: readonly string[];
  readonly sellers?: readonly string[];
  readonly technologies?: readonly string[];
  readonly node?: number;
  readonly of?: Readonly<Record<string, string>>;
  readonly lost?: readonly [number, number];
  readonly repair?: readonly [number, number];
  readonly holders?: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly announced?: string;
  readonly from?: string;
  readonly easing?: readonly { readonly date: string; readonly left: number }[];
}

interface Scenario {
  readonly name: string;
  readonly about: string;
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly as_of?: string;
  readonly outsiders?: string;
  readonly measures: readonly Readonly<Record<string, Measure>>[];
}

const files = yamlFiles("scenarios") as readonly (readonly [string, Scenario])[];
const withheld = cells("atlas/withheld.csv");
const shares = cells("atlas/shares.csv");
const plants = cells("atlas/plants.csv");

const parties = new Set([...declared.economies, ...declared.organisations]);
const unknown = (ids: readonly string[] | undefined, known: ReadonlySet<string>): readonly string[] =>
  (ids ?? []).filter((id) => !known.has(id));
const measuresOf = ({ measures }: Scenario): readonly (readonly [string, Measure])[] => measures.flatMap((each) => Object.entries(each));

test("a document has its year in every table that names it", () => {
  const told = new Map<unknown, string>();
  for (const [, { sources }] of files) for (const { url, year } of sources) told.set(url, String(year));
  const documents = cells("atlas/sources.csv");
  for (const { url, year } of documents) if (url && year && !told.has(url)) told.set(url, year);
  expect(documents.filter(({ url, year }) => told.has(url) && year === "").map(({ id }) => id)).toEqual([]);
});

test("there are at least twelve ready scenarios, and no two of a name", () => {
  expect(files.length).toBeGreaterThanOrEqual(12);
  expect(new Set(files.map(([, { name }]) => name)).size).toBe(files.length);
});

describe.each(files)("%s", (_, scenario) => {
  test("says what it asks, and where its facts are from", () => {
    expect(scenario.name).toMatch(/\S/);
    expect(scenario.about.length).toBeGreaterThan(80);
    expect(scenario.sources.length).toBeGreaterThan(0);
    for (const { title, publisher, year, url } of scenario.sources) {
      expect(
        [title, publisher].filter((text) => typeof text !== "string" || text === ""),
        String(title),
      ).toEqual([]);
      expect([isYear(year), isAddress(url)], String(title)).toEqual([true, true]);
    }
  });

  test("names only what the atlas knows", () => {
    for (const [kind, measure] of measuresOf(scenario)) {
      expect(["withhold", "foundry", "refuse", "capacity", "patents"]).toContain(kind);
      expect(unknown(measure.technologies, declared.technologies)).toEqual([]);
      expect(unknown(measure.senders ?? measure.sellers, parties)).toEqual([]);
      expect(unknown(measure.targets ?? measure.buyers, new Set([...parties, "world"]))).toEqual([]);
      expect(unknown(measure.holders, declared.organisations)).toEqual([]);
      expect(unknown(measure.jurisdictions, declared.economies)).toEqual([]);
    }
  });

  test("a control is a citation of the atlas, of a sender, against a target", () => {
    for (const [, { control, senders = [], targets = [] }] of measuresOf(scenario)) {
      if (control === undefined) continue;
      const rows = withheld.filter(({ citation }) => citation === control);
      expect(rows.length, control).toBeGreaterThan(0);
      for (const { issuer, target } of rows) {
        expect(senders).toContain(issuer);
        expect(targets).toContain(target === "*" ? "world" : target);
      }
    }
  });

  test("a control begins for no technology before it takes effect", () => {
    for (const [, { control, from }] of measuresOf(scenario)) {
      const early = withheld.filter(
        ({ citation, effective }) => citation === control && from !== undefined && dayOf(from)! < dayOf(effective ?? "")!,
      );
      expect(early.map(({ id }) => id)).toEqual([]);
    }
  });

  test("a measure has what its kind needs", () => {
    for (const [kind, measure] of measuresOf(scenario)) {
      if (kind === "withhold") expect([measure.control ?? measure.technologies, measure.senders, measure.targets]).not.toContain(undefined);
      if (kind === "withhold" || kind === "foundry")
        expect(["licence", "presumption-of-denial", "ban", undefined]).toContain(measure.class);
      if (kind === "foundry") expect(measure.node).toBeGreaterThan(0);
      if (kind === "patents") expect([measure.holders, measure.jurisdictions, measure.technologies]).not.toContain(undefined);
    }
  });

  test("capacity is lost by somebody who has some", () => {
    for (const [kind, { of = {}, technologies = [], lost, repair }] of measuresOf(scenario)) {
      if (kind !== "capacity") continue;
      expect(Object.keys(of)).toHaveLength(1);
      for (const technology of technologies) {
        const plant = plants.find(({ id }) => id === of.plant);
        const holds = shares.some((row) => row.technology === technology && row.holder === (of.economy ?? of.organisation));
        expect(holds || plant?.technology === technology, technology).toBe(true);
      }
      expect([0 <= lost![0], lost![0] <= lost![1], lost![1] <= 1]).toEqual([true, true, true]);
      expect([0 <= repair![0], repair![0] <= repair![1]]).toEqual([true, true]);
    }
  });

  test("days are days, in their order", () => {
    if (scenario.as_of !== undefined) expect(dayOf(scenario.as_of), scenario.as_of).not.toBeNull();
    for (const [, { announced, from, control, easing = [] }] of measuresOf(scenario)) {
      const rows = withheld.filter(({ citation }) => citation === control);
      const first = from ?? rows.map(({ effective, published }) => effective || published || "").sort()[0] ?? "";
      expect(dayOf(first), first).not.toBeNull();
      if (announced !== undefined) expect(dayOf(announced)).toBeLessThanOrEqual(dayOf(first)!);
      for (const { date, left } of easing) {
        expect(dayOf(date)).toBeGreaterThan(dayOf(first)!);
        expect([left >= 0, left <= 1]).toEqual([true, true]);
      }
    }
  });
});
