import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TechnologyPatents, technologyPatentsSchema } from "../../../src/answers/patents/technology-patents-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { createRandom } from "../../../src/measure/random.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { isLong } from "../../tiers.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { openAsk } from "../open-ask.ts";
import { citations, type InventedPatent, patents, patentsWorkspace, statedReferences } from "./patents-workspace.ts";

/** Everything below is told from the invented rows by definition, without the code of the answers. */
const asOf = "2019-06-30";
let workspace: Workspace;
let ask: Ask;
let report: TechnologyPatents;

beforeAll(async () => {
  workspace = await patentsWorkspace(temporaryFolder());
  ask = openAsk(workspace, { asOf });
  report = await ask.technologyPatents({ technology: "bonding", top: 100 });
});
afterAll(() => workspace?.close());

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

const byDocument = new Map(patents.map((one) => [one.document, one]));
const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
const lastDay = Math.max(...patents.map(({ day }) => dayOf(day)));

/** Documents in order of their day, then of their key. */
const ordered = [...patents].sort((a, b) => (a.day + a.document < b.day + b.document ? -1 : 1));
/** Families in the order of their first document; a document without one stands alone. */
const units: readonly (readonly InventedPatent[])[] = [...grouped(ordered, ({ family, document }) => family ?? document).values()];
const holdersOf = (unit: readonly InventedPatent[]): readonly string[] => [...new Set(unit.flatMap(({ holders }) => holders))];

/** Term of 20 years from filing; of one without a day of filing nothing ends it. */
const termEnd = ({ filed }: InventedPatent): string | null =>
  filed === null ? null : `${Number(filed.slice(0, 4)) + 20}${filed.slice(4)}`;
/** 1 in force, 0 not, `null` unknown: no table of survival is loaded, and the events of one state tell nothing. */
function inForce(one: InventedPatent): number | null {
  if (one.lapsed !== null && one.lapsed <= asOf) return 0;
  const end = termEnd(one) ?? `${Number(one.day.slice(0, 4)) + 20}${one.day.slice(4)}`;
  if (end < asOf) return 0;
  return one.office === "US" ? 1 : null;
}

const citersOf = (document: string): readonly InventedPatent[] =>
  citations.filter(({ cited }) => cited === document).map(({ citing }) => byDocument.get(citing)!);
const open = ({ day }: InventedPatent): boolean => dayOf(day) + 1825 > lastDay;
const within = (one: InventedPatent): readonly InventedPatent[] =>
  citersOf(one.document).filter(({ day }) => dayOf(day) > dayOf(one.day) && dayOf(day) <= dayOf(one.day) + 1825);
const others = (one: InventedPatent): number =>
  within(one).filter(({ holders }) => !holders.some((holder) => one.holders.includes(holder))).length;

/** Citations by others over the mean of the year; `null` where the window is open or the year has under 20. */
function normalised(one: InventedPatent): number | null {
  if (open(one)) return null;
  const cohort = patents.filter((other) => other.day.slice(0, 4) === one.day.slice(0, 4) && !open(other));
  const mean = cohort.reduce((sum, other) => sum + within(other).length, 0) / cohort.length;
  if (cohort.length < 20 || mean === 0) return null;
  return others(one) / mean;
}

function weightOf(unit: readonly InventedPatent[]): number | null {
  const known = unit.flatMap((one) => normalised(one) ?? []);
  if (known.length === 0) return null;
  const marks = unit.flatMap(({ document }) =>
    citations.flatMap(({ cited, category }) => (cited === document && category ? [category] : [])),
  );
  const factor = marks.length === 0 ? 1 : 1 + marks.filter((mark) => mark !== "A").length / marks.length;
  return factor * known.reduce((sum, value) => sum + value, 0);
}

