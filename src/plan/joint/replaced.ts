import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import type { CompiledJoint } from "./compiled-joint.ts";
import { createDraft, type Draft, type SavedDraft } from "./draft.ts";
import { fill } from "./fill.ts";
import { effortOf, improve } from "./improve.ts";
import type { FoundJoint } from "./search-plan.ts";

/** Takes a programme out of a plan, with all sizes of its problem, and puts what is freed to its next best use. */
export function refillWithout(
  problem: CompiledJoint,
  draft: Draft,
  plan: SavedDraft,
  programme: number,
  tries: number,
  limit: TimeLimit = noTimeLimit,
): void {
  draft.restore(plan);
  draft.apply([{ programme, sign: -1 }]);
  const without = new Set([programme, ...problem.rivals[programme]!]);
  for (const preference of ["by-price", "by-value"] as const) {
    fill(draft, preference, without);
    improve(problem, draft, preference, effortOf(tries, limit), without);
  }
}

/** Plans of more programmes are not looked through one by one. */
const mostLookedThrough = 50;

/** The best plan found by taking programmes out one at a time and putting what is freed to its next best use, again and again; the same plan where none is better. */
export function replaced(problem: CompiledJoint, found: FoundJoint, tries: number, limit: TimeLimit = noTimeLimit): FoundJoint {
  const draft = createDraft(problem);
  const empty = draft.save();
  let best = found;
  for (;;) {
    const members = Array.from(best.chosen.keys()).filter((programme) => best.chosen[programme] === 1);
    if (members.length > mostLookedThrough) return best;
    draft.restore(empty);
    draft.apply(members.map((programme) => ({ programme, sign: 1 })));
    const plan = draft.save();
    const start = best;
    for (const programme of members) {
      if (limit.isUp()) return best;
      if (problem.required[programme] === 1) continue;
      refillWithout(problem, draft, plan, programme, tries, limit);
      const value = draft.value();
      if (value > best.value && draft.broken().length === 0) best = { chosen: draft.chosen.slice(), value };
    }
    if (best === start) return best;
  }
}
