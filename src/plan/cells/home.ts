import { sum } from "../../base/numbers.ts";
import type { Cell, CellHolder } from "./cell.ts";

/** Who plans: one economy, the members of a group, an organisation or a single holder, all by the same test. */
export interface Home {
  readonly id: string;
  /** Ids of economies, organisations and holders that are home. */
  readonly members: ReadonlySet<string>;
  /** Economies in which its people work. */
  readonly economies: ReadonlySet<string>;
}

/** Whether a holder is home: itself, its organisation or the economy it has its seat in. */
export const isHome = (
  { members }: Pick<Home, "members">,
  { holder, organisation, economy }: Pick<CellHolder, "holder" | "organisation" | "economy">,
): boolean => members.has(holder) || (organisation !== null && members.has(organisation)) || (economy !== null && members.has(economy));

/** What of a cell is home's and what is others'; `null` is unknown. */
export interface HomePosition {
  /** Families that it holds alone or with others. */
  readonly families: number | null;
  /** Blocking weight in force of home and of all other holders. */
  readonly weight: number | null;
  readonly othersWeight: number | null;
  /** Inventors of the last five years in home's economies and anywhere. */
  readonly inventors: number | null;
  readonly allInventors: number | null;
}

/** What a home has in a cell. A family of two holders that are both home counts once for each. */
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

/** Nobody has no weight; that of somebody may be unknown. */
function weightOf({ families }: Cell, holders: readonly CellHolder[]): number | null {
  if (families === null) return null;
  const known = holders.flatMap(({ weight }) => weight ?? []);
  return holders.length > 0 && known.length === 0 ? null : sum(known);
}
