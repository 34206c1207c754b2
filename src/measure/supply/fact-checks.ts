import type { Row } from "../../base/tables.ts";
import { listed, spaced } from "../../base/words.ts";
import { doubt, type FactDoubt, holderWords, type NameOf } from "./fact-doubt.ts";
import type { DatedFact } from "./known.ts";
import { makingDoubts } from "./making-checks.ts";
import { marketDoubts } from "./market-checks.ts";
import { shareDoubts } from "./share-checks.ts";
import { shareRowDoubts } from "./share-row-checks.ts";
import type { SupplyMap } from "./supply-map.ts";

/** All doubts about the facts of a map that no run of the model is needed for. */
export const doubtsOf = (
  map: SupplyMap,
  plants: readonly Row<"plant">[],
  nameOf: NameOf,
  rules: readonly DatedRule[] = [],
): readonly FactDoubt[] => [
  ...shareDoubts(map, nameOf),
  ...marketDoubts(map),
  ...makingDoubts(map, plants, nameOf),
  ...shareRowDoubts(map, nameOf),
  ...dateDoubts(map, nameOf),
  ...ruleDoubts(rules),
];

/** What is read of a rule here. */
export interface DatedRule {
  readonly id: string;
  readonly effective: string | null;
  readonly ends: string | null;
  readonly suspends: string | null;
  readonly source: string | null;
}

export function ruleDoubts(rules: readonly DatedRule[]): readonly FactDoubt[] {
  const known = new Set(rules.map(({ id }) => id));
  return rules.flatMap((rule): readonly FactDoubt[] => {
    const { id, effective, ends, suspends } = rule;
    const missing =
      suspends
        ?.split(";")
        .map((each) => each.trim())
        .filter((each) => !known.has(each)) ?? [];
    if (missing.length > 0) return [doubt("rules", id, `suspends ${listed(missing)}, which is not there`, [rule])];
    const isOver = effective !== null && ends !== null && ends < effective;
    return isOver ? [doubt("rules", id, `takes effect on ${effective} and ends on ${ends}`, [rule])] : [];
  });
}

/** A figure that the model reads: of a technology, and what it is, in words. */
interface Told extends DatedFact {
  readonly year: number | null;
  readonly known: string | null;
  readonly note: string | null;
  readonly about: string;
  readonly what: string;
}

/**
 * Figures known before the year that they are of began, or of a year to come, unless they say that they are forecasts; and figures known before
 * their document was published, unless they say where they were first published.
 */
function dateDoubts({ rows, asOf }: SupplyMap, nameOf: NameOf): readonly FactDoubt[] {
  const published = new Map(rows.document.map(({ id, published: day }) => [id, day]));
  const facts: readonly Told[] = [
    ...rows.share.map((row) => ({ ...row, about: row.technology, what: `a share of ${holderWords(row.holder, nameOf)}` })),
    ...rows.parameter.map((row) => ({ ...row, about: row.technology, what: spaced(row.parameter) })),
    ...rows.product_place.map((row) => ({ ...row, about: row.product, what: `what ${nameOf(row.economy)} ${row.role}s` })),
  ];
  return facts.flatMap((fact): readonly FactDoubt[] => {
    const { about, what, year, known, note, source } = fact;
    const day = published.get(source ?? "") ?? null;
    const words = faultOf({ year, known, day, note: note ?? "" }, Number(asOf.slice(0, 4)));
    return words === null ? [] : [doubt("dates", about, `${what} ${words}`, [fact])];
  });
}

interface Dated {
  readonly year: number | null;
  readonly known: string | null;
  /** On which its document was published. */
  readonly day: string | null;
  readonly note: string;
}

function faultOf({ year, known, day, note }: Dated, thisYear: number): string | null {
  const since = known ?? day;
  if (year !== null && !/\bforecast\b/i.test(note)) {
    if (year > thisYear) return `of ${year}, which is to come`;
    if (since !== null && Number(since.slice(0, 4)) < year) return `of ${year} and known ${dayWords(since)}`;
  }
  const isEarlier = known !== null && day !== null && known < day.slice(0, known.length);
  return isEarlier && !/\bfirst published\b/i.test(note) ? `known ${dayWords(known)} by a document published ${dayWords(day)}` : null;
}

const dayWords = (day: string): string => (day.length === 10 ? `on ${day}` : `in ${day}`);
