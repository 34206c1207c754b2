import { join } from "node:path";
import type { Row } from "../../../src/base/tables.ts";
import { measureWorkspace } from "../../../src/corpus/steps/measure.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { loadSource } from "../../../src/workspace/load.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { cites, holds, into, patent, symbol, words } from "../../corpus/invented-corpus.ts";
import { actDefaults, defaults, technology } from "../../measure/rows.ts";
import { type FakeRow, fakeSource, writeFake } from "../../workspace/fake-source.ts";

/** An invented patent of the one technology that has patents. */
export interface InventedPatent {
  readonly document: string;
  readonly office: "US" | "EP";
  readonly day: string;
  readonly filed: string | null;
  readonly family: string | null;
  readonly holders: readonly string[];
  /** Day on which it lapsed; `null`: a fee was paid, so that it lives. */
  readonly lapsed: string | null;
}

/** The references that the record of a patent states, `null` if it does not tell, and how many of its loaded ones stand twice. */
export interface StatedReferences {
  readonly stated: number | null;
  readonly repeated: number;
}

export interface InventedCitation {
  readonly citing: string;
  readonly cited: string;
  readonly category: string | null;
}

const random = createRandom(20_261_125);
const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
const names = ["Aster", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse"];
const size = 260;
const two = (value: number): string => String(value).padStart(2, "0");
const date = (year: number): string => `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;

/** In order of their day; the last five years are open windows. */
export const patents: readonly InventedPatent[] = Array.from({ length: size }, (_, i) => Math.floor((i * 10) / size) + 1998)
  .map((year) => date(year))
  .sort()
  .map((day, i): InventedPatent => {
    const office = i % 4 === 3 ? "EP" : "US";
    const two = random.below(5) === 0;
    const first = names[Math.min(random.below(7), random.below(7))]!;
    return {
      document: `${office}${7_000_000 + i}`,
      office,
      day,
      filed: i % 11 === 10 ? null : date(Number(day.slice(0, 4)) - 2),
      family: random.below(3) === 0 ? `F${random.below(25)}` : null,
      holders: two ? [...new Set([first, pick(names)])].sort() : [first],
      lapsed: office === "US" && random.below(4) === 0 ? date(2012 + random.below(6)) : null,
    };
  });

/** Each document cites some earlier ones, a few with what an examiner marked. */
export const citations: readonly InventedCitation[] = patents.flatMap((one, i) => {
  const earlier = patents.slice(Math.max(0, i - 45), i).filter(({ day }) => day < one.day);
  const chosen = new Set(earlier.length === 0 ? [] : Array.from({ length: 1 + random.below(4) }, () => pick(earlier).document));
  return [...chosen].map((cited) => ({ citing: one.document, cited, category: pick([null, "A", "A", "X", "Y"]) }));
});

/** What records state: the number of their references, one counted twice, one that is not loaded, or nothing. */
export const statedReferences = (document: string): StatedReferences => {
  const cited = citations.filter(({ citing }) => citing === document).length;
  const kind = Number(document.slice(2)) % 4;
  const twice = kind === 1 && cited > 0 ? 1 : 0;
  return { stated: kind === 3 ? null : cited + twice + (kind === 2 ? 1 : 0), repeated: twice };
};

const event = (document: string, kind: string, day: string, note: string | null = null): FakeRow => ({
  table: "patent_event",
  row: { document, kind, code: null, date: day, note },
});

const atlas: readonly FakeRow[] = [
  ...into("default_parameter", [
    ...actDefaults,
    ...defaults({ spare: [0, 0.1], fungibility: [0.1, 0.5], substitution: [1, 3], degradation: [0.1, 0.3] }),
  ]),
  ...into("technology", [technology("bonding", { name: "Wafer bonding" }), technology("unheard-of", { name: "Unheard-of" })]),
  ...into("patent_rule", [
    {
      id: "bonding-1",
      technology: "bonding",
      symbols: "H01L21/20",
      words: null,
      without_symbols: null,
      without_words: null,
      source: null,
      note: null,
    },
  ]),
];

const suit = (id: string, more: Partial<Row<"exclusion_case">>): Row<"exclusion_case"> => ({
  id,
  forum: "ITC",
  kind: "itc",
  jurisdiction: "US",
  technology: null,
  title: null,
  plaintiff: "Aster",
  defendant: "Birch",
  filed: "2015-03-04",
  decided: null,
  outcome: null,
  amount_usd: null,
  url: null,
  note: null,
  semiconductor: null,
  ...more,
});

/** One investigation that a table of cases and a notice tell of, under two ids; each names another patent. */
const cases: readonly FakeRow[] = into("exclusion_case", [suit("aster_birch", { outcome: "pending", title: "wafer bonding" })]);
const notices: readonly FakeRow[] = [
  ...into("exclusion_case", [
    suit("us-itc-2015-00001", { forum: "US ITC", title: "Certain Wafers", plaintiff: "Aster Inc of Leeds", outcome: "violation" }),
  ]),
  ...into("exclusion_patent", [{ case: "us-itc-2015-00001", document: patents[0]!.document }]),
];

/** A measured workspace of these patents; open it to ask. The European ones have lapsed in Belgium. */
export async function patentsWorkspace(folder: string): Promise<Workspace> {
  const dir = join(folder, "patents");
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  const load = async (source: string, name: string, rows: readonly FakeRow[]): Promise<void> => {
    await loadSource(workspace, fakeSource(source, "parts"), [await writeFake(join(folder, `${name}.fake`), null, rows)]);
  };
  await load("invented", "atlas", atlas);
  await load("uspto", "patents", [
    ...patents.flatMap(({ document, day, filed, family, holders }) => [
      ...into("patent", [patent(document, day, { filed, family, references: statedReferences(document).stated })]),
      ...into("patent_class", [symbol(document, "H01L21/2007")]),
      ...into("patent_text", [words(document, "title", `Bonding "${document}" <& more>`)]),
      ...into(
        "patent_holder",
        holders.map((name, i) => holds(document, name, { position: i + 1 })),
      ),
    ]),
    ...into(
      "patent_citation",
      citations.map(({ citing, cited, category }) => cites(citing, cited, { category })),
    ),
    ...into(
      "patent_citation",
      patents.flatMap(({ document }) => {
        const first = citations.find(({ citing }) => citing === document);
        return first && statedReferences(document).repeated > 0 ? [cites(document, first.cited, { category: first.category })] : [];
      }),
    ),
  ]);
  await load("maintenance", "events", [
    ...patents
      .filter(({ office }) => office === "US")
      .map(({ document, lapsed }) => event(document, lapsed ? "lapsed" : "fee-paid", lapsed ?? "2019-12-31")),
  ]);
  await load(
    "ops",
    "states",
    patents
      .filter(({ office }) => office === "EP")
      .map(({ document }) => event(document, "lapsed", "2013-05-06", "BE: lapsed for want of a fee")),
  );
  await load("litigation", "cases", cases);
  await load("litigation", "notices", notices);
  await measureWorkspace(workspace, { threads: 1 });
  return workspace;
}
