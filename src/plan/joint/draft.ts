import { sum } from "../../base/numbers.ts";
import type { CompiledJoint } from "./compiled-joint.ts";
import { type Change, composeWorlds, type SavedWorlds } from "./composed-worlds.ts";

/** Relative tolerance of bounds. */
const tolerance = 1e-9;

/** A plan while it is changed, with its exact value. */
export interface Draft {
  readonly chosen: Uint8Array;
  /** Changes that put a programme in, in place of another size of its problem if that is in. */
  entry(programme: number): readonly Change[];
  /** Change of the value if a programme were put in, or taken out where it is in. */
  effect(programme: number): number;
  /** Change of the value by several changes at once. */
  effectOf(changes: readonly Change[]): number;
  /** Whether changes take nothing out that is required. */
  allows(changes: readonly Change[]): boolean;
  /** Whether all bounds hold after changes, and what is required stays. */
  fits(changes: readonly Change[]): boolean;
  /** Use of budgets by changes as parts of what is available, summed. */
  price(changes: readonly Change[]): number;
  apply(changes: readonly Change[]): void;
  /** Rows over their bound. */
  broken(): readonly number[];
  /** Value of the plan: sales, mean over worlds, income and claims. */
  value(): number;
  parts(): ValueParts;
  save(): SavedDraft;
  restore(saved: SavedDraft): void;
}

export interface ValueParts {
  readonly sales: number;
  readonly income: number;
  /** Sales of others that claims of the plan exclude. */
  readonly claims: number;
}

export interface SavedDraft {
  readonly chosen: Uint8Array;
  readonly used: Float64Array;
  readonly version: Int32Array;
  readonly worlds: SavedWorlds;
}

