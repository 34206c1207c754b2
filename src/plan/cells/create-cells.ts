import { groupBy } from "../../base/collections.ts";
import { addYears, yearOf } from "../../base/days.ts";
import { talent } from "../../measure/patents/talent.ts";
import type { Cell, CellHolder, Counted, YearCount } from "./cell.ts";
import { recentYears } from "./cell-activity.ts";
import { type CountedFamily, kindOf, type TechnologyFamilies } from "./counted-family.ts";

const examplesShown = 3;

/**
 * Cells of a technology, by group: one per main group of a family or of a patent rule. Without patents only the latter, uncounted; without
 * any group one cell without a group.
 * @param named main groups of the technology's patent rules
 */
export function createCells(counted: TechnologyFamilies, named: readonly string[]): readonly Cell[] {
  const { technology, families } = counted;
  if (families === null) return (named.length === 0 ? [""] : named).map((group) => uncounted(technology, group));
  const byGroup = groupBy(families, ({ group }) => group ?? "");
  const groups = [...new Set([...byGroup.keys(), ...named])].sort();
  return groups.map((group) => countedCell(counted, group, byGroup.get(group) ?? []));
}

const printed = (group: string): string => (group === "" ? "" : `${group.slice(0, 4)} ${group.slice(4)}`);

const named = (technology: string, group: string) => ({ id: `${technology}/${group}`, technology, group: printed(group) });

const none: Counted = { mean: null, of: 0 };

function uncounted(technology: string, group: string): Cell {
  return {
    ...named(technology, group),
    families: null,
    byYear: [],
    holders: [],
    concentration: null,
    weight: null,
    cited: none,
    originality: none,
    mix: [],
    followUp: { followUp: 0, judged: 0 },
    topTenth: { top: 0, judged: 0 },
    thickets: null,
    lapsing: { lapsing: 0, judged: 0 },
    inventors: null,
    examples: [],
  };
}

function countedCell(counted: TechnologyFamilies, group: string, families: readonly CountedFamily[]): Cell {
  const { technology, day, thickets } = counted;
  const since = yearOf(day) - recentYears;
  const recent = families.filter(({ year }) => year !== null && year > since);
  const judged = <T>(of: (family: CountedFamily) => T | null): readonly T[] => families.flatMap((family) => of(family) ?? []);
  const followUp = judged(({ followUp }) => followUp);
  const top = judged(({ top }) => top);
  return {
    ...named(technology, group),
    families: families.length,
    byYear: yearsOf(families),
    holders: holdersOf(counted, families),
    concentration: concentrationOf(families),
    weight: families.length === 0 ? 0 : sumOf(judged(middleWeight)),
    cited: meanOf(judged(({ cited }) => cited)),
    originality: meanOf(recent.flatMap(({ originality }) => originality ?? [])),
    mix: mixOf(recent),
    followUp: { followUp: followUp.filter(Boolean).length, judged: followUp.length },
    topTenth: { top: top.filter(Boolean).length, judged: top.length },
    thickets,
    lapsing: lapsingOf(families, day),
    inventors: inventorsOf(counted, families),
    examples: examplesOf(families),
  };
}

function yearsOf(families: readonly CountedFamily[]): readonly YearCount[] {
  const years = groupBy(
    families.flatMap(({ year }) => year ?? []),
    (year) => year,
  );
  return [...years].map(([year, own]) => ({ year, families: own.length })).sort((a, b) => a.year - b.year);
}

function mixOf(families: readonly CountedFamily[]): Cell["mix"] {
  const kinds = groupBy(families.map(kindOf), ({ tercile, team }) => `${tercile ?? ""}|${team ?? ""}`);
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => ({ ...own[0], families: own.length }));
}

const middleWeight = ({ weight }: CountedFamily): number | null => weight && (weight.low + weight.high) / 2;

const sumOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((total, value) => total + value, 0);

const meanOf = (values: readonly number[]): Counted => ({
  mean: values.length === 0 ? null : sumOf(values)! / values.length,
  of: values.length,
});

/** Holders by families, most first. A joint family counts for each holder; its weight is split evenly. */
function holdersOf({ holders }: TechnologyFamilies, families: readonly CountedFamily[]): readonly CellHolder[] {
  const shares = families.flatMap((family) => family.holders.map((holder) => ({ holder, family })));
  const held = groupBy(shares, ({ holder }) => holder);
  return [...held]
    .map(([holder, own]): CellHolder => {
      const parts = own.flatMap(({ family }) => {
        const weight = middleWeight(family);
        return weight === null ? [] : weight / family.holders.length;
      });
      const { economy = null, organisation = null } = holders.get(holder) ?? {};
      return { holder, economy, organisation, families: own.length, weight: sumOf(parts) };
    })
    .sort((a, b) => b.families - a.families || (a.holder < b.holder ? -1 : 1));
}

/** Herfindahl-Hirschman index of families over known holders; joint families are split evenly. */
function concentrationOf(families: readonly CountedFamily[]): number | null {
  const parts = new Map<string, number>();
  const held = families.filter(({ holders }) => holders.length > 0);
  for (const { holders } of held) {
    for (const holder of holders) parts.set(holder, (parts.get(holder) ?? 0) + 1 / holders.length);
  }
  return held.length === 0 ? null : [...parts.values()].reduce((sum, part) => sum + (part / held.length) ** 2, 0);
}

function lapsingOf(families: readonly CountedFamily[], day: number): Cell["lapsing"] {
  const lapses = families.flatMap(({ lapse }) => lapse ?? []);
  return { lapsing: lapses.filter((lapse) => lapse > day && lapse <= addYears(day, recentYears)).length, judged: lapses.length };
}

/** `null` without inventors, or with too few of known economy. */
function inventorsOf({ inventors, span }: TechnologyFamilies, families: readonly CountedFamily[]): ReadonlyMap<string, number> | null {
  if (span === null) return null;
  const documents = new Set(families.flatMap((family) => family.documents));
  const own = inventors.filter(({ document }) => documents.has(document));
  const { active, economies } = talent(own, span);
  if (active === 0) return new Map();
  return economies && new Map(economies.map(({ economy, active }) => [economy, active]));
}

function examplesOf(families: readonly CountedFamily[]): Cell["examples"] {
  const cited = ({ cited }: CountedFamily): number => cited ?? -1;
  return [...families]
    .sort((a, b) => cited(b) - cited(a) || (b.year ?? 0) - (a.year ?? 0) || (a.documents[0]! < b.documents[0]! ? -1 : 1))
    .slice(0, examplesShown)
    .map(({ documents, title, holders, year }) => ({ document: documents[0]!, title, holder: holders[0] ?? null, year }));
}
