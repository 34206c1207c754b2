import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Traded, untraded } from "../traded.ts";

/** Someone that something is kept from: an economy, a group, a firm, or all the world but the senders. */
export interface CourseTarget {
  readonly code: string;
  /** By economy of the model: 1 where its supply is the target's own. */
  readonly own: Uint8Array;
  /** What no named holder has is the target's own: it is all the world but the senders. */
  readonly ownsRest: boolean;
  /** Codes whose making and using of final products it does not have, where it is all the world but these. */
  readonly leaves: readonly string[];
  /** A firm, told by what is made of its own: it uses next to nothing of the world's supply, and loses what it cannot have made. */
  readonly designer: boolean;
  readonly imports: Traded;
  /** What the plants of a firm make, as far as they are known; none: they are not, or it has none. */
  readonly plants: readonly number[];
}

/** Technologies that the plants of a firm make; none where none is known. */
export type PlantsOf = (firm: string) => readonly number[];

/** An economy or a group as the sum of its members; any other code is a firm, which has its own products made. */
export function targetParty(
  model: SupplyModel,
  code: string,
  imports: Traded = untraded(code),
  plants: readonly number[] = [],
): CourseTarget {
  const own = new Uint8Array(model.economies.length);
  for (const member of membersOf(model, code)) {
    const index = model.economyIndex.get(member);
    if (index !== undefined) own[index] = 1;
  }
  return { code, own, ownsRest: false, leaves: [], designer: model.map.economyOf.has(code), imports, plants };
}

/** All the world but some economies or groups: the senders, and whoever is a target beside it. */
export function worldParty(model: SupplyModel, leaves: readonly string[]): CourseTarget {
  const own = new Uint8Array(model.economies.length).fill(1);
  for (const member of leaves.flatMap((code) => membersOf(model, code))) {
    const index = model.economyIndex.get(member);
    if (index !== undefined) own[index] = 0;
  }
  return { code: "world", own, ownsRest: true, leaves, designer: false, imports: untraded("world"), plants: [] };
}
