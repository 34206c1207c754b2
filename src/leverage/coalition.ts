import type { Interval } from "../base/numbers.ts";
import { ordered } from "./chokepoint-score.ts";
import { atEnds, corners } from "./ends.ts";
import type { Reach } from "./reach.ts";
import type { Target } from "./target.ts";
import type { Withholding } from "./withholding.ts";

/** Part of final output. */
const threshold = 0.5;

/** Largest providers considered where all sets are tried. */
const mostExact = 10;

/**
 * The smallest set of economies that by withholding technology `t` costs the target more than half of final output in the middle run;
 * among equals the costliest. `null` if none does. With one share row, no reach rules and no trade data the largest providers in order are
 * optimal; otherwise all sets are tried.
 */
export function smallestCoalition(
  withholding: Withholding,
  target: Target,
  reach: Reach,
  candidates: readonly string[],
  t: number,
): { readonly members: readonly string[]; readonly loss: Interval } | null {
  const loss = (senders: readonly string[]): number => withholding.loss({ target, senders, reach }, t, corners[1]).total ?? 0;
  if (candidates.length === 0 || loss(candidates) <= threshold) return null;
  const seeds = withholding.seeds(t);
  const additive = seeds.length === 1 && reach.issuers(seeds[0]!).length === 0 && !target.imports.has(seeds[0]!);
  const share = (sender: string): number => withholding.stopped({ target, senders: [sender], reach }, seeds[0]!, corners[1]);
  const members = additive ? growing(bySize(candidates, share), loss) : exact(candidates.slice(0, mostExact), loss);
  if (members === null) return null;
  const losses = withholding.lossInterval({ target, senders: members, reach }, t);
  return { members, loss: ordered(atEnds((end) => losses[end].total ?? 0)) };
}

function bySize(candidates: readonly string[], share: (sender: string) => number): readonly string[] {
  const shares = new Map(candidates.map((sender) => [sender, share(sender)]));
  return [...candidates].sort((a, b) => shares.get(b)! - shares.get(a)! || a.localeCompare(b));
}

function growing(candidates: readonly string[], loss: (senders: readonly string[]) => number): readonly string[] | null {
  for (let size = 1; size <= candidates.length; size++) {
    const members = candidates.slice(0, size);
    if (loss(members) > threshold) return members;
  }
  return null;
}

function exact(candidates: readonly string[], loss: (senders: readonly string[]) => number): readonly string[] | null {
  for (let size = 1; size <= candidates.length; size++) {
    let best: { members: readonly string[]; loss: number } | null = null;
    for (const members of combinations(candidates, size)) {
      const value = loss(members);
      if (value > threshold && (best === null || value > best.loss)) best = { members, loss: value };
    }
    if (best) return best.members;
  }
  return null;
}

function* combinations(items: readonly string[], size: number, from = 0): Generator<readonly string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) for (const rest of combinations(items, size - 1, i + 1)) yield [items[i]!, ...rest];
}
