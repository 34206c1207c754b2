import type { Bounds } from "../measure/bootstrap.ts";

/** A family of another holder. */
export interface OthersFamily {
  readonly id: string;
  /** Year its last term ends; `null` unknown. */
  readonly lapses: number | null;
  /** Chance to be in force at the likeliest office; `null` unknown. */
  readonly inForce: Bounds | null;
  /** Citations by other holders within five years; `null` unknown. */
  readonly citations: number | null;
  /** Calendar years of first volume use; `null` unknown. */
  readonly firstUse: Bounds | null;
}

/** Reasons to consider waiting or designing around. */
export type WaitReason = "lapses-before-use" | "lapses-soon" | "unlikely-in-force" | "few-citations";

export const soon = 3;
export const lowChance = 0.5;
export const fewCitations = 1;

/**
 * Families of others to ask counsel about waiting or designing around, with reasons: most reasons first, then earliest lapse. Families
 * certainly out of force are left out; unknowns give no reason.
 */
export function waitOrDesignAroundCandidates<F extends OthersFamily>(
  families: readonly F[],
  year: number,
): readonly { readonly family: F; readonly reasons: readonly WaitReason[] }[] {
  return families
    .filter(({ inForce, lapses }) => inForce?.high !== 0 && (lapses ?? year) >= year)
    .map((family) => ({ family, reasons: waitReasons(family, year) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || lapseOf(a.family) - lapseOf(b.family) || compare(a.family.id, b.family.id));
}

function waitReasons({ lapses, inForce, citations, firstUse }: OthersFamily, year: number): readonly WaitReason[] {
  const holds: readonly (readonly [WaitReason, boolean])[] = [
    ["lapses-before-use", lapses !== null && firstUse !== null && firstUse.low > year && lapses < firstUse.low],
    ["lapses-soon", lapses !== null && lapses - year <= soon],
    ["unlikely-in-force", inForce !== null && inForce.high < lowChance],
    ["few-citations", citations !== null && citations <= fewCitations],
  ];
  return holds.flatMap(([reason, is]) => (is ? [reason] : []));
}

const lapseOf = ({ lapses }: OthersFamily): number => lapses ?? Number.POSITIVE_INFINITY;

/** Two holders that block one another. */
export interface MutualBlock {
  readonly first: string;
  readonly second: string;
  readonly firstBlocks: number;
  readonly secondBlocks: number;
}

/** Mutually blocking pairs, from the times that one holder blocks another, ordered by the weaker side; the first of a pair has the smaller id. */
export function mutualBlocks(
  blocks: readonly { readonly blocker: string; readonly blocked: string; readonly times: number }[],
): readonly MutualBlock[] {
  const times = new Map<string, Map<string, number>>();
  for (const { blocker, blocked, times: more } of blocks) {
    const own = times.get(blocker) ?? new Map<string, number>();
    times.set(blocker, own.set(blocked, (own.get(blocked) ?? 0) + more));
  }
  const pairs = [...times].flatMap(([first, blocked]) =>
    [...blocked].flatMap(([second, firstBlocks]): readonly MutualBlock[] => {
      const secondBlocks = times.get(second)?.get(first) ?? 0;
      return first < second && firstBlocks > 0 && secondBlocks > 0 ? [{ first, second, firstBlocks, secondBlocks }] : [];
    }),
  );
  const lesser = ({ firstBlocks, secondBlocks }: MutualBlock): number => Math.min(firstBlocks, secondBlocks);
  return pairs.sort((a, b) => lesser(b) - lesser(a) || compare(`${a.first} ${a.second}`, `${b.first} ${b.second}`));
}

export interface OwnFamily {
  readonly id: string;
  /** Years since filing, at least; `null` unknown. */
  readonly age: number | null;
  readonly inForce: Bounds | null;
  /** Citations by others; `null` unknown. */
  readonly citedByOthers: number | null;
  /** Whether the holder could exclude in any of its technologies; `null` unknown. */
  readonly exposes: boolean | null;
  /** Cost of keeping it to its end, USD; `null` unknown. */
  readonly upkeep: Bounds | null;
}

/** Age from which a family counts as old, in years. */
export const oldFrom = 10;

/**
 * Own families to ask counsel about abandoning: old, not cited by others, in no technology where the holder could exclude, possibly in
 * force. Costliest first; families with an unknown are only counted.
 */
export function abandonmentCandidates<F extends OwnFamily>(
  families: readonly F[],
): { readonly families: readonly F[]; readonly unknown: number } {
  const alive = families.filter(({ inForce }) => inForce?.high !== 0);
  const tests = ({ age, citedByOthers, exposes }: OwnFamily): readonly (boolean | null)[] => [
    age === null ? null : age >= oldFrom,
    citedByOthers === null ? null : citedByOthers === 0,
    exposes === null ? null : !exposes,
  ];
  const high = ({ upkeep }: OwnFamily): number => upkeep?.high ?? -1;
  return {
    families: alive.filter((one) => tests(one).every((test) => test === true)).sort((a, b) => high(b) - high(a) || compare(a.id, b.id)),
    unknown: alive.filter((one) => tests(one).includes(null) && !tests(one).includes(false)).length,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
