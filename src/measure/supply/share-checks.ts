import { percent, percentRange } from "../../base/format.ts";
import { doubt, type FactDoubt, holderWords, isOld, type NameOf, rounding } from "./fact-doubt.ts";
import type { ShareEntry } from "./share-entries.ts";
import { figuresOf, gapOf, revisionsOf, type ShareRow, sameKind } from "./share-row.ts";
import type { SupplyMap, Technology } from "./supply-map.ts";

/** Doubts about the shares that answer: their sum, their age, newer ones against them, their documents, and families against their members. */
export const shareDoubts = (map: SupplyMap, nameOf: NameOf): readonly FactDoubt[] => [
  ...map.technologies.flatMap((technology) => [
    ...overfull(technology),
    ...stale(map, technology),
    ...contradicted(technology, nameOf),
    ...thin(map, technology),
  ]),
  ...families(map, nameOf),
];

const ofYear = ({ year }: Pick<ShareRow, "year">): string => (year === null ? "without a year" : `of ${year}`);

function overfull({ id, shareRows }: Technology): readonly FactDoubt[] {
  return shareRows.flatMap((row) => {
    const least = row.entries.reduce((sum, { low }) => sum + low, 0) + row.joint.reduce((sum, { low }) => sum + low, 0);
    const text = `shares ${ofYear(row)} (${row.basis}) sum to at least ${percent(least)}`;
    return least > 1 + rounding ? [doubt("overfull", id, text, row.rows)] : [];
  });
}

function stale(map: SupplyMap, { id, supply }: Technology): readonly FactDoubt[] {
  if (supply === null || !isOld(map, supply.year)) return [];
  return [doubt("stale", id, `the newest shares are of ${supply.year}`, supply.rows)];
}

/** The row that answers against every newer one of its kind. */
function contradicted({ id, supply, shareRows }: Technology, nameOf: NameOf): readonly FactDoubt[] {
  if (supply === null) return [];
  return shareRows.flatMap((row) =>
    revisionsOf(supply, row).flatMap((revision) => {
      if (gapOf(revision) <= rounding) return [];
      const { holder, before, after } = revision;
      const text = `${holderWords(holder, nameOf)} has ${percentRange(...before)} in the shares ${ofYear(supply)} that answer, ${percentRange(...after)} in those ${ofYear(row)}`;
      return [doubt("contradicted", id, text, [...supply.rows, ...row.rows])];
    }),
  );
}

const rangeWords = ({ low, high }: Pick<ShareEntry, "low" | "high">): string => percentRange(low, high);

/** One document that answers, where no other has a figure of any year that bears it out, or where it is old. */
function thin(map: SupplyMap, { id, supply, shareRows }: Technology): readonly FactDoubt[] {
  const withFigure = (row: ShareRow) => row.rows.filter(({ low, high }) => low !== null || high !== null);
  const documents = (rows: readonly ShareRow[]): number => new Set(rows.flatMap(withFigure).map((row) => row.source ?? row)).size;
  if (supply === null || documents([supply]) !== 1) return [];
  const isAlone = documents(shareRows) === 1;
  if (!isAlone && !isOld(map, supply.year)) return [];
  return [doubt("thin", id, `one document ${ofYear(supply)}${isAlone ? "" : ", and none newer to bear it out"}`, withFigure(supply))];
}

/**
 * A family's own share of a holder lies between the least and the greatest of its members', where all of them have shares. A family of one
 * member has others that are not listed.
 */
function families(map: SupplyMap, nameOf: NameOf): readonly FactDoubt[] {
  const members = new Map<number, number[]>();
  for (const [member, family] of map.familyOf) members.set(family, [...(members.get(family) ?? []), member]);
  return [...members].flatMap(([family, of]) => {
    const { id, supply } = map.technologies[family]!;
    const parts = of.flatMap((member) => map.technologies[member]!.supply ?? []);
    if (supply === null || of.length < 2 || parts.length < of.length || parts.some((part) => !sameKind(part, supply))) return [];
    return figuresOf(supply).flatMap((own) => {
      const shares = parts.map((part) => shareIn(part, own.holder));
      const [least, most] = [Math.min(...shares.map(({ low }) => low)), Math.max(...shares.map(({ high }) => high))];
      const text = `${nameOf(own.holder)} has ${rangeWords(own)} of it, but ${rangeWords({ low: least, high: most })} of its members`;
      return own.low > most + rounding || own.high < least - rounding
        ? [
            doubt(
              "family",
              id,
              text,
              [supply, ...parts].flatMap(({ rows }) => rows),
            ),
          ]
        : [];
    });
  });
}

/** What a holder may have of a statement's supply. */
function shareIn(row: ShareRow, holder: string): Pick<ShareEntry, "low" | "high"> {
  const own = row.entries.filter((entry) => entry.holder === holder);
  const low = own.reduce((sum, entry) => sum + entry.low, 0);
  return {
    low,
    high: own.some(({ blank }) => blank) || own.length === 0 ? low + row.unknown : own.reduce((sum, { high }) => sum + high, 0),
  };
}
