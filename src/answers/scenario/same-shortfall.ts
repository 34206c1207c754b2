import { listed, lowered } from "../../base/words.ts";
import type { TargetResult } from "./simulate-report.ts";

type Short = Pick<TargetResult, "name" | "technologies">;

/** Why targets lack the same part of some technologies: told, since figures that are the same to the last digit look like a fault. */
export function sameShortfallLimits(targets: readonly Short[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [key, names] of sameShort(targets)) {
    const of = listed(names);
    groups.set(of, [...(groups.get(of) ?? []), lowered(key)]);
  }
  return [...groups].map(
    ([of, technologies]) =>
      `The same part of ${listed(technologies)} is short for ${of}: the shares that are read name no supply of theirs, what nobody is named for counts as theirs in no part, and without trade between pairs each buys of all others alike. Who makes some of it would lose less.`,
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
