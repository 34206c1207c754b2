import { sum } from "../../base/numbers.ts";
import type { JurisdictionOffices } from "../../link/regional-offices.ts";
import type { Cell, CellHolder } from "./cell.ts";
import type { CountedFamily, TechnologyFamilies } from "./counted-family.ts";

/** The planner: an economy, the members of a group, an organisation or one holder. */
export interface Home {
  readonly id: string;
  /** Ids of its economies, organisations and holders. */
  readonly members: ReadonlySet<string>;
  /** Economies where its people work. */
  readonly economies: ReadonlySet<string>;
}

/** Whether a holder is home: by itself, its organisation or the economy of its seat. */
export const isHome = (
  { members }: Pick<Home, "members">,
  { holder, organisation, economy }: Pick<CellHolder, "holder" | "organisation" | "economy">,
): boolean => members.has(holder) || (organisation !== null && members.has(organisation)) || (economy !== null && members.has(economy));

/** Home's and others' shares of a cell; `null` is unknown. */
export interface HomePosition {
  /** Families held alone or jointly. */
  readonly families: number | null;
  readonly weight: number | null;
  readonly othersWeight: number | null;
  /** Inventors of the last five years in home's economies, and in all. */
  readonly inventors: number | null;
  readonly allInventors: number | null;
}

/** Home's position in a cell. A family of two home holders counts twice. */
export function homePositionOf(cell: Cell, home: Home): HomePosition {
  const own = cell.holders.filter((holder) => isHome(home, holder));
  const others = cell.holders.filter((holder) => !isHome(home, holder));
  const people = cell.inventors && [...cell.inventors];
  return {
    families: cell.families === null ? null : sum(own.map(({ families }) => families)),
    weight: weightOf(cell, own),
    othersWeight: weightOf(cell, others),
    inventors: people && sum(people.map(([economy, active]) => (home.economies.has(economy) ? active : 0))),
    allInventors: people && sum(people.map(([, active]) => active)),
  };
}

/** 0 without holders; `null` if the weight of all is unknown. */
function weightOf({ families }: Cell, holders: readonly CellHolder[]): number | null {
  if (families === null) return null;
  const known = holders.flatMap(({ weight }) => weight ?? []);
  return holders.length > 0 && known.length === 0 ? null : sum(known);
}

/** Blocking weight in force of a home and of all others; `null` if nothing is loaded or no weight is known. */
export interface Weights {
  readonly own: number | null;
  readonly others: number | null;
}

/**
 * Blocking weight in force in one jurisdiction, at the middle of its interval: per family the office with the highest, joint families split
 * evenly. Families without a known holder are left out.
 */
export function weightsIn({ families, holders }: TechnologyFamilies, home: Home, offices: JurisdictionOffices): Weights {
  if (families === null) return { own: null, others: null };
  const isOwn = (holder: string): boolean => isHome(home, { holder, ...(holders.get(holder) ?? { organisation: null, economy: null }) });
  const held = families
    .filter((family) => family.holders.length > 0)
    .map((family) => ({
      weight: weightThere(family, offices),
      part: family.holders.filter(isOwn).length / family.holders.length,
    }));
  return { own: sumOf(held), others: sumOf(held.map(({ weight, part }) => ({ weight, part: 1 - part }))) };
}

/** 0 without holders; `null` if the weight of all is unknown. */
function sumOf(held: readonly { readonly weight: number | null; readonly part: number }[]): number | null {
  const having = held.filter(({ part }) => part > 0);
  const known = having.filter(({ weight }) => weight !== null);
  return having.length > 0 && known.length === 0 ? null : known.reduce((sum, { weight, part }) => sum + weight! * part, 0);
}

/** 0 without a document there; an office whose patents may have no effect there counts from 0. */
function weightThere({ weightAt }: CountedFamily, { own, other }: JurisdictionOffices): number | null {
  const middles = [...weightAt].flatMap(([office, weight]): readonly (number | null)[] => {
    if (own.includes(office)) return [weight && (weight.low + weight.high) / 2];
    return other.includes(office) ? [weight && weight.high / 2] : [];
  });
  const known = middles.filter((middle) => middle !== null);
  return middles.length > 0 && known.length === 0 ? null : Math.max(0, ...known);
}
