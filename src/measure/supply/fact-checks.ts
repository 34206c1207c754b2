import { present } from "../../base/collections.ts";
import { counted, percent, percentRange, usdBn } from "../../base/format.ts";
import type { Row } from "../../base/tables.ts";
import { listed } from "../../base/words.ts";
import { type DatedRule, rowFaults, ruleFaults } from "./row-checks.ts";
import type { ShareEntry } from "./share-entries.ts";
import { figuresOf, gapOf, revisionsOf, type ShareRow, sameKind } from "./share-row.ts";
import type { SupplyMap, Technology } from "./supply-map.ts";

/** The checks of facts, in the order in which they are listed, each with what it looks for. */
export const factChecks = {
  overfull: "shares that sum to more than a market holds",
  stale: "an answer carried by a figure more than five years old",
  contradicted: "a figure that a newer one contradicts",
  market: "a market smaller than a part of it, or than what one input costs it",
  family: "a family whose own shares its members contradict",
  thin: "a technology of whose supply one document is all, or one of more than five years ago",
  making: "an economy with plants but without a figure of what it makes, or makers that together make more than all",
  jump: "a holder's share that changes by more than two fifths within three years",
  parts: "a share of an economy, or of several firms together, that its firms' own shares exceed",
  dates: "a share that was known before its year or its document, or is of a year to come",
  rules: "a rule that ends before it begins, or suspends one that is not there",
} as const;

export type FactCheck = keyof typeof factChecks;

/** A doubt about loaded facts; `about`: a technology, an economy or a rule. */
export interface FactDoubt {
  readonly check: FactCheck;
  readonly about: string;
  /** In a few words, with the figures. */
  readonly text: string;
  readonly sources: readonly string[];
}

/** How far figures may sum above 1 or differ, for rounding. */
const rounding = 0.02;

const staleAfter = 5;

/** Name of an economy or an organisation. */
type NameOf = (id: string) => string;

/** All doubts about the facts of a map that no run of the model is needed for. */
export function doubtsOf(
  map: SupplyMap,
  plants: readonly Row<"plant">[],
  nameOf: NameOf,
  rules: readonly DatedRule[] = [],
): readonly FactDoubt[] {
  return [
    ...map.technologies.flatMap((technology) => [
      ...overfull(technology),
      ...stale(map, technology),
      ...contradicted(technology, nameOf),
      ...thin(map, technology),
    ]),
    ...markets(map),
    ...families(map, nameOf),
    ...unmade(map, plants, nameOf),
    ...rowFaults(map, plants, nameOf).map(({ check, about, text, rows }) => doubt(check, about, text, rows)),
    ...ruleFaults(rules).map(({ about, text, rule }) => doubt("rules", about, text, [rule])),
  ];
}

const doubt = (check: FactCheck, about: string, text: string, rows: readonly { readonly source: string | null }[]): FactDoubt => ({
  check,
  about,
  text,
  sources: [...new Set(rows.flatMap(({ source }) => source ?? []))],
});

const ofYear = ({ year }: Pick<ShareRow, "year">): string => (year === null ? "without a year" : `of ${year}`);

function overfull({ id, shareRows }: Technology): readonly FactDoubt[] {
  return shareRows.flatMap((row) => {
    const least = row.entries.reduce((sum, { low }) => sum + low, 0) + row.joint.reduce((sum, { low }) => sum + low, 0);
    const text = `shares ${ofYear(row)} (${row.basis}) sum to at least ${percent(least)}`;
    return least > 1 + rounding ? [doubt("overfull", id, text, row.rows)] : [];
  });
}

/** Whether a figure is of more than five years before the day of the map. */
export const isOld = ({ asOf }: Pick<SupplyMap, "asOf">, year: number | null): year is number =>
  year !== null && Number(asOf.slice(0, 4)) - year > staleAfter;

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
      const holders = listed(holder.split(";").map((each) => nameOf(each.trim())));
      const text = `${holders} has ${percentRange(...before)} in the shares ${ofYear(supply)} that answer, ${percentRange(...after)} in those ${ofYear(row)}`;
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
 * Markets of families against those of their members, and of an input that one technology alone takes against the market of that one.
 * A final product is sold to users of chips as well.
 */
function markets(map: SupplyMap): readonly FactDoubt[] {
  const sizeOf = newestSizes(map);
  const greater = (part: number, whole: number, what: string): readonly FactDoubt[] => {
    const [one, other] = [map.technologies[whole]!, map.technologies[part]!];
    const [less, more] = [sizeOf.get(one.id), sizeOf.get(other.id)];
    if (less?.high == null || more?.low == null || more.low <= less.high * (1 + rounding)) return [];
    const text = `its market of ${usdBn(less.high)} (${less.year ?? "no year"}) is smaller than that of ${other.name}, ${usdBn(more.low)} (${more.year ?? "no year"}), ${what}`;
    return [doubt("market", one.id, text, [less, more])];
  };
  const users = new Map<number, Set<number>>();
  for (const { input, user } of map.requirements) users.set(input, (users.get(input) ?? new Set()).add(user));
  return [
    ...[...map.familyOf].flatMap(([member, family]) => greater(member, family, "a member of it")),
    ...[...users].flatMap(([input, [user, ...others]]) =>
      others.length === 0 && map.familyOf.get(input) !== user && !map.products.includes(input)
        ? greater(input, user!, "which it alone takes")
        : [],
    ),
  ];
}

function newestSizes({ rows }: SupplyMap): ReadonlyMap<string, Row<"parameter">> {
  const newest = new Map<string, Row<"parameter">>();
  for (const row of rows.parameter) {
    if (row.parameter !== "market-size" || row.scope !== "world") continue;
    if ((newest.get(row.technology)?.year ?? 0) <= (row.year ?? 0)) newest.set(row.technology, row);
  }
  return newest;
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

/** Economies whose plants make a final product, directly or as a service that it cannot do without, of which no source says what part of any. */
function unmade(map: SupplyMap, plants: readonly Row<"plant">[], nameOf: NameOf): readonly FactDoubt[] {
  const productsOf = (technology: string): readonly string[] => {
    const index = map.indexOf.get(technology);
    if (index === undefined) return [];
    if (map.products.includes(index)) return [technology];
    const foundry = map.technologies[index]!.stage === "fabrication" && map.technologies[index]!.mode === "service";
    const users = map.requirements.filter(
      ({ input, user, criticality }) => input === index && criticality === "blocking" && map.products.includes(user),
    );
    return foundry ? users.map(({ user }) => map.technologies[user]!.id) : [];
  };
  const made = new Set(
    map.rows.product_place.flatMap(({ product, economy, role, low, high }) =>
      role === "make" && (low ?? high) !== null ? [`${product} ${economy}`] : [],
    ),
  );
  const byEconomy = new Map<string, Row<"plant">[]>();
  for (const plant of plants) {
    const runs = plant.status === null || plant.status === "operating";
    const products = productsOf(plant.technology);
    if (runs && products.length > 0 && !products.some((product) => made.has(`${product} ${plant.economy}`)))
      byEconomy.set(plant.economy, [...(byEconomy.get(plant.economy) ?? []), plant]);
  }
  return [...byEconomy].map(([economy, own]) =>
    doubt(
      "making",
      economy,
      `${counted(own.length, "plant")} (${own.map(({ owner, place }) => present(nameOf(owner), place).join(" in ")).join("; ")}), and no figure of what it makes`,
      own,
    ),
  );
}
