import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type DerivedRow, derivedTableNames } from "../../../src/base/derived-tables.ts";
import { quietEffects } from "../../../src/base/effects.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import { tableNames } from "../../../src/base/tables.ts";
import { isMeasured, measureWorkspace, stepNames } from "../../../src/corpus/steps/measure.ts";
import { measure } from "../../../src/library/measure.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import type { FakeRow } from "../../workspace/fake-source.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { mulberry32 } from "../../workspace/random.ts";
import { addRows, cites, corpusWorkspace, holds, into, patent, rowsOf, symbol, words } from "../invented-corpus.ts";

/** Documents of an invented office, some of them without a day, some only cited, some cited twice or by themselves. */
const random = mulberry32(20_261_125);
const below = (n: number): number => Math.floor(random() * n);
const n = 160;
const key = (i: number): string => `US${9000 + i}`;
const dates = Array.from({ length: n }, (_, i) => (i % 23 === 5 ? null : `${1990 + below(25)}-0${1 + below(9)}-1${below(9)}`));
const pairs = Array.from({ length: 900 }, () => [below(n - 10), below(n)] as const);
const subclasses = ["H01L", "H10D", "G03F", "C30B"];
const classesOf = Array.from({ length: n }, (_, i) =>
  i % 7 === 0 ? [] : [...new Set([subclasses[below(4)] ?? "", subclasses[below(4)] ?? ""])],
);
const vocabulary = ["wafer", "laser", "resist", "etch", "gate", "bond", "layer", "mask", "probe", "anneal", "plasma", "oxide"];
const abstractOf = (): string => Array.from({ length: 6 }, () => vocabulary[below(12)]).join(" ");

const rows: readonly FakeRow[] = [
  ...into(
    "patent",
    dates.slice(0, n - 10).flatMap((date, i) => [
      patent(key(i), date, { filed: date }),
      // An earlier publication of the same document, which is not the grant.
      ...(i % 10 === 0 && date !== null ? [patent(key(i), "1985-01-01", { kind: "A1", granted: 0 })] : []),
    ]),
  ),
  ...into(
    "patent_citation",
    pairs.map(([a, b]) => cites(key(a), key(b))),
  ),
  ...into(
    "patent_class",
    classesOf.flatMap((classes, i) => [
      ...classes.map((one, at) => symbol(key(i), `${one}${i % 3}1/02`, { position: at + 1 })),
      // Additional symbols do not count, nor does IPC beside CPC.
      ...(i % 5 === 0 ? [symbol(key(i), "B33Y10/00", { role: "additional" })] : []),
      ...(i % 6 === 0 ? [symbol(key(i), "A01B1/00", { scheme: "ipc", role: null })] : []),
    ]),
  ),
  ...into(
    "patent_text",
    Array.from({ length: n - 10 }, (_, i) => i).flatMap((i) => [
      words(key(i), "title", `Titel ${i}`, "de"),
      words(key(i), "title", `Title ${i}`),
      ...(i % 4 === 0 ? [] : [words(key(i), "abstract", abstractOf())]),
    ]),
  ),
  ...into("patent_holder", [
    holds(key(1), "Acme Widgets, Inc."),
    holds(key(2), "ACME WIDGETS INC"),
    holds(key(2), "Somebody Else", { role: "applicant" }),
    holds(key(3), "Other Works GmbH", { role: "applicant", economy: "DE" }),
  ]),
  ...into("patent_rule", [
    {
      id: "photo",
      technology: "lithography",
      symbols: "G03F",
      words: null,
      without_symbols: null,
      without_words: null,
      source: null,
      note: null,
    },
  ]),
];

const folder = temporaryFolder();
const dir = join(folder, "workspace");
let workspace: Workspace;

beforeAll(async () => {
  await corpusWorkspace(dir, rows);
  expect((await measure(dir, { threads: 1 })).map(({ step, already }) => [step, already])).toEqual(stepNames.map((step) => [step, false]));
  workspace = await openWorkspace(dir, { mode: "read" });
});
afterAll(() => workspace.close());

/** What the definitions of the method say, from the rows above alone. */
const links = [...new Set(pairs.filter(([a, b]) => a !== b).map(([a, b]) => `${a} ${b}`))].map((each) => each.split(" ").map(Number));
const citedOf = (i: number): number[] => links.flatMap(([a, b]) => (a === i ? [b ?? -1] : []));
const citingOf = (i: number): number[] => links.flatMap(([a, b]) => (b === i ? [a ?? -1] : []));
const dayOf = (i: number): number | null => {
  const date = i < n - 10 ? dates[i] : null;
  return date == null ? null : Date.parse(date) / 86_400_000;
};
const lastDay = Math.max(...Array.from({ length: n }, (_, i) => dayOf(i) ?? -Infinity));

