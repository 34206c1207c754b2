import type { Bounds } from "../measure/bootstrap.ts";

/** A family of others, as far as it is known. */
export interface OthersFamily {
  readonly id: string;
  /** Year in which its last term ends, by an event or by its term; `null` unknown. */
  readonly lapses: number | null;
  /** Chance to be in force, of the office where it is likeliest; `null` unknown. */
  readonly inForce: Bounds | null;
  /** Citations by holders other than its own, in five years; `null` unknown. */
  readonly citations: number | null;
  /** Calendar years between which the technology comes into use in volume; `null` unknown. */
  readonly firstUse: Bounds | null;
}

/** What might make waiting or designing around worth a question. */
export type WaitReason = "lapses-before-use" | "lapses-soon" | "unlikely-in-force" | "few-citations";

/** Years that count as soon. */
export const soon = 3;
/** A chance to be in force below this is low at its high end. */
export const lowChance = 0.5;
/** Citations by others that count as few: at most so many. */
export const fewCitations = 1;

/**
 * Families of others about which counsel may be asked whether to wait or to design around, with the reasons; most reasons first, then the earlier
 * lapse. A family that is certain to be out of force asks nothing. What is unknown gives no reason. `year`: of the question.
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

/** That one holder blocks another so many times. */
export interface Blocking {
  readonly blocker: string;
  readonly blocked: string;
  readonly times: number;
}

/** Two holders that block one another. */
export interface MutualBlock {
  readonly first: string;
  readonly second: string;
  /** How often the first blocks the second, and the other way round. */
  readonly firstBlocks: number;
  readonly secondBlocks: number;
}

/** Pairs of holders that block one another, those whose lesser side is greatest first; the first of a pair has the lesser id. */
export function mutualBlocks(blocks: readonly Blocking[]): readonly MutualBlock[] {
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

/** A family of one's own. */
export interface OwnFamily {
  readonly id: string;
  /** Years since it was filed, or at least so many; `null` unknown. */
  readonly age: number | null;
  readonly inForce: Bounds | null;
  /** Citations by documents of others; `null` unknown. */
  readonly citedByOthers: number | null;
  /** Whether any of its technologies is one in which the holder could exclude; `null` unknown. */
  readonly exposes: boolean | null;
  /** What keeping it to its end would cost, USD; `null` unknown. */
  readonly upkeep: Bounds | null;
}

/** Years from which a family counts as old. */
export const oldFrom = 10;

/**
 * Own families about which counsel may be asked whether they can be let go: old, cited by nobody else, in no technology in which the holder could
 * exclude, and perhaps in force. What costs most comes first; a family of which one of these is unknown is none, and is counted.
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
