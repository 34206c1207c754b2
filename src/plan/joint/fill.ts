import type { Draft } from "./draft.ts";

/** How candidates are ranked: by value for the budgets they use, or by value. */
export type Preference = "by-price" | "by-value";

/** Gains below this part of the value of a plan are none. */
export const negligible = 1e-9;

/**
 * Puts in the programme of the highest exact gain, alone or in place of another size of its problem, until none that fits gains anything
 * (Nemhauser, Wolsey and Fisher 1978 for the greedy rule; here values are not submodular, so it is a heuristic).
 *
 * @param banned programmes that stay out
 */
export function fill(draft: Draft, preference: Preference, banned: ReadonlySet<number> = none): void {
  for (let best = bestEntry(draft, preference, banned); best >= 0; best = bestEntry(draft, preference, banned))
    draft.apply(draft.entry(best));
}

const none: ReadonlySet<number> = new Set();

function bestEntry(draft: Draft, preference: Preference, banned: ReadonlySet<number>): number {
  const least = negligible * Math.max(1, Math.abs(draft.value()));
  let [best, most] = [-1, 0];
  for (let programme = 0; programme < draft.chosen.length; programme++) {
    if (draft.chosen[programme] === 1 || banned.has(programme)) continue;
    const changes = draft.entry(programme);
    if (!draft.fits(changes)) continue;
    const gain = draft.effect(programme);
    if (gain <= least) continue;
    const score = preference === "by-value" ? gain : perPrice(gain, draft.price(changes));
    if (score > most) [best, most] = [programme, score];
  }
  return best;
}

/** What saves budget as well comes first. */
const perPrice = (gain: number, price: number): number => (price > 0 ? gain / price : Number.MAX_VALUE);
