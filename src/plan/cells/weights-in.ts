import type { JurisdictionOffices } from "../../link/regional-offices.ts";
import type { CountedFamily, TechnologyFamilies } from "./counted-family.ts";
import { type Home, isHome } from "./home.ts";

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
