import type { Supply } from "./supply.ts";

/** Of the targets by step, `target * steps + step`. */
interface Starving {
  /** Own output, and the part of idle capacity that inputs allow to use. */
  readonly made: Float64Array;
  readonly usable: Float64Array;
  /** By target: first step in which its own output may be less than whole. */
  readonly madeSince: Int32Array;
  /** Part of the gap that can be redirected, by clock and step. */
  readonly pace: Float64Array;
  /** Set: shortfall, and by target the first step in which it is short. */
  readonly short: Float64Array;
  readonly since: Int32Array;
}

/**
 * Shortfalls of technologies that nothing stops: output that other targets do not make. Without a stop targets are third parties for each
 * other and nothing is freed (`c = 0`). Equals `createDenials` with all stops 0, much faster: most shortages are of this kind.
 */
export function createStarved(supply: Supply, targets: number, steps: number) {
  const { exposure } = supply;
  const [K, F] = [targets, supply.flows.length];
  const perPair = (): Float64Array => new Float64Array(F * K * K);
  const perTarget = (): Float64Array => new Float64Array(F * K);
  /** By flow and target: 1 where others buy of it, so that they are short of what it does not make. */
  const supplies = new Uint8Array(F * K);
  /** Part of a target's imports made by another, and that one's idle capacity. */
  const [from, idleOf] = [perPair(), perPair()];
  /** Imports, own supply beyond own use, own idle capacity, and idle third-party capacity. */
  const [imports, beyond, idleOwn, idleThird] = [perTarget(), perTarget(), perTarget(), perTarget()];
  const [gap, turnedHome, lacks] = [new Float64Array(K), new Float64Array(K), new Float64Array(K)];

  /** Opens all gaps; returns their sum. */
  const open = (f: number, s: number, made: Float64Array, usable: Float64Array): number => {
    let gaps = 0;
    let most = 0;
    for (let k = 0; k < K; k++) {
      lacks[k] = 1 - made[k * steps + s]!;
      if (supplies[f * K + k] && lacks[k]! > most) most = lacks[k]!;
    }
    if (most === 0) return 0;
    for (let k = 0; k < K; k++) {
      let missing = 0;
      for (let j = 0; j < K; j++) missing += from[(f * K + k) * K + j]! * lacks[j]!;
      missing = imports[f * K + k]! * Math.min(1, missing);
      const surplus = beyond[f * K + k]! + usable[k * steps + s]! * idleOwn[f * K + k]!;
      gap[k] = Math.max(0, missing - (1 - lacks[k]!) * surplus);
      turnedHome[k] = missing - gap[k]!;
      gaps += gap[k]!;
    }
    return gaps;
  };

  const idleFor = (k: number, f: number, s: number, usable: Float64Array): number => {
    let idle = idleThird[f * K + k]!;
    for (let j = 0; j < K; j++)
      idle += Math.max(0, idleOf[(f * K + k) * K + j]! * usable[j * steps + s]! * (1 - lacks[j]!) - turnedHome[j]!);
    return idle;
  };

  return {
    /** Reads the supply of a flow. */
    read(f: number, spare: number): void {
      supplies.fill(0, f * K, (f + 1) * K);
      for (let k = 0; k < K; k++) {
        const own = supply.own[k * F + f]!;
        const used = Math.min(own, supply.need[k * F + f]!);
        imports[f * K + k] = supply.need[k * F + f]! - used;
        beyond[f * K + k] = own - used;
        idleOwn[f * K + k] = spare * own;
        idleThird[f * K + k] = spare * supply.third[(k * F + f) * steps]!;
        for (let j = 0; j < K; j++) {
          const place = ((k * K + j) * F + f) * steps;
          from[(f * K + k) * K + j] = j === k ? 0 : supply.fromTarget[place]!;
          if (from[(f * K + k) * K + j]! > 0) supplies[f * K + j] = 1;
          idleOf[(f * K + k) * K + j] = j === k ? 0 : spare * supply.held[place]!;
        }
      }
    },
    /** Sets the shortfall of each target in each step. */
    deny(f: number, { made, usable, madeSince, pace, short, since }: Starving): void {
      short.fill(0);
      since.fill(steps);
      let first = steps;
      for (let k = 0; k < K; k++) if (supplies[f * K + k] && madeSince[k]! < first) first = madeSince[k]!;
      for (let s = first; s < steps; s++) {
        const gaps = open(f, s, made, usable);
        if (gaps === 0) continue;
        for (let k = 0; k < K; k++) {
          if (gap[k] === 0) continue;
          if (since[k] === steps) since[k] = s;
          const later = exposure.laterClock[k * F + f]! * steps + s;
          const take = Math.min(pace[later]! * gap[k]!, (idleFor(k, f, s, usable) * gap[k]!) / gaps);
          short[k * steps + s] = Math.min(1, Math.max(0, (gap[k]! - take) / supply.need[k * F + f]!));
        }
      }
    },
  };
}
