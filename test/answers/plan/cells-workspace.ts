import { join } from "node:path";
import { measureWorkspace } from "../../../src/corpus/steps/measure.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { cites, corpusWorkspace, holds, into, patent, symbol, words } from "../../corpus/invented-corpus.ts";
import { technology } from "../../measure/rows.ts";
import type { FakeRow } from "../../workspace/fake-source.ts";

const random = createRandom(7_102);
const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
const two = (value: number): string => String(value).padStart(2, "0");
const names = ["Aster", "Birch", "Cedar", "Dogwood", "Elm"];
const groups = ["H01L21", "H01L23", "H10B12", "G03F7"];
const vocabulary = Array.from({ length: 60 }, (_, i) => `word${i}`);

/** Invented patents of 2000 to 2015 in order of their day, the European ones with a later grant under the same number. */
const invented = Array.from({ length: 800 }, (_, i) => {
  const year = 2000 + Math.floor(i / 50);
  const office = i % 5 === 4 ? "EP" : "US";
  return {
    document: `${office}${1_000_000 + i}`,
    day: `${year}-${two(1 + Math.floor((i % 50) / 4.3))}-${two(1 + random.below(28))}`,
    granted: `${year + 3}-06-15`,
    priority: `${year - 2}-${two(1 + random.below(12))}-01`,
    family: random.below(4) === 0 ? `F${Math.floor(i / 8)}` : null,
    group: pick(groups),
    cited: pick([1, 2, 3]),
    holder: pick(names),
    text: Array.from({ length: 12 }, () => pick(vocabulary)).join(" "),
    lapsed: random.below(3) === 0 ? `${year + 6}-03-01` : null,
    inventors: Array.from({ length: 1 + random.below(3) }, () => random.below(80)),
  };
}).sort((a, b) => (a.day < b.day ? -1 : 1));

const references = invented.map((one, i) =>
  [...new Set(Array.from({ length: Math.min(i, 3) }, () => Math.max(0, i - 1 - random.below(120))))]
    .filter((at) => invented[at]!.day < one.day)
    .map((at) => cites(one.document, invented[at]!.document, { category: pick(["X", "A"]) })),
);

/** The rows of the documents published up to a day, as they were then; all of them without one. */
function documentRows(until: string): readonly FakeRow[] {
  return invented.flatMap((one, i) => {
    const { document, day, granted, priority, family } = one;
    if (day > until) return [];
    const pending = document.startsWith("EP");
    return [
      ...into("patent", [
        patent(document, day, { priority, family, filed: priority, granted: pending ? 0 : 1, references: references[i]!.length }),
      ]),
      ...(pending && granted <= until ? into("patent", [patent(document, granted, { priority, family, filed: priority })]) : []),
      ...into("patent_class", [symbol(document, `${one.group}/2007`), symbol(document, `B23K${one.cited}/00`, { position: 2 })]),
      ...into("patent_text", [words(document, "title", `A wafer ${document}`), words(document, "abstract", one.text)]),
      ...into("patent_holder", [holds(document, one.holder, { economy: one.holder < "C" ? "XA" : "XB" })]),
      ...into(
        "patent_inventor",
        one.inventors.map((person, position) => ({
          document,
          position,
          name: `P${person}`,
          economy: person % 2 ? "XA" : "XB",
          native: null,
        })),
      ),
      ...into("patent_citation", references[i]!),
      ...(one.lapsed !== null && one.lapsed <= until
        ? into("patent_event", [{ document, kind: "lapsed", code: null, date: one.lapsed, note: null }])
        : []),
    ];
  });
}

const rule = (id: string, symbols: string) => ({
  id,
  technology: id,
  symbols,
  words: null,
  without_symbols: null,
  without_words: null,
  source: null,
  note: null,
});

/** Technologies with patents and without: `bonding` in all groups, `resist` in one, `furnace` in none; `unruled` without a rule. */
const map = [
  ...into(
    "technology",
    ["bonding", "resist", "furnace", "unruled"].map((id) => technology(id)),
  ),
  ...into("patent_rule", [
    rule("bonding", "H01L21;H01L23/00-99;H01L25;H10B;G03F7;H01L2224/00"),
    rule("resist", "G03F7"),
    rule("furnace", "F27B17/00;F27D11"),
  ]),
];

/** A measured workspace of what was published up to a day. */
export async function cellsWorkspace(folder: string, until = "9999-12-31"): Promise<Workspace> {
  const dir = join(folder, `until-${until}`);
  await corpusWorkspace(dir, [...map, ...documentRows(until)], "maintenance");
  const workspace = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(workspace, { threads: 1 });
  return workspace;
}
