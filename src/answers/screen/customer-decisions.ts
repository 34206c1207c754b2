import type { OwnersTold } from "../../screen/cases/owners-told.ts";
import type { Lists } from "../../screen/read-lists.ts";
import type { ListsOn } from "./lists-on.ts";
import type { ScreenHit } from "./screen-report.ts";

/** Lists as they stood on a day, and what tables of owners told on it. */
export interface ListsScreened {
  readonly lists: Lists;
  readonly on: ListsOn;
  readonly owners: OwnersTold;
}

/** Decisions on the cases of customers, for names that are screened with the id of one. */
export interface CustomerDecisions {
  /**
   * Decisions on a customer by entry, where the name is one of its names and nothing has changed since: not the customer, not what the
   * entry says in these lists.
   */
  of(id: string | null, name: string, screened: ListsScreened): ReadonlyMap<string, NonNullable<ScreenHit["decision"]>>;
}

/** Where no customers are known. */
export const noCustomers: CustomerDecisions = { of: () => new Map() };
