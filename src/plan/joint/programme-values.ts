import { sum } from "../../base/numbers.ts";
import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import { shapleySplit } from "../../leverage/game/shapley.ts";
import { createRandom, draw } from "../../measure/random.ts";
import type { CompiledJoint } from "./compiled-joint.ts";
import type { Change } from "./composed-worlds.ts";
import { createDraft, type Draft } from "./draft.ts";
import { refillWithout } from "./replaced.ts";

/** What each chosen programme of a plan is worth, in the order of the programmes. */
export interface ProgrammeValue {
  readonly programme: number;
  /** What the plan would lose without any size of its problem, with what is freed put to its next best use. */
  readonly missed: number;
  /** Programmes that would then be in besides the rest. */
  readonly instead: readonly number[];
  /** What the plan would lose without it, all else as it is. */
  readonly alone: number;
  /** Its Shapley share: over all programmes they sum to what the plan gains. */
  readonly share: number;
  /** Standard error of the share; 0 where all orders are counted. */
  readonly error: number;
}

export interface ValueOptions {
  readonly orders: number;
  readonly seed: number;
  readonly tries: number;
  readonly countedUpTo?: number;
  readonly limit?: TimeLimit;
}

/**
 * Values of the chosen programmes of a plan.
 *
 * @param orders sampled orders for the shares, each with its reverse; plans of few programmes count all
 * @param tries changes tried to put freed budgets to their best use
 * @param countedUpTo number of programmes up to which all orders are counted
 */
export function programmeValues(
  problem: CompiledJoint,
  chosen: Uint8Array,
  { orders, seed, tries, countedUpTo = 8, limit = noTimeLimit }: ValueOptions,
): readonly ProgrammeValue[] {
  const members = Array.from(chosen, (on, programme) => (on === 1 ? programme : -1)).filter((programme) => programme >= 0);
  const draft = createDraft(problem);
  const shares =
    members.length <= countedUpTo ? countedShares(draft, members) : sampledShares(draft, members, limit.isUp() ? 0 : orders, seed);
  draft.apply(members.map(put));
  const plan = draft.save();
  const value = draft.value();
  return members.map((programme, at) => {
    draft.restore(plan);
    const alone = -draft.effect(programme);
    refillWithout(problem, draft, plan, programme, tries, limit);
    const refilled = draft.broken().length > 0 ? alone : value - draft.value();
    const instead = refilled < alone ? notIn(chosen, draft.chosen) : [];
    return { programme, missed: Math.min(alone, refilled), instead, alone, ...shares[at]! };
  });
}

const notIn = (before: Uint8Array, after: Uint8Array): readonly number[] =>
  Array.from(after, (on, programme) => (on === 1 && before[programme] === 0 ? programme : -1)).filter((programme) => programme >= 0);

const put = (programme: number): Change => ({ programme, sign: 1 });

type Share = Pick<ProgrammeValue, "share" | "error">;

function countedShares(draft: Draft, members: readonly number[]): readonly Share[] {
  const empty = draft.save();
  const values = Float64Array.from({ length: 2 ** members.length }, (_, mask) => {
    draft.restore(empty);
    draft.apply(members.filter((_each, at) => (mask & (1 << at)) !== 0).map(put));
    return draft.value();
  });
  draft.restore(empty);
  const shares = new Float64Array(members.length);
  shapleySplit(values, members.length, shares);
  return Array.from(shares, (share) => ({ share, error: 0 }));
}

/** Mean increments over random orders and their reverses (Castro, Gómez and Tejada 2009). */
function sampledShares(draft: Draft, members: readonly number[], orders: number, seed: number): readonly Share[] {
  const random = createRandom(seed, 9);
  const empty = draft.save();
  const drawn: Float64Array[] = [];
  const valueInOrder = (order: readonly number[], into: Float64Array): void => {
    draft.restore(empty);
    for (const at of order) {
      into[at]! += draft.effect(members[at]!) / 2;
      draft.apply([put(members[at]!)]);
    }
  };
  for (let pair = 0; pair < Math.max(2, Math.ceil(orders / 2)); pair++) {
    const order = draw(
      members.map((_, at) => at),
      members.length,
      random,
    );
    const increments = new Float64Array(members.length);
    valueInOrder(order, increments);
    valueInOrder(order.toReversed(), increments);
    drawn.push(increments);
  }
  draft.restore(empty);
  return members.map((_, at) => {
    const own = drawn.map((increments) => increments[at]!);
    const share = sum(own) / own.length;
    const variance = sum(own.map((each) => (each - share) ** 2)) / (own.length - 1);
    return { share, error: Math.sqrt(variance / own.length) };
  });
}
