import { join } from "node:path";
import { measureWorkspace } from "../../../../src/corpus/steps/measure.ts";
import { createRandom, type Random } from "../../../../src/measure/random.ts";
import { openWorkspace } from "../../../../src/workspace/open.ts";
import type { Workspace } from "../../../../src/workspace/workspace.ts";
import { cites, corpusWorkspace, holds, into, patent, symbol } from "../../../corpus/invented-corpus.ts";
import { actDefaults, defaults, technology } from "../../../measure/rows.ts";
import type { FakeRow } from "../../../workspace/fake-source.ts";
import { poisson } from "../../measure/plans/planted-cells.ts";

const groups = Array.from({ length: 90 }, (_, at) => `H01L${at + 1}`);
/** Classes of what is built on; none is of the technology. */
const elsewhere = ["A01B", "B23K", "C07D", "D01F", "E04B", "F16H", "G01N", "H04L"];
const holders = ["Aster", "Birch", "Cedar", "Dogwood", "Elm", "Fir"];

export const atlas: readonly FakeRow[] = [
  ...into("default_parameter", [
    ...actDefaults,
    ...defaults({ spare: [0, 0.1], fungibility: [0.1, 0.5], substitution: [1, 3], degradation: [0.1, 0.3] }),
  ]),
  ...into("technology", [technology("etch", { name: "Etch" })]),
  ...into("patent_rule", [
    {
      id: "etch-1",
      technology: "etch",
      symbols: "H01L",
      words: null,
      without_symbols: null,
      without_words: null,
      source: null,
      note: null,
    },
  ]),
];

interface Filing {
  readonly document: string;
  readonly filed: string;
  readonly published: string;
  readonly symbol: string;
  readonly cited: readonly string[];
}

/** Documents in the order in which they are asked for. */
function createFilings(): (year: number, of: Pick<Filing, "symbol" | "cited">, random: Random) => Filing {
  let next = 1_000_000;
  return (year, of, random) => {
    const day = `${String(1 + random.below(12)).padStart(2, "0")}-15`;
    return { document: `US${next++}`, filed: `${year}-${day}`, published: `${year + 1}-${day}`, ...of };
  };
}

/** Families a year from 1999 to 2009: as many in all whether they rise or fall. */
function ratesOf(rise: number): readonly number[] {
  const rates = Array.from({ length: 11 }, (_, at) => Math.exp(0.15 * rise * (at - 5)));
  const sum = rates.reduce((total, rate) => total + rate, 0);
  return rates.map((rate) => (40 * rate) / sum);
}

/**
 * Invented patents of 90 approaches to one technology, filed from 1999 to 2009 and again from 2011 to 2013: approaches that rise and build on
 * many fields are cited more, to the strength of `signal`, as before so afterwards: a few of those filed until 2004 by those of 2008 and 2009, all
 * of the later ones. What was filed until 2009 does not depend on `later`, the stream of what came after.
 */
function plantedFilings(signal: number, later: number): readonly Filing[] {
  const [past, future] = [createRandom(5, 1), createRandom(5, later)];
  const filing = createFilings();
  const pick = <T>(list: readonly T[], random: Random): T => list[random.below(list.length)]!;
  const pool = Array.from({ length: 160 }, (_, at) => filing(1990, { symbol: `${elsewhere[at % 8]}1/00`, cited: [] }, past));
  const traits = groups.map((group) => ({ group, rise: past.normal(), original: past.normal() }));
  const before = traits.flatMap(({ group, rise, original }, cell) =>
    ratesOf(rise).flatMap((rate, at) =>
      Array.from({ length: poisson(rate, past) }, () => {
        const year = 1999 + at;
        const own = Array.from({ length: 5 }, () => pool[(cell % 8) + 8 * past.below(20)]!);
        const fields = Math.max(0, Math.min(5, Math.round(2.5 + 1.2 * original)));
        return filing(
          year,
          {
            symbol: `${group}/00`,
            cited: [...own.slice(fields), ...own.slice(0, fields).map(() => pick(pool, past))].map(({ document }) => document),
          },
          past,
        );
      }),
    ),
  );
  const old = before.filter(({ filed }) => filed < "2005");
  const meritOf = new Map(traits.map(({ group, rise, original }) => [`${group}/00`, (rise + original) / Math.SQRT2]));
  /** One of those that are cited, as often as the signal has it. */
  const pickCited = (): string => {
    for (;;) {
      const one = pick(old, past);
      if (past.uniform() < Math.exp(signal * (meritOf.get(one.symbol)! - 2))) return one.document;
    }
  };
  const citing = before.filter(({ filed }) => filed > "2008").map((one) => ({ ...one, cited: [...one.cited, pickCited()] }));
  const after = traits.flatMap(({ group, rise, original }) =>
    Array.from({ length: 1 + poisson(6, future) }, () => ({
      mean: 3 * Math.exp((signal * (rise + original)) / Math.SQRT2),
      one: filing(2011 + future.below(3), { symbol: `${group}/00`, cited: [] }, future),
    })),
  );
  const citers = Array.from({ length: 400 }, () => filing(2016, { symbol: "A01B1/00", cited: [] }, future));
  const cited = new Map(citers.map(({ document }) => [document, [] as string[]]));
  for (const { mean, one } of after)
    for (let n = poisson(mean, future); n > 0; n--) cited.get(pick(citers, future).document)!.push(one.document);
  return [
    ...pool,
    ...before.filter(({ filed }) => filed <= "2008"),
    ...citing,
    ...after.map(({ one }) => one),
    ...citers.map((one) => ({ ...one, cited: cited.get(one.document)! })),
  ];
}

/** A measured workspace of these patents, open for questions. */
export async function plantedWorkspace(folder: string, signal: number, later = 2): Promise<Workspace> {
  const dir = join(folder, `planted-${signal}-${later}`);
  const filings = plantedFilings(signal, later);
  await corpusWorkspace(dir, [
    ...atlas,
    ...into(
      "patent",
      filings.map(({ document, filed, published }) => patent(document, published, { filed })),
    ),
    ...into(
      "patent_class",
      filings.map(({ document, symbol: name }) => symbol(document, name)),
    ),
    ...into(
      "patent_holder",
      filings.map(({ document }, at) => holds(document, holders[at % holders.length]!)),
    ),
    ...into(
      "patent_citation",
      filings.flatMap(({ document, cited }) => [...new Set(cited)].map((other) => cites(document, other))),
    ),
  ]);
  const writing = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(writing, { threads: 1 });
  writing.close();
  return openWorkspace(dir, { mode: "read" });
}
