import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { parseSearch } from "../../../src/corpus/search/parse-search.ts";
import { findAll, runSearch, type SearchAsked } from "../../../src/corpus/search/run-search.ts";
import type { Leaf, SearchTree, Words } from "../../../src/corpus/search/search-tree.ts";
import { measureWorkspace } from "../../../src/corpus/steps/measure.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { isLong } from "../../tiers.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { cites, corpusWorkspace, holds, into, patent, rule, symbol, words } from "../invented-corpus.ts";

/** One made-up document, as the oracle reads it. */
interface Invented {
  readonly document: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly claim: string | null;
  readonly holder: string | null;
  readonly inventors: readonly string[];
  readonly symbols: readonly string[];
  readonly day: string | null;
  readonly filed: string | null;
  readonly type: string;
  readonly granted: number;
  readonly family: string;
}

const vocabulary = [
  "gate",
  "gates",
  "all",
  "around",
  "GATE-all",
  "wafer",
  "Wafers",
  "bond.",
  "晶圓",
  "晶圆",
  "蚀刻",
  "x",
  "芯片3d",
  "(film)",
  "ﬁlm",
];
const holderNames = ["Acme Gate Inc", "Bolt 晶圆 Ltd", "Around All GmbH", "Zed Corp"];
const symbolNames = ["H01L21/76", "H01L21/762", "H01L21/7624", "H01L27/108", "H01L27/11582", "H01L27/12", "H10B12/00", "G03F7/20"];
const dayNames = ["2009", "2010-05", "2010-05-07", "2011-12-31", "2015-01-01", null];
const asOf = dayOf("2020-01-01")!;

function invent(count: number): readonly Invented[] {
  const random = createRandom(17);
  const pick = <T>(values: readonly T[]): T => values[random.below(values.length)]!;
  const text = (most: number): string =>
    Array.from({ length: 1 + random.below(most) }, () => pick(vocabulary)).join(pick([" ", "  ", ", "]));
  return Array.from({ length: count }, (_, i) => ({
    document: `${pick(["US", "EP", "JP"])}${8_000_000 + i}`,
    title: text(4),
    abstract: random.below(3) === 0 ? null : text(8),
    claim: random.below(2) === 0 ? null : text(6),
    holder: random.below(4) === 0 ? null : pick(holderNames),
    inventors: Array.from({ length: random.below(3) }, () => pick(["Ito, Ken", "Kim Gate", "Smith, Al"])),
    symbols: Array.from({ length: random.below(4) }, () => pick(symbolNames)),
    day: pick(dayNames),
    filed: pick(dayNames),
    type: pick(["utility", "design"]),
    granted: random.below(2),
    family: `f${random.below(count)}`,
  }));
}

const corpus = invent(120);
let workspace: Workspace;
let states: ReadonlyMap<string, string>;

beforeAll(async () => {
  const dir = join(temporaryFolder(), "search");
  await corpusWorkspace(dir, [
    ...into(
      "patent",
      corpus.map(({ document, day, filed, type, granted, family }) => patent(document, day, { filed, type, granted, family })),
    ),
    ...into(
      "patent_text",
      corpus.flatMap(({ document, title, abstract, claim }) => [
        words(document, "title", title),
        ...(abstract === null ? [] : [words(document, "abstract", abstract)]),
        ...(claim === null ? [] : [words(document, "claim", claim)]),
      ]),
    ),
    ...into(
      "patent_holder",
      corpus.flatMap(({ document, holder }) => (holder === null ? [] : [holds(document, holder)])),
    ),
    ...into(
      "patent_inventor",
      corpus.flatMap(({ document, inventors }) =>
        inventors.map((name, position) => ({ document, position, name, economy: null, native: null })),
      ),
    ),
    ...into(
      "patent_class",
      corpus.flatMap(({ document, symbols }) => [...new Set(symbols)].map((each) => symbol(document, each))),
    ),
    ...into("patent_citation", [cites(corpus[0]!.document, "US1234567")]),
    ...into("patent_rule", [rule("isolation", "H01L21/76"), rule("memory", "H01L27/108-115;H10B12")]),
  ]);
  const writer = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(writer, { threads: 1 });
  writer.close();
  workspace = await openWorkspace(dir, { mode: "read" });
  states = new Map(
    (
      await Promise.all(
        ["not-granted", "in-force", "ended", "unknown"].map(async (state) =>
          (await find(`status:${state}`)).map((one) => [one, state] as const),
        ),
      )
    ).flat(),
  );
});
afterAll(() => workspace?.close());

/** Of two technologies one is a member of the other, so that its documents are of both. */
const membersOf = (technology: string): readonly string[] => (technology === "isolation" ? ["isolation", "memory"] : [technology]);
const asked = (tree: SearchTree, query: string): SearchAsked => ({
  tree,
  query,
  day: asOf,
  technologies: ({ value }) => membersOf(value),
  membersOf,
  documents: ({ value }) => (value === "odd" ? corpus.flatMap(({ document }, i) => (i % 2 === 1 ? [document] : [])) : [value]),
});
const find = (query: string): Promise<readonly string[]> => findAll(workspace, asked(parseSearch(query), query));

