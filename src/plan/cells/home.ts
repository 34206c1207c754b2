import type { CellHolder } from "./cell.ts";

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
