import { capital, listed, lowered } from "../../base/words.ts";
import type { TargetResult } from "./simulate-report.ts";

type Short = Pick<TargetResult, "name" | "technologies">;

/** Why targets lack the same part of some technologies: said, since identical figures look like an error. */
export function sameShortfallLimits(targets: readonly Short[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [key, names] of sameShort(targets)) {
    const of = listed(names);
    groups.set(of, [...(groups.get(of) ?? []), lowered(key)]);
  }
  return [...groups].map(
    ([of, technologies]) =>
      `${capital(of)} are short of the same part of ${listed(technologies)}. Supply with no named holder is not credited to them; if they make some of it, their loss is smaller. Without trade data each buys from all others alike.`,
  );
}

/** Technologies by name with the targets that lack the same of each, whatever the order of sums leaves in the last digits. */
function sameShort(targets: readonly Short[]): readonly (readonly [technology: string, names: readonly string[]])[] {
  const found = new Map<string, { readonly technology: string; readonly names: string[] }>();
  for (const { name, technologies } of targets)
    for (const { technology, name: called, shortfall } of technologies) {
      if (shortfall.every(({ drawn }) => drawn[2] <= 0)) continue;
      const key = JSON.stringify([technology, shortfall.map(({ drawn }) => drawn.map((end) => end.toPrecision(6)))]);
      const same = found.get(key) ?? { technology: called, names: [] };
      same.names.push(name);
      found.set(key, same);
    }
  return [...found.values()].filter(({ names }) => names.length > 1).map(({ technology, names }) => [technology, names]);
}
