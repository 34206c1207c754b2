import type { Inputs } from "../draw/inputs.ts";
import type { Supply } from "./supply.ts";

/**
 * Shortfalls of technologies that nothing stops: what a target lacks is what other targets do not make. Without a stop every target is a third
 * party for the others, and what one does not make nobody sells elsewhere (`c = 0`), so that only idle capacity helps. The same formulas as those
 * of `createDenials` with all stops 0, in a fraction of the time: on a map most of what is short is of this kind.
 */
export interface Starved {
  /** Reads what does not change from month to month. */
  read(inputs: Inputs): void;
  /**
   * Sets the shortfall of each target.
   * @param made own output, by target and position in the network; `at` is that of the flow
   * @param pace part of its gap that a target can be turned to
   */
  deny(f: number, at: number, made: Float64Array, pace: (target: number) => number, short: Float64Array): void;
}

/** `positions`: length of the network. */
export function createStarved(supply: Supply, targets: number, positions: number, steps: number): Starved {
  const { flows } = supply;
  const [K, F] = [targets, flows.length];
  const perPair = (): Float64Array => new Float64Array(F * K * K);
  const perTarget = (): Float64Array => new Float64Array(F * K);
  /** Part of the imports of a target that another makes, and what that has idle. */
  const [from, idleOf] = [perPair(), perPair()];
  /** Imports, what own makers can turn home, and what third parties have idle. */
  const [imports, surplus, idleThird] = [perTarget(), perTarget(), perTarget()];
  const [gap, turnedHome, lacks] = [new Float64Array(K), new Float64Array(K), new Float64Array(K)];

  const readFlow = (f: number, spare: number): void => {
    for (let k = 0; k < K; k++) {
      const own = supply.own[k * F + f]!;
      const used = Math.min(own, supply.need[k * F + f]!);
      imports[f * K + k] = supply.need[k * F + f]! - used;
      surplus[f * K + k] = Math.max(0, (1 + spare) * own - used);
      idleThird[f * K + k] = spare * supply.third[(k * F + f) * steps]!;
      for (let j = 0; j < K; j++) {
        const place = ((k * K + j) * F + f) * steps;
        from[(f * K + k) * K + j] = j === k ? 0 : supply.fromTarget[place]!;
        idleOf[(f * K + k) * K + j] = j === k ? 0 : spare * supply.held[place]!;
      }
    }
  };

  /** Opens the gaps of all targets. Their sum. */
  const open = (f: number, at: number, made: Float64Array): number => {
    let gaps = 0;
    for (let k = 0; k < K; k++) lacks[k] = 1 - made[k * positions + at]!;
    for (let k = 0; k < K; k++) {
      let missing = 0;
      for (let j = 0; j < K; j++) missing += from[(f * K + k) * K + j]! * lacks[j]!;
      missing = imports[f * K + k]! * Math.min(1, missing);
      gap[k] = Math.max(0, missing - (1 - lacks[k]!) * surplus[f * K + k]!);
      turnedHome[k] = missing - gap[k]!;
      gaps += gap[k]!;
    }
    return gaps;
  };

  const idleFor = (k: number, f: number): number => {
    let idle = idleThird[f * K + k]!;
    for (let j = 0; j < K; j++) idle += Math.max(0, idleOf[(f * K + k) * K + j]! * (1 - lacks[j]!) - turnedHome[j]!);
    return idle;
  };

  return {
    read({ parameter }) {
      flows.forEach(({ t, stopped }, f) => {
        if (!stopped) readFlow(f, parameter.spare[t]!);
      });
    },
    deny(f, at, made, pace, short) {
      const gaps = open(f, at, made);
      for (let k = 0; k < K; k++) {
        if (gap[k] === 0) short[k] = 0;
        else {
          const take = Math.min(pace(k) * gap[k]!, (idleFor(k, f) * gap[k]!) / gaps);
          short[k] = Math.min(1, Math.max(0, (gap[k]! - take) / supply.need[k * F + f]!));
        }
      }
    },
  };
}
