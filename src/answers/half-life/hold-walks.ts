import { sum } from "../../base/numbers.ts";
import type { Holding } from "../../leverage/halflife/holding.ts";
import type { HoldWalk } from "../../leverage/halflife/kept.ts";
import { membersOf } from "../../leverage/members.ts";
import { middleOf } from "../../measure/supply/share-entries.ts";
import { figuresOf } from "../../measure/supply/share-row.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ShareRecord } from "./share-history.ts";
import { traitsAt } from "./share-history.ts";

/** How the shares of a holder go on without an act, by withheld technology of which it is the greatest holder: the pairs are of such. */
export function holdWalks(
  read: ReadModel,
  { stops, holder }: Pick<Holding, "stops" | "holder">,
  { learnt, used, history }: ShareRecord,
): ReadonlyMap<number, HoldWalk> {
  if (learnt === null) return new Map();
  const at = { year: Number(read.map.asOf.slice(0, 4)), day: read.map.asOf };
  const found = stops.flatMap(({ technology: t }) => {
    const technology = read.map.technologies[t]!;
    const share = greatestShare(technology, membersOf(read.model, holder));
    if (share === null) return [];
    const walk =
      used === "base rate"
        ? learnt.base.walkOf(share)
        : learnt.model.walkOf(share, traitsAt(read, technology, holder, share, at, history.all));
    return [[t, { technology: technology.id, share, walk }] as const];
  });
  return new Map(found);
}

/** What some economies hold together, if nobody else is named with more; `null` otherwise. */
function greatestShare({ supply }: Technology, holders: readonly string[]): number | null {
  const entries = supply === null ? [] : figuresOf(supply);
  const held = (own: boolean) => entries.filter(({ holder }) => holders.includes(holder) === own);
  const [share, others] = [sum(held(true).map(middleOf)), held(false).map(middleOf)];
  return share > 0 && share >= Math.max(0, ...others) ? Math.min(1, share) : null;
}