/** A draft of the plan of no programme. */
export function createDraft(problem: CompiledJoint): Draft {
  const { rows, inRows, income, rivals, programmes, worlds, claims, claimsOf } = problem;
  const composed = composeWorlds(problem);
  const chosen = new Uint8Array(programmes);
  const used = new Float64Array(rows.length);
  // An effect in a world holds while the world's version is the one it was computed at; versions are never used twice.
  const version = new Int32Array(worlds.length);
  const effects = new Float64Array(worlds.length * programmes);
  const computedAt = new Int32Array(worlds.length * programmes).fill(-1);
  let newest = 0;
  const single: Change[][] = Array.from({ length: programmes }, (_, programme) => [{ programme, sign: 1 }]);
  const removal: Change[][] = Array.from({ length: programmes }, (_, programme) => [{ programme, sign: -1 }]);
  const touched = new Float64Array(rows.length);

  const entry = (programme: number): readonly Change[] => {
    const other = rivals[programme]!.find((each) => chosen[each] === 1);
    return other === undefined ? single[programme]! : [{ programme: other, sign: -1 }, ...single[programme]!];
  };
  let members: readonly number[] = [];
  const chanceIn = chancesOf(problem);
  /** Value that claims of the plan exclude, with changes to it. */
  const excluded = (claim: number, changes: readonly Change[]): number => {
    const chances = chanceIn[claim]!;
    let free = 1;
    for (const programme of members) if (chances[programme]! > 0 && !isIn(changes, programme)) free *= 1 - chances[programme]!;
    for (const { programme, sign } of changes) if (sign === 1) free *= 1 - chances[programme]!;
    return claims[claim]!.value * (1 - free);
  };
  const touchedClaims = touchedBy(programmes, (programme) => claimsOf[programme]!);
  /** Change of income and of what claims exclude. */
  const besides = (changes: readonly Change[]): number => {
    let total = 0;
    for (const { programme, sign } of changes) total += sign * income[programme]!;
    if (claims.length === 0) return total;
    for (const claim of touchedClaims(changes)) total += excluded(claim, changes) - excluded(claim, noChange);
    return total;
  };
  const worldsOf = touchedBy(programmes, (programme) => composed.worldsOf(programme));
  const rowChange = (changes: readonly Change[]): readonly number[] => {
    const seen: number[] = [];
    for (const { programme, sign } of changes)
      for (const { row, weight } of inRows[programme]!) {
        if (touched[row] === 0) seen.push(row);
        touched[row]! += sign * weight;
      }
    return seen;
  };
  const allows = (changes: readonly Change[]): boolean =>
    changes.every(({ programme, sign }) => sign === 1 || problem.required[programme] === 0);
  const isOver = (row: number, use: number): boolean => use > rows[row]!.most + tolerance * Math.max(1, Math.abs(rows[row]!.most));

  const parts = (): ValueParts => ({
    sales: problem.constant + sum(worlds.map(({ chance }, world) => chance * composed.worldValue(world))),
    income: sum(Array.from(chosen, (on, programme) => on * income[programme]!)),
    claims: sum(claims.map((_, claim) => excluded(claim, noChange))),
  });

  return {
    chosen,
    entry,
    effect(programme) {
      const changes = chosen[programme] === 1 ? removal[programme]! : entry(programme);
      let total = besides(changes);
      for (const world of worldsOf(changes)) {
        const at = programme * worlds.length + world;
        if (computedAt[at] !== version[world]) {
          effects[at] = composed.tried(world, changes);
          computedAt[at] = version[world]!;
        }
        total += effects[at]!;
      }
      return total;
    },
    effectOf(changes) {
      let total = besides(changes);
      for (const world of worldsOf(changes)) total += composed.tried(world, changes);
      return total;
    },
    allows,
    fits(changes) {
      let holds = allows(changes);
      for (const row of rowChange(changes)) {
        if (touched[row]! > 0 && isOver(row, used[row]! + touched[row]!)) holds = false;
        touched[row] = 0;
      }
      return holds;
    },
    price(changes) {
      let total = 0;
      for (const row of rowChange(changes)) {
        const { isBudget, most } = rows[row]!;
        if (isBudget && touched[row] !== 0) total += touched[row]! / Math.max(most, Number.MIN_VALUE);
        touched[row] = 0;
      }
      return total;
    },
    apply(changes) {
      composed.apply(changes);
      for (const { programme, sign } of changes) {
        chosen[programme] = sign === 1 ? 1 : 0;
        for (const { row, weight } of inRows[programme]!) used[row]! += sign * weight;
        for (const world of composed.worldsOf(programme)) version[world] = ++newest;
      }
      members = membersOf(chosen);
    },
    broken: () => rows.flatMap((_, row) => (isOver(row, used[row]!) ? [row] : [])),
    value: () => {
      const { sales, income: own, claims: others } = parts();
      return sales + own + others;
    },
    parts,
    save: () => ({ chosen: chosen.slice(), used: used.slice(), version: version.slice(), worlds: composed.save() }),
    restore(saved) {
      chosen.set(saved.chosen);
      members = membersOf(chosen);
      used.set(saved.used);
      version.set(saved.version);
      composed.restore(saved.worlds);
    },
  };
}

const noChange: readonly Change[] = [];

/** By claim: the chance with which each programme stops the sale. */
const chancesOf = ({ claims, programmes }: CompiledJoint): readonly Float64Array[] =>
  claims.map((claim) => {
    const chances = new Float64Array(programmes);
    claim.programmes.forEach((programme, slot) => {
      chances[programme] = claim.chances[slot]!;
    });
    return chances;
  });

const membersOf = (chosen: Uint8Array): readonly number[] => Array.from(chosen.keys()).filter((programme) => chosen[programme] === 1);

function isIn(changes: readonly Change[], programme: number): boolean {
  for (const change of changes) if (change.programme === programme) return true;
  return false;
}

/** What changes touch, each once, by what single programmes do; swaps of two are remembered. */
function touchedBy(programmes: number, of: (programme: number) => Int32Array | readonly number[]) {
  const swaps = new Map<number, Int32Array>();
  const union = (changes: readonly Change[]): Int32Array =>
    Int32Array.from(new Set(changes.flatMap(({ programme }) => [...of(programme)])));
  return (changes: readonly Change[]): Int32Array | readonly number[] => {
    const [first, second, ...more] = changes;
    if (first !== undefined && second === undefined) return of(first.programme);
    if (first === undefined || second === undefined || more.length > 0) return union(changes);
    const key = first.programme * programmes + second.programme;
    const known = swaps.get(key) ?? union(changes);
    swaps.set(key, known);
    return known;
  };
}