function disruptionOf(i: number, window: number): { ni: number; nj: number; nk: number } | null {
  const day = dayOf(i);
  if (day === null) return null;
  const references = new Set(citedOf(i));
  const counts = { ni: 0, nj: 0, nk: 0 };
  for (let other = 0; other < n; other++) {
    const later = dayOf(other);
    if (other === i || later === null || later <= day || later > day + window) continue;
    const cited = citedOf(other);
    const [focal, shared] = [cited.includes(i), cited.some((one) => references.has(one))];
    if (focal) counts[shared ? "nj" : "ni"] += 1;
    else if (shared) counts.nk += 1;
  }
  return counts;
}

function dispersionOf(linked: readonly number[]): { raw: number | null; value: number | null; documents: number } {
  const weight = new Map<string, number>();
  const classified = linked.filter((i) => (classesOf[i] ?? []).length > 0 || countsAsIpc(i));
  for (const i of classified) {
    const own = countsAsIpc(i) ? ["A01B"] : (classesOf[i] ?? []);
    for (const one of own) weight.set(one, (weight.get(one) ?? 0) + 1 / own.length);
  }
  const documents = classified.length;
  if (documents === 0) return { raw: null, value: null, documents };
  const raw = 1 - [...weight.values()].reduce((sum, one) => sum + (one / documents) ** 2, 0);
  return { raw, value: documents < 2 ? null : (raw * documents) / (documents - 1), documents };
}
/** A document without an inventive CPC symbol counts by its IPC. */
const countsAsIpc = (i: number): boolean => i % 6 === 0 && (classesOf[i] ?? []).length === 0;

describe("documents", () => {
  it("are one row each in order of their day, only cited ones among them", async () => {
    const found = await rowsOf<DerivedRow<"patent_document">>(workspace, "SELECT * FROM patent_document ORDER BY number");
    const named = new Set([...Array.from({ length: n - 10 }, (_, i) => i), ...pairs.map(([, b]) => b)]);
    expect(found.map(({ document }) => document).sort()).toEqual([...named].map(key).sort());
    expect(found.map(({ number }) => number)).toEqual(found.map((_, at) => at));
    const days = found.map(({ day }) => day ?? "");
    expect(days).toEqual([...days].sort());
    for (const { document, day, loaded, granted, title } of found) {
      const i = Number(document.slice(2)) - 9000;
      expect({ document, day, loaded, granted, title }).toEqual(
        i < n - 10
          ? { document, day: dates[i] ?? null, loaded: 1, granted: 1, title: `Title ${i}` }
          : { document, day: null, loaded: 0, granted: null, title: null },
      );
    }
  });
});

