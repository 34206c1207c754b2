import type { Inputs } from "../draw/inputs.ts";
import type { Supply } from "./supply.ts";

/**
 * Shortfalls of technologies that nothing stops: output that other targets do not make. Without a stop targets are third parties for each
 * other and nothing is freed (`c = 0`). Equals `createDenials` with all stops 0, much faster: most shortages are of this kind.
 */
export function createStarved(supply: Supply, targets: number, positions: number, steps: number) {
  const { flows } = supply;
  const [K, F] = [targets, flows.length];
  const perPair = (): Float64Array => new Float64Array(F * K * K);
  const perTarget = (): Float64Array => new Float64Array(F * K);
  /** Part of a target's imports made by another, and that one's idle capacity. */
  const [from, idleOf] = [perPair(), perPair()];
  /** Imports, supply redirected home, and idle third-party capacity. */
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

  /** Opens all gaps; returns their sum. */
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
    read({ parameter }: Inputs): void {
      flows.forEach(({ t, stopped }, f) => {
        if (!stopped) readFlow(f, parameter.spare[t]!);
      });
    },
    /**
     * Sets the shortfall of each target.
     * @param made own output by target and network position; `at`: the flow's position
     * @param pace part of the gap that can be redirected
     */
    deny(f: number, at: number, made: Float64Array, pace: (target: number) => number, short: Float64Array): void {
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
