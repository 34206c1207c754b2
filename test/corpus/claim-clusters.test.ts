import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../src/base/days.ts";
import type { Row } from "../../src/base/tables.ts";
import { type ClaimData, heldClusters, inForceOn, readClaims } from "../../src/corpus/claim-clusters.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { runs } from "../leverage/worlds.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { corpusWorkspace, holds, into, patent, rule, symbol } from "./invented-corpus.ts";

const link = (document: string, relation: string, other: string): Row<"patent_link"> => ({ document, relation, other, date: null });

/** Of one holder unless said otherwise; day, application and class by document. */
const rows = [
  ...into("patent", [
    patent("US10", "2001-01-01", { application: "US0910" }),
    patent("US11", "2003-01-01", { application: "US0911" }),
    patent("US12", "2004-01-01"),
    patent("US13", "2005-01-01"),
    patent("US14", "2006-01-01"),
    patent("US15", "2000-01-01", { application: "US0915" }),
    patent("EP20", "2002-01-01", { family: "F" }),
    patent("US21", "2007-01-01", { family: "F" }),
    patent("US30", "2008-01-01"),
    patent("US31", "2009-01-01"),
    patent("US40", null),
  ]),
  ...into("patent_class", [
    symbol("US10", "H01L21/20"),
    symbol("US10", "B23K1/00", { position: 2 }),
    symbol("US11", "H01L22/10"),
    symbol("US12", "H01L23/10"),
    symbol("US13", "H01L24/10"),
    symbol("US14", "H01L25/10"),
    symbol("US15", "A01B1/00"),
    symbol("EP20", "H01L27/10", { scheme: "ipc" }),
    symbol("US21", "H01L28/10"),
    symbol("US30", "H01L29/10"),
    symbol("US31", "H01L31/10", { role: "additional" }),
  ]),
  ...into("patent_holder", [
    ...["US10", "US11", "US12", "US14", "US15", "EP20", "US21", "US31"].map((document) => holds(document, "Aster Corp")),
    holds("US13", "Birch Corp"),
    holds("US30", "Aster Corp"),
    holds("US30", "Birch Corp", { position: 2 }),
  ]),
  ...into("patent_link", [
    link("US11", "continuation", "US0910"),
    link("US12", "priority", "JP99"),
    link("US13", "priority", "JP99"),
    link("US14", "provisional", "JP99"),
    link("US30", "continuation", "US0915"),
    link("US31", "technical", "JP99"),
  ]),
  ...into("patent_rule", [rule("bonding", "H01L21/20;H01L22;H01L23;H01L24;H01L25;H01L27;H01L28;H01L29;H01L31"), rule("cutting", "B23K")]),
];

describe("claim clusters of a workspace", () => {
  let data: ClaimData;
  beforeAll(async () => {
    const dir = join(temporaryFolder(), "map");
    await corpusWorkspace(dir, rows);
    const writing = await openWorkspace(dir, { mode: "write" });
    await measureWorkspace(writing);
    writing.close();
    const workspace = await openWorkspace(dir, { mode: "read" });
    data = await workspace.use((connection) => readClaims(connection, ["bonding", "cutting"], (ids) => ids));
    workspace.close();
  });

  const found = () =>
    data.clusters.map(({ holder, technology, mainGroup, documents }) =>
      [data.holders.get(holder)!.name, technology, mainGroup, documents.join("+")].join(" "),
    );

  it("are by holder, technology and the main group of the earliest of the family, loaded priority or not", () => {
    expect(found().sort()).toEqual(
      [
        "Aster Corp bonding A01B1 US30",
        "Aster Corp bonding H01L21 US10+US11",
        "Aster Corp bonding H01L23 US12+US14",
        "Aster Corp bonding H01L27 EP20+US21",
        "Aster Corp bonding  US31",
        "Aster Corp cutting H01L21 US10",
        "Birch Corp bonding H01L24 US13",
        "Birch Corp bonding H01L29 US30",
      ].sort(),
    );
  });

  it("know how much of them is known", () => {
    expect(data).toMatchObject({ withoutHolder: 0, withFamily: 8 });
    expect(data.documents.map(({ document }) => document).sort()).toEqual([
      "EP20",
      "US10",
      "US11",
      "US12",
      "US13",
      "US14",
      "US21",
      "US30",
      "US31",
    ]);
    const statuses = inForceOn(data, dayOf("2015-01-01")!);
    expect(statuses.get("US10")!.basis).toBe("unknown");
    expect(inForceOn(data, dayOf("2022-06-01")!).get("US10")!.q).toEqual({ low: 0, high: 0 });
    expect(statuses.get("US15")).toBeUndefined();
  });
});

describe("a family that shares a priority", () => {
  interface Filed {
    readonly holder: string;
    readonly technology: string;
    readonly day: number;
    readonly group: string;
    readonly priority: string | null;
  }
  const family: fc.Arbitrary<Filed> = fc.record({
    holder: fc.constantFrom("h", "k"),
    technology: fc.constantFrom("t", "u"),
    day: fc.nat(20),
    group: fc.constantFrom("A", "B", "C"),
    priority: fc.constantFrom("p", "q", "r", null),
  });
  const clustersOf = (documents: readonly Filed[], names: readonly string[]) =>
    heldClusters(
      {
        documents: documents.map(({ day }, i) => ({
          document: names[i]!,
          office: "US",
          type: null,
          granted: 1,
          dayNumber: day,
          publishedDay: day,
          filed: null,
          term_days: null,
          unit: names[i]!,
          linked: false,
        })),
        holders: documents.map(({ holder }, i) => ({ document: names[i]!, holder })),
        classes: documents.map(({ group }, i) => ({ document: names[i]!, scheme: "cpc", symbol: `${group}/1`, role: null, position: 1 })),
        keys: documents.flatMap(({ priority }, i) => [
          { document: names[i]!, key: `d:${names[i]}` },
          ...(priority === null ? [] : [{ document: names[i]!, key: `a:${priority}` }]),
        ]),
      },
      new Map(documents.map(({ technology }, i) => [names[i]!, [technology]])),
    );

  it("has the main group of what was published first, wherever that stands", () => {
    const filed = (day: number, group: string): Filed => ({ holder: "h", technology: "t", day, group, priority: "p" });
    const groups = (...documents: readonly Filed[]) => clustersOf(documents, ["US0", "US1", "US2"]).map(({ mainGroup }) => mainGroup);
    expect(groups(filed(9, "A"), filed(3, "B"), filed(5, "C"))).toEqual(["B"]);
    expect(groups(filed(3, "A"), filed(9, "B"), filed(5, "C"))).toEqual(["A"]);
  });

  it("may be split into two documents without any cluster more, less or of another group", () => {
    fc.assert(
      fc.property(fc.array(family, { minLength: 1, maxLength: 7 }), fc.nat(), fc.constantFrom("A", "B", "Z"), (documents, pick, group) => {
        const at = pick % documents.length;
        const own = { ...documents[at]!, priority: documents[at]!.priority ?? "own" };
        const before = documents.map((each, i) => (i === at ? own : each));
        const names = before.map((_, i) => `US${i}`);
        const twin = { ...own, day: own.day + 1, group };
        const plain = (clusters: ReturnType<typeof clustersOf>) =>
          clusters.map(({ holder, technology, mainGroup }) => [holder, technology, mainGroup]);
        expect(plain(clustersOf([...before, twin], [...names, "UStwin"]))).toEqual(plain(clustersOf(before, names)));
      }),
      runs(300),
    );
  });
});
