import { sum } from "../../base/numbers.ts";
import type { Cell, CellHolder } from "./cell.ts";

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
