import type { CompiledJoint } from "./compiled-joint.ts";
import type { Draft } from "./draft.ts";

/** Part of the programmes that is taken out between two looks at what each would be missed by. */
const atOnce = 0.04;

/**
 * Takes programmes out of a draft that is over its bounds, those first that would be missed least for the room they give in bounds that do
 * not hold. From the plan of all programmes it keeps complements together, which a greedy rule from nothing cannot see. Required ones stay.
 *
 * @param kept programmes that stay in
 * @returns whether all bounds hold now
 */
export function trim(problem: CompiledJoint, draft: Draft, kept: ReadonlySet<number> = none): boolean {
  for (;;) {
    const over = new Set(draft.broken());
    if (over.size === 0) return true;
    const leaving = leastMissed(problem, draft, over, kept);
    if (leaving.length === 0) return false;
    for (const programme of leaving.slice(0, Math.max(1, Math.floor(atOnce * leaving.length)))) {
      draft.apply([{ programme, sign: -1 }]);
      if (draft.broken().length === 0) return true;
    }
  }
}

const none: ReadonlySet<number> = new Set();

/** Programmes in that give room, the least missed for it first. */
function leastMissed({ rows, inRows, required }: CompiledJoint, draft: Draft, over: ReadonlySet<number>, kept: ReadonlySet<number>) {
  const scored: { readonly programme: number; readonly score: number }[] = [];
  draft.chosen.forEach((on, programme) => {
    if (on === 0 || required[programme] === 1 || kept.has(programme)) return;
    let room = 0;
    for (const { row, weight } of inRows[programme]!) if (over.has(row)) room += weight / Math.max(Math.abs(rows[row]!.most), 1e-9);
    if (room > 0) scored.push({ programme, score: -draft.effect(programme) / room });
  });
  return scored.sort((a, b) => a.score - b.score || a.programme - b.programme).map(({ programme }) => programme);
}
