import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Traded, untraded } from "../target.ts";

/** A target: an economy, a group, a firm, or all the world but the senders. */
export interface CourseTarget {
  readonly code: string;
  /** By economy: 1 where its supply is the target's own. */
  readonly own: Uint8Array;
  /** Unnamed supply is its own: rest of the world. */
  readonly ownsRest: boolean;
  /** Codes whose making and use a rest-of-world target leaves out. */
  readonly leaves: readonly string[];
  /** A firm, described by the products made for it; its own use of world supply is negligible. */
  readonly designer: boolean;
  readonly imports: Traded;
  /** Products of a firm's plants, as far as known. */
  readonly plants: readonly number[];
}

/** Technologies made by a firm's plants; empty if unknown. */
export type PlantsOf = (firm: string) => readonly number[];

/** An economy or group as the sum of its members; other codes are firms. */
export function targetParty(
  model: SupplyModel,
  code: string,
  imports: Traded = untraded(code),
  plants: readonly number[] = [],
): CourseTarget {
  const own = marked(model, [code]);
  return { code, own, ownsRest: false, leaves: [], designer: model.map.economyOf.has(code), imports, plants };
}

/** All the world but the senders and other targets. */
export function worldParty(model: SupplyModel, leaves: readonly string[]): CourseTarget {
  const own = marked(model, leaves).map((leaves) => 1 - leaves);
  return { code: "world", own, ownsRest: true, leaves, designer: false, imports: untraded("world"), plants: [] };
}

/** A rest-of-world target without one more party. */
export function withoutParty(model: SupplyModel, target: CourseTarget, code: string): CourseTarget {
  const apart = marked(model, [code]);
  return { ...target, own: target.own.map((own, economy) => own * (1 - apart[economy]!)), leaves: [...target.leaves, code] };
}

/** By economy: 1 for members of these codes. */
function marked(model: SupplyModel, codes: readonly string[]): Uint8Array {
  const members = new Set(codes.flatMap((code) => membersOf(model, code)));
  return Uint8Array.from(model.economies, (economy) => (members.has(economy) ? 1 : 0));
}
