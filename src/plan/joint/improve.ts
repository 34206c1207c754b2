import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import type { CompiledJoint } from "./compiled-joint.ts";
import type { Draft, SavedDraft } from "./draft.ts";
import { fill, negligible, type Preference } from "./fill.ts";
import { trim } from "./trim.ts";

/** Bounds the work of a search by a count, so that it is the same on any machine; by time only where somebody gave a limit. */
export interface Effort {
  /** Changes still to be tried. */
  left: number;
  readonly limit: TimeLimit;
}

export const effortOf = (tries: number, limit: TimeLimit = noTimeLimit): Effort => ({ left: tries, limit });

/**
 * Drop and refill: takes each programme out in turn, or puts one in that is out and makes room for it, fills what is free anew and keeps
 * what is better, until nothing is. The draft is never worse than before.
 *
 * @param banned programmes that stay out
 */
export function improve(
  problem: CompiledJoint,
  draft: Draft,
  preference: Preference,
  effort: Effort,
  banned: ReadonlySet<number> = none,
): void {
  let best = draft.save();
  let value = draft.value();
  const isBetter = (): boolean => {
    const now = draft.value();
    if (now <= value + negligible * Math.max(1, Math.abs(value))) return false;
    [best, value] = [draft.save(), now];
    return true;
  };
  const attempt = (programme: number): boolean => {
    if (effort.left <= 0 || effort.limit.isUp()) return false;
    effort.left--;
    if (replaced(problem, draft, preference, programme, banned) && isBetter()) return true;
    draft.restore(best);
    return false;
  };
  for (let improved = true; improved; ) {
    improved = false;
    for (const programme of worthTrying(draft)) if (!banned.has(programme) && attempt(programme)) improved = true;
  }
}

const none: ReadonlySet<number> = new Set();

/** The programmes in, then those out that would gain most. */
function worthTrying(draft: Draft): readonly number[] {
  const all = Array.from(draft.chosen, (on, programme) => ({ programme, on, effect: draft.effect(programme) }));
  return all.sort((a, b) => b.on - a.on || b.effect - a.effect || a.programme - b.programme).map(({ programme }) => programme);
}

/** Takes a programme out, or puts it in with room made for it, and refills. Whether the bounds hold. */
function replaced(problem: CompiledJoint, draft: Draft, preference: Preference, programme: number, banned: ReadonlySet<number>): boolean {
  if (draft.chosen[programme] === 1) {
    const exit = [{ programme, sign: -1 as const }];
    if (!draft.allows(exit)) return false;
    draft.apply(exit);
    fill(draft, preference, new Set([programme, ...banned]));
    return draft.broken().length === 0 || trim(problem, draft);
  }
  const entry = draft.entry(programme);
  if (!draft.allows(entry)) return false;
  draft.apply(entry);
  if (!trim(problem, draft, new Set([programme]))) return false;
  fill(draft, preference, banned);
  return true;
}

/** The best of several drafts' states. */
export function bestOf(draft: Draft, states: readonly SavedDraft[]): SavedDraft | null {
  let [best, most] = [null as SavedDraft | null, Number.NEGATIVE_INFINITY];
  for (const state of states) {
    draft.restore(state);
    const value = draft.value();
    if (value > most) [best, most] = [state, value];
  }
  return best;
}