/** Highest of each office, summed; unknown offices are left out, and all unknown is unknown. */
function officesInForce(unit: readonly InventedPatent[]): number | null {
  const known = [...grouped(unit, ({ office }) => office).values()].flatMap((own) => {
    const values = own.flatMap((one) => inForce(one) ?? []);
    return values.length === 0 ? [] : [Math.max(...values)];
  });
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

const weighed = units.map((unit) => ({ holders: holdersOf(unit), weight: weightOf(unit), offices: officesInForce(unit) }));

/** A holder's part of the sum of a value over some families, joint holders in equal parts. */
function part(sample: readonly (typeof weighed)[number][], holder: string, value: (unit: (typeof weighed)[number]) => number): number {
  const total = sample.reduce((sum, unit) => sum + value(unit), 0);
  return sample.reduce((sum, unit) => sum + (unit.holders.includes(holder) ? value(unit) / unit.holders.length : 0), 0) / total;
}

/** The 95% interval by drawing families as the seed says. */
function interval(holder: string, value: (unit: (typeof weighed)[number]) => number): readonly [number, number] {
  const random = createRandom(6103599);
  const drawn = Array.from({ length: 1000 }, () => {
    const sample = Array.from({ length: weighed.length }, () => weighed[random.below(weighed.length)]!);
    random.uniform();
    return part(sample, holder, value);
  }).sort((a, b) => a - b);
  const quantile = (at: number): number => {
    const below = Math.floor(at * 999);
    return drawn[below]! + (at * 999 - below) * (drawn[below + 1]! - drawn[below]!);
  };
  return [quantile(0.025), quantile(0.975)];
}

const everyHolder = [...new Set(patents.flatMap(({ holders }) => holders))].sort();

describe("holders", () => {
  it("are all there with patents and families, most families first, ties by what they hold alone", () => {
    expect(report.holders.map(({ name }) => name).sort()).toEqual(everyHolder);
    expect(report.holdersTotal).toBe(everyHolder.length);
    for (const { name, documents, units: families } of report.holders) {
      expect(documents).toBe(patents.filter(({ holders }) => holders.includes(name)).length);
      expect(families).toBe(weighed.filter(({ holders }) => holders.includes(name)).length);
    }
    const order = report.holders.map(({ units: families, shares }) => families + shares.count.value / 2);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(report.coverage).toMatchObject({ documents: patents.length, units: units.length, references: citations.length });
  });

  it("have the share of families with the interval that the seed gives", () => {
    for (const { name, shares } of report.holders) {
      const [low, high] = interval(name, () => 1);
      expect(shares.count.value).toBeCloseTo(
        part(weighed, name, () => 1),
        12,
      );
      expect([shares.count.low, shares.count.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
      expect(low).toBeLessThan(high);
    }
  });

  it("have the share of blocking weight, or none where it rests on too few citations by others", () => {
    const weight = (unit: (typeof weighed)[number]): number => unit.weight ?? 0;
    let shown = 0;
    for (const { name, shares, citations: rests } of report.holders) {
      const own = units.filter((unit) => holdersOf(unit).includes(name));
      expect(rests).toBe(own.flat().reduce((sum, one) => sum + (normalised(one) === null ? 0 : others(one)), 0));
      expect(shares.weight === null).toBe(rests < 10);
      if (shares.weight === null) continue;
      shown += 1;
      const [low, high] = interval(name, weight);
      expect(shares.weight.value).toBeCloseTo(part(weighed, name, weight), 12);
      expect([shares.weight.low, shares.weight.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
      const alive = (unit: (typeof weighed)[number]): number => (unit.weight ?? 0) * (unit.offices ?? 0);
      expect(shares.weightUnexpired?.value).toBeCloseTo(part(weighed, name, alive), 12);
    }
    expect(shown).toBeGreaterThan(2);
    expect(report.shareBasis).toMatchObject({
      units: units.length,
      withoutHolder: 0,
      withoutWeight: weighed.filter((unit) => unit.weight === null).length,
      withoutStatus: weighed.filter(({ offices }) => offices === null).length,
      variant: "X and Y",
      level: 0.95,
    });
    expect(report.evidence.limits.join(" ")).toContain("Shares of weight rest on");
  });

  it("are the same figures however often one asks", async () => {
    expect(await openAsk(workspace, { asOf }).technologyPatents({ technology: "bonding", top: 100 })).toEqual(report);
    const few = await ask.technologyPatents({ technology: "bonding", top: 2 });
    expect(few.holders).toEqual(report.holders.slice(0, 2));
    expect(technologyPatentsSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});

describe("status", () => {
  it("counts those in force, and a lapse in one state ends no European patent", () => {
    const statuses = patents.map(inForce);
    const alive = statuses.filter((value) => value === 1).length;
    expect(report.inForce).toEqual({
      low: alive,
      high: alive,
      known: statuses.filter((value) => value !== null).length,
      unknown: statuses.filter((value) => value === null).length,
      notGranted: 0,
    });
    expect(patents.filter((one) => one.office === "EP" && inForce(one) === null).length).toBeGreaterThan(10);
  });

  it("gives the year of each lapse, by event or by term", () => {
    const years = new Map<number, { byEvent: number; byTerm: number; alive: number; statusUnknown: number }>();
    let unknown = 0;
    for (const one of patents) {
      const ended = one.lapsed !== null && one.lapsed <= asOf ? one.lapsed : null;
      const end = ended ?? termEnd(one);
      if (end === null) {
        unknown += 1;
        continue;
      }
      const year = Number(end.slice(0, 4));
      const row = years.get(year) ?? { byEvent: 0, byTerm: 0, alive: 0, statusUnknown: 0 };
      years.set(year, row);
      row[ended ? "byEvent" : "byTerm"] += 1;
      if (ended === null) row.alive += inForce(one) ?? 0;
      if (ended === null) row.statusUnknown += Number(inForce(one) === null);
    }
    expect(report.expiry).toMatchObject({ unknown, notGranted: 0 });
    expect(report.expiry.years.map(({ weight: _, weightUnknown: __, ...row }) => row)).toEqual(
      [...years]
        .sort(([a], [b]) => a - b)
        .map(([year, { alive, ...counts }]) => ({ year, ...counts, inForce: { low: alive, high: alive } })),
    );
    expect(unknown).toBeGreaterThan(0);
  });
});

/** Search paths of the citations, counted without logarithms: the heaviest of all, or those through a document. */
function pathsThrough(seed?: string): readonly string[] {
  const order = ordered.map(({ document }) => document);
  const edges = citations.map(({ citing, cited }) => [cited, citing] as const);
  const ahead = grouped(edges, ([from]) => from);
  const behind = grouped(edges, ([, to]) => to);
  const into = new Map<string, bigint>();
  const out = new Map<string, bigint>();
  for (const document of order) into.set(document, (behind.get(document) ?? []).reduce((sum, [from]) => sum + into.get(from)!, 0n) || 1n);
  for (const document of order.toReversed())
    out.set(document, (ahead.get(document) ?? []).reduce((sum, [, to]) => sum + out.get(to)!, 0n) || 1n);
  const count = (from: string, to: string): bigint => into.get(from)! * out.get(to)!;
  const reach = (documents: readonly string[], next: (document: string) => readonly (readonly [string, bigint])[]): Map<string, bigint> => {
    const best = new Map<string, bigint>();
    for (const document of documents) {
      const sums = next(document).map(([other, weight]) => best.get(other)! + weight);
      best.set(document, sums.sort((a, b) => (a < b ? 1 : -1))[0] ?? 0n);
    }
    return best;
  };
  const forth = (document: string) => (ahead.get(document) ?? []).map(([from, to]) => [to, count(from, to)] as const);
  const back = (document: string) => (behind.get(document) ?? []).map(([from, to]) => [from, count(from, to)] as const);
  const walk = (best: ReadonlyMap<string, bigint>, next: typeof forth, starts: readonly string[]): readonly string[] => {
    const found = new Set(starts);
    for (const document of found) {
      for (const [other, weight] of next(document)) if (best.get(other)! + weight === best.get(document)) found.add(other);
    }
    return [...found];
  };
  const forward = reach(order.toReversed(), forth);
  if (seed !== undefined) return [...new Set([...walk(forward, forth, [seed]), ...walk(reach(order, back), back, [seed])])].sort();
  const most = [...forward.values()].sort((a, b) => (a < b ? 1 : -1))[0];
  return [
    ...walk(
      forward,
      forth,
      order.filter((document) => forward.get(document) === most),
    ),
  ].sort();
}

describe("what others build on", () => {
  it("has the heaviest path of all citations, or that through the one asked for", async () => {
    expect(report.mainPath.map(({ document }) => document).sort()).toEqual(pathsThrough());
    const counts = report.mainPath.map(({ document }) => citersOf(document).length);
    const most = report.mainPath[counts.indexOf(Math.max(...counts))]!.document;
    expect(report.seed).toMatchObject({ document: most, citedWithin: Math.max(...counts), chosen: "most cited of the path" });
    for (const { document, leadsTo, holders, year } of report.mainPath) {
      for (const citing of leadsTo) expect(citations).toContainEqual(expect.objectContaining({ citing, cited: document }));
      expect(holders.toSorted()).toEqual(byDocument.get(document)?.holders.toSorted());
      expect(String(year)).toBe(byDocument.get(document)?.day.slice(0, 4));
    }
    const other = patents[40]!.document;
    const asked = await ask.technologyPatents({ technology: "bonding", seed: ` ${other.slice(0, 2)} ${other.slice(2)}` });
    expect(asked.seed).toMatchObject({ document: other, chosen: "asked for" });
    expect(asked.mainPath.map(({ document }) => document).sort()).toEqual(pathsThrough(other));
  });

  it("counts pairs and triples of holders that block one another by X and Y references", () => {
    const blocks = new Set<string>();
    for (const { citing, cited, category } of citations) {
      const [blocked, blockers] = [byDocument.get(citing)!.holders, byDocument.get(cited)!.holders];
      if ((category !== "X" && category !== "Y") || blockers.some((holder) => blocked.includes(holder))) continue;
      for (const a of blockers) for (const b of blocked) blocks.add(`${a}>${b}`);
    }
    const mutual = (a: string, b: string): boolean => blocks.has(`${a}>${b}`) && blocks.has(`${b}>${a}`);
    const pairs = everyHolder.flatMap((a, i) =>
      everyHolder
        .slice(i + 1)
        .filter((b) => mutual(a, b))
        .map((b) => [a, b] as const),
    );
    const triples = pairs.flatMap(([a, b]) => everyHolder.filter((c) => c > b && mutual(a, c) && mutual(b, c)).map((c) => [a, b, c]));
    expect(report.thickets).toMatchObject({ mutualPairs: pairs.length, triples: triples.length, variant: "X and Y" });
    expect(triples.length).toBeGreaterThan(0);
    for (const { name, triples: own } of report.holders) expect(own).toBe(triples.filter((triple) => triple.includes(name)).length);
  });

  it("knows no follow-up without texts, and says what it would rest on", () => {
    expect(report.followUp).toMatchObject({ followUps: 0, others: 0, unknown: units.length, share: null });
    for (const { followUp, originality, originalityReferences } of report.holders) {
      expect(followUp.share).toBeNull();
      expect(originality.mean).toBe(0);
      expect(originalityReferences).toBeGreaterThan(1);
    }
  });
});

/** Later documents that cite one alone, it and what it cites, or only what it cites; `days` after it at most. */
function disruptionOf(one: InventedPatent, days: number): number | null {
  const cited = (document: string): readonly string[] => citations.flatMap((pair) => (pair.citing === document ? [pair.cited] : []));
  const references = new Set(cited(one.document));
  const later = patents.filter(({ day }) => day > one.day && dayOf(day) <= dayOf(one.day) + days);
  const kinds = later.map(({ document }) => [cited(document).includes(one.document), cited(document).some((each) => references.has(each))]);
  const [alone, both, only] = [
    [true, false],
    [true, true],
    [false, true],
  ].map(([focal, shared]) => kinds.filter((kind) => kind[0] === focal && kind[1] === shared).length) as [number, number, number];
  return alone + both + only === 0 ? null : (alone - both) / (alone + both + only);
}

/** Without a stated number those loaded count as all; with one, repeated references count as the record counts them. */
const isWhole = ({ document }: InventedPatent): boolean => {
  const { stated, repeated } = statedReferences(document);
  const loaded = citations.filter(({ citing }) => citing === document).length + repeated;
  return stated === null ? loaded > 0 : loaded >= stated;
};

describe("disruption", () => {
  it.runIf(isLong)("is told wherever no reference is known to be missing, also where the record does not state their number", () => {
    const whole = patents.filter(isWhole);
    for (const [window, spread] of [
      [Number.POSITIVE_INFINITY, report.disruption.ever],
      [1825, report.disruption.fiveYears],
    ] as const) {
      const values = whole.flatMap((one) => disruptionOf(one, window) ?? []);
      expect(spread).toMatchObject({ documents: values.length, of: patents.length });
      expect(spread.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12);
    }
    expect(report.coverage.withReferences).toBe(whole.length);
    expect(whole.some(({ document }) => statedReferences(document).stated === null)).toBe(true);
    expect(whole.some(({ document }) => statedReferences(document).repeated > 0)).toBe(true);
    expect(whole.length).toBeLessThan(patents.length);
  });

  it("is told of a document on its card exactly where the spread has it", async () => {
    for (const one of patents.slice(20, 32))
      expect([one.document, (await ask.patent({ number: one.document })).citations.disruption !== null]).toEqual([
        one.document,
        isWhole(one),
      ]);
  });
});

describe("cases", () => {
  it("that a table and a notice tell of stand once, with what each knows", async () => {
    const itc = { id: "aster_birch", outcome: "violation", sameAs: [{ id: "us-itc-2015-00001", rule: "plaintiff and filing date" }] };
    expect(report.cases).toMatchObject([itc]);
    const { cases } = await ask.patent({ number: patents[0]!.document });
    expect(cases).toMatchObject([itc]);
    expect((await ask.patent({ number: patents[1]!.document })).cases).toEqual([]);
  });
});

describe("other questions", () => {
  it("keep to the families of one office", async () => {
    const { coverage, jurisdiction, inForce: status, expiry } = await ask.technologyPatents({ technology: "bonding", jurisdiction: "EP" });
    expect(jurisdiction).toBe("EP");
    expect(coverage.units).toBe(units.filter((unit) => unit.some(({ office }) => office === "EP")).length);
    const european = patents.filter(({ office }) => office === "EP");
    expect(status.known + status.unknown).toBe(european.length);
    expect(expiry.years.reduce((sum, { byEvent, byTerm }) => sum + byEvent + byTerm, expiry.unknown)).toBe(european.length);
  });

  it("have an answer where there is no patent", async () => {
    const none = await ask.technologyPatents({ technology: "unheard-of" });
    expect(none.finding).toMatch(/^No patent of Unheard-of is loaded, and no published count of its patents is known\./);
    expect(none).toMatchObject({ holders: [], publishedCounts: [], seed: null, mainPath: [], thickets: null, talent: null });
    expect(none.expiry.years).toEqual([]);
    expect(technologyPatentsSchema.parse(none)).toEqual(none);
  });

  it("are refused where they make no sense, whatever they hold", async () => {
    for (const technology of ["nothing", "bonding'; DROP TABLE patent; --", '"', "漢字"])
      expect(await codeOf(ask.technologyPatents({ technology }))).toBe("LM_TECHNOLOGY_UNKNOWN");
    for (const jurisdiction of ["USA", "", "u", "1A", "U'", "x".repeat(20_000)])
      expect(await codeOf(ask.technologyPatents({ technology: "bonding", jurisdiction }))).toBe("LM_USAGE");
    for (const seed of ["US1", "", "'; --", "x".repeat(20_000)])
      expect(await codeOf(ask.technologyPatents({ technology: "bonding", seed }))).toBe("LM_USAGE");
    expect((await ask.technologyPatents({ technology: "bonding" })).coverage.documents).toBe(patents.length);
  });
});