const pairs: Readonly<Record<string, string>> = { 圓: "圆" };
const separate = /[\p{Script=Han}]/u;

/** Words of a text, by going through its characters; texts are in lower case, Han simplified, as the search reads them. */
function split(text: string): readonly string[] {
  const found: string[] = [];
  let open = "";
  for (const letter of [...text.toLowerCase()].map((each) => pairs[each] ?? each)) {
    const isWord = /[\p{L}\p{N}]/u.test(letter);
    if (isWord && !separate.test(letter)) open += letter;
    else {
      if (open !== "") found.push(open);
      if (isWord) found.push(letter);
      open = "";
    }
  }
  return open === "" ? found : [...found, open];
}

/** Places at which the words stand. */
function placesOf({ tokens, begins }: Words, text: readonly string[]): readonly number[] {
  const fits = (token: string, at: number, last: boolean): boolean =>
    last && begins ? (text[at] ?? "").startsWith(token) : text[at] === token;
  return text.flatMap((_, at) => (tokens.every((token, i) => fits(token, at + i, i === tokens.length - 1)) ? [at] : []));
}

function textsOf(one: Invented, field: Words["field"]): readonly string[] {
  const titleAndAbstract = [one.title, one.abstract ?? ""];
  const holder = [one.holder ?? ""];
  return {
    any: [...titleAndAbstract, ...holder],
    title: [one.title],
    abstract: [one.abstract ?? ""],
    claim: [one.claim ?? ""],
    holder,
    inventor: one.inventors,
  }[field];
}

function isIn(leaf: Leaf, one: Invented): boolean {
  if (leaf.kind === "words") return textsOf(one, leaf.field).some((text) => placesOf(leaf, split(text)).length > 0);
  if (leaf.kind === "near")
    return textsOf(one, leaf.field).some((written) => {
      const text = split(written);
      const apart = (a: Words, b: Words): boolean =>
        placesOf(a, text).some((at) =>
          placesOf(b, text).some((other) => other >= at + a.tokens.length && other - at - a.tokens.length <= leaf.most),
        );
      return apart(leaf.first, leaf.second) || apart(leaf.second, leaf.first);
    });
  if (leaf.kind === "days") {
    const day = leaf.field === "day" ? one.day : leaf.field === "filed" ? one.filed : null;
    if (day === null) return false;
    const [first, last] = [`${day}-01-01`.slice(0, 10), `${day}${{ 4: "-12-31", 7: "-31", 10: "" }[day.length]}`];
    const upper = leaf.to && `${leaf.to}${{ 4: "-12-31", 7: "-31", 10: "" }[leaf.to.length]}`;
    return (leaf.from === null || first >= `${leaf.from}-01-01`.slice(0, 10)) && (upper === null || last <= upper);
  }
  const { field, value } = leaf;
  if (field === "office") return one.document.startsWith(value);
  if (field === "type") return one.type === value;
  if (field === "document") return one.document === value;
  if (field === "set") return corpus.indexOf(one) % 2 === 1;
  if (field === "status") return value === "granted" ? one.granted === 1 : states.get(one.document) === value;
  if (field === "class")
    return one.symbols.some((each) =>
      value === "H01L27/108-115" ? each === "H01L27/108" || each === "H01L27/11582" : each.startsWith(value),
    );
  if (field === "technology")
    return one.symbols.some((each) => /^H01L27\/1(08|1582)|^H10B12/.test(each) || (value === "isolation" && each.startsWith("H01L21/76")));
  throw new Error(`no oracle for ${field}`);
}

function holdsFor(tree: SearchTree, one: Invented): boolean {
  if (tree.kind === "and") return tree.parts.every((part) => holdsFor(part, one));
  if (tree.kind === "or") return tree.parts.some((part) => holdsFor(part, one));
  return tree.kind === "not" ? !holdsFor(tree.part, one) : isIn(tree, one);
}

const expected = (query: string): readonly string[] =>
  corpus
    .filter((one) => holdsFor(parseSearch(query), one))
    .map(({ document }) => document)
    .sort();