describe("citation measures", () => {
  it("are those of the definitions", async () => {
    const found = await rowsOf<DerivedRow<"citation_measure">>(workspace, "SELECT * FROM citation_measure");
    expect(found.length).toBeGreaterThan(150);
    for (const row of found) {
      const i = Number(row.document.slice(2)) - 9000;
      const ever = disruptionOf(i, Infinity);
      const within = disruptionOf(i, 1825);
      const [original, general] = [dispersionOf(citedOf(i)), dispersionOf(citingOf(i))];
      const day = dayOf(i);
      const forward =
        day === null || day + 1825 > lastDay
          ? null
          : citingOf(i).filter((other) => (dayOf(other) ?? -Infinity) > day && (dayOf(other) ?? 0) <= day + 1825).length;
      expect(row).toMatchObject({
        cites: citedOf(i).length,
        cited_by: citingOf(i).length,
        ni: ever?.ni ?? null,
        nj: ever?.nj ?? null,
        nk: ever?.nk ?? null,
        ni_5y: within?.ni ?? null,
        nj_5y: within?.nj ?? null,
        nk_5y: within?.nk ?? null,
        originality_documents: original.documents,
        generality_documents: general.documents,
        citations_5y: forward,
      });
      for (const [value, expected] of [
        [row.originality, original.value],
        [row.originality_raw, original.raw],
        [row.generality, general.value],
        [row.generality_raw, general.raw],
      ]) {
        if (expected == null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(expected, 12);
      }
    }
    expect(found.some(({ nk }) => (nk ?? 0) > 0)).toBe(true);
  });
});

describe("other measures", () => {
  it("give every document a PageRank, which solves the equation of a random reader", async () => {
    const found = await rowsOf<DerivedRow<"network_measure">>(workspace, "SELECT * FROM network_measure");
    const rank = new Map(found.map(({ document, pagerank }) => [document, pagerank]));
    expect([...rank.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    const all = [...rank.keys()].map((document) => Number(document.slice(2)) - 9000);
    const stranded = all.filter((i) => citedOf(i).length === 0).reduce((sum, i) => sum + (rank.get(key(i)) ?? 0), 0);
    for (const i of all) {
      const received = citingOf(i).reduce((sum, other) => sum + (rank.get(key(other)) ?? 0) / citedOf(other).length, 0);
      expect(rank.get(key(i))).toBeCloseTo(0.15 / all.length + 0.85 * (received + stranded / all.length), 9);
    }
  });

  it("join the spellings of a holder and prefer an assignee to an applicant", async () => {
    const held = await rowsOf<{ document: string; name: string; economy: string | null }>(
      workspace,
      "SELECT document, name, economy FROM document_holder JOIN holder USING (holder) ORDER BY document",
    );
    expect(held.map(({ document }) => document)).toEqual([key(1), key(2), key(3)]);
    expect(held[0]?.name).toBe(held[1]?.name);
    expect(held[2]).toMatchObject({ economy: "DE" });
    expect(await rowsOf(workspace, "SELECT name FROM holder_name WHERE name = 'Somebody Else'")).toEqual([]);
  });

  it("give technologies by the rules, with the rule", async () => {
    const found = await rowsOf<DerivedRow<"patent_technology">>(workspace, "SELECT * FROM patent_technology ORDER BY document");
    const expected = classesOf.flatMap((classes, i) => (classes.includes("G03F") ? [key(i)] : [])).sort();
    expect(found).toEqual(expected.map((document) => ({ document, technology: "lithography", rule: "photo" })));
  });

  it("know texts of those only that have an abstract", async () => {
    const found = await rowsOf<DerivedRow<"text_measure">>(workspace, "SELECT * FROM text_measure");
    expect(found.length).toBeGreaterThan(50);
    for (const { document } of found) expect((Number(document.slice(2)) - 9000) % 4).not.toBe(0);
  });
});

describe("running again", () => {
  it("does what has changed, with documents before it, and nothing else", async () => {
    const again = join(folder, "again");
    await corpusWorkspace(again, rows);
    expect((await measure(again, { only: ["holders"] })).map(({ step }) => step)).toEqual(["documents", "holders"]);
    const steps = await measure(again, {});
    expect(steps.filter(({ already }) => already).map(({ step }) => step)).toEqual(["documents", "holders"]);
    const before = new Map(steps.map(({ step, rows: filled }) => [step, filled]));
    await addRows(again, "more.fake", into("patent_holder", [holds(key(4), "Third Party")]));
    const writer = await openWorkspace(again, { mode: "write" });
    expect(await isMeasured(writer)).toBe(false);
    const third = await measureWorkspace(writer);
    expect(third.filter(({ already }) => !already).map(({ step }) => step)).toEqual(["holders"]);
    for (const { step, rows: filled } of third) {
      if (step === "holders") expect(filled).toBe((before.get(step) ?? 0) + 3);
      else expect(filled).toBe(before.get(step));
    }
    expect(await isMeasured(writer)).toBe(true);
    writer.close();
  });

  it("looks through each table once to tell what is measured", async () => {
    const asked = await workspace.use(async (connection) => vi.spyOn(connection, "runAndReadAll"));
    expect(await isMeasured(workspace)).toBe(true);
    const statements = asked.mock.calls.map(([sql]) => sql).join(" ");
    asked.mockRestore();
    for (const table of ["patent", "patent_citation", "patent_text", "patent_class", "patent_holder", "patent_rule"])
      expect([table, statements.split(`FROM "${table}" `).length - 1]).toEqual([table, 1]);
  });

  it("refuses a step that is none", async () => {
    expect(await codeOf(measure(join(folder, "again"), { only: ["magic"] }))).toBe("LM_USAGE");
  });

  it("keeps whole steps when it is stopped, and goes on with the rest", async () => {
    const stopped = join(folder, "stopped");
    await corpusWorkspace(stopped, rows);
    const controller = new AbortController();
    const report = (_done: number, _total: number, label: string): void => {
      if (label === "citations") controller.abort(new LevermapError("LM_INTERRUPTED", "Stopped."));
    };
    const effects = { ...quietEffects, progress: { report }, signal: controller.signal };
    expect(await codeOf(measure(stopped, { effects }))).toBe("LM_INTERRUPTED");
    const steps = await measure(stopped, {});
    expect(steps.map(({ already }) => already)).toEqual([true, true, true, false, false, false]);
    const other = await openWorkspace(stopped, { mode: "read" });
    for (const table of derivedTableNames) {
      const sql = `SELECT * FROM ${table} ORDER BY ALL`;
      expect(await rowsOf(other, sql)).toEqual(await rowsOf(workspace, sql));
    }
    other.close();
  });
});

describe("tables of results", () => {
  it("have names of their own", () => {
    expect(derivedTableNames.filter((name) => (tableNames as readonly string[]).includes(name))).toEqual([]);
  });
});