const term = fc.constantFrom(
  ...[
    "gate",
    "gat",
    '"gate"',
    '"gate all"',
    "gate-all-around",
    "all",
    "wafer",
    "晶圓",
    "圆",
    '"晶圆 x"',
    "刻",
    "3d",
    '"3d"',
    "bond",
    "film",
    "x",
    "zed",
  ],
);
const wordy = fc.oneof(
  { weight: 3, arbitrary: term },
  { weight: 2, arbitrary: fc.tuple(term, fc.integer({ min: 0, max: 4 }), term).map(([a, n, b]) => `(${a} NEAR/${n} ${b})`) },
  { weight: 1, arbitrary: fc.tuple(term, term, term).map(([a, b, c]) => `((${a} OR ${b}) NEAR/1 ${c})`) },
);
const leaf = fc.oneof(
  { weight: 4, arbitrary: wordy },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("title", "abstract", "claim", "holder", "inventor"), wordy)
      .map(([field, one]) => `${field}:(${one})`),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        "class:H01L21",
        "class:H01L21/762",
        "class:H01L",
        "class:H",
        "class:H01L27/108-115",
        "class:H10B12/00",
        "office:us",
        "type:design",
      ],
      ...[
        "status:granted",
        "status:ended",
        "status:in-force",
        "status:not-granted",
        "status:unknown",
        "technology:isolation",
        "technology:memory",
      ],
      ...[
        "day:2010",
        "day:2010..",
        "day:..2010-05",
        "filed:2009..2011",
        "filed:2010-05-07",
        "priority:2000..",
        "set:odd",
        `document:${corpus[3]!.document}`,
      ],
    ),
  },
);
const { tree: query } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("node")),
  node: fc.oneof(
    fc.tuple(tie("tree"), fc.constantFrom(" AND ", " OR ", " "), tie("tree")).map(([a, operator, b]) => `(${a}${operator}${b})`),
    tie("tree").map((a) => `(NOT ${a})`),
  ),
}));

const runs = isLong ? 120 : 40;

describe("a search of an invented corpus", () => {
  it("finds what going through all documents one by one finds", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const documents = await find(text);
        expect(documents).toEqual(expected(text));
        if (documents.length > 0 && documents.length < corpus.length) found++;
      }),
      { numRuns: runs, seed: 1917 },
    );
    expect(found).toBeGreaterThan(runs / 2);
  });

  it("gives every document one state", () => {
    expect([...states.keys()].sort()).toEqual(corpus.map(({ document }) => document).sort());
    expect(new Set(states.values()).size).toBeGreaterThan(2);
  });

  it("lists the most words in the title first, and counts documents, families and facets of all", async () => {
    const text = "gate OR wafer";
    const all = corpus.filter((one) => expected(text).includes(one.document));
    const { total, families, searched, found, facets } = await runSearch(workspace, asked(parseSearch(text), text), {
      most: 7,
      facets: true,
    });
    expect([total, families]).toEqual([all.length, new Set(all.map(({ family }) => family)).size]);
    expect(found).toHaveLength(7);
    // What is known by a citation alone is not searched
    expect(searched).toBe(corpus.length);
    const inTitle = (document: string): number => {
      const title = split(corpus.find((one) => one.document === document)!.title);
      return ["gate", "wafer"].filter((word) => title.some((each) => each.startsWith(word))).length;
    };
    for (const one of found) expect(one.inTitle).toBe(inTitle(one.document));
    expect(found.map((one) => one.inTitle)).toEqual(found.map((one) => one.inTitle).sort((a, b) => b - a));
    const counts = (valuesOf: (one: Invented) => readonly (string | null)[]): Record<string, number> => {
      const by: Record<string, number> = {};
      for (const one of all) for (const value of new Set(valuesOf(one))) if (value !== null) by[value] = (by[value] ?? 0) + 1;
      return by;
    };
    const told = (facet: { readonly values: readonly { readonly name: string; readonly documents: number }[] } | null | undefined) =>
      Object.fromEntries((facet?.values ?? []).map(({ name, documents }) => [name, documents]));
    expect(told(facets?.office)).toEqual(counts(({ document }) => [document.slice(0, 2)]));
    expect(told(facets?.class)).toEqual(counts(({ symbols }) => symbols.map((each) => each.slice(0, 4))));
    expect(told(facets?.type)).toEqual(counts(({ type }) => [type]));
    expect(told(facets?.year)).toEqual(counts(({ day }) => [day?.slice(0, 4) ?? null]));
    expect(facets?.year.without).toBe(all.filter(({ day }) => day === null).length);
    expect(facets?.holder.without).toBe(all.filter(({ holder }) => holder === null).length);
    expect(told(facets?.status)).toEqual(counts(({ document }) => [states.get(document) === "unknown" ? null : states.get(document)!]));
  });

  it.runIf(isLong)("counts of each value of a facet what a search for it finds, of a technology with its members", async () => {
    const text = "gate OR wafer";
    const { facets } = await runSearch(workspace, asked(parseSearch(text), text), { most: 1, facets: true });
    const fields = {
      office: "office",
      year: "day",
      holder: "held",
      technology: "technology",
      class: "class",
      type: "type",
      status: "status",
    };
    let narrowed = 0;
    for (const [facet, field] of Object.entries(fields))
      for (const { value, documents } of facets?.[facet as keyof typeof fields]?.values ?? []) {
        expect([field, value, (await find(`(${text}) ${field}:"${value}"`)).length]).toEqual([field, value, documents]);
        if (documents < (await find(text)).length) narrowed++;
      }
    expect(narrowed).toBeGreaterThan(10);
    expect(facets?.technology.values.map(({ value }) => value).sort()).toEqual(["isolation", "memory"]);
    expect(facets?.holder.values.every(({ value }) => value.startsWith("name:"))).toBe(true);
  });
});
