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
  const { own: ownPart, need, third, fromTarget, held } = supply;
  const { laterClock } = supply.exposure;
  const [K, F] = [targets, supply.flows.length];
  const perPair = (): Float64Array => new Float64Array(F * K * K);
  const perTarget = (): Float64Array => new Float64Array(F * K);
  /** By flow: the targets of whose supply others can have any, and their number. */
  const [suppliers, counts] = [new Int32Array(F * K), new Int32Array(F)];
  /** Part of a target's imports made by another, and that one's idle capacity. */
  const [from, idleOf] = [perPair(), perPair()];
  /** Imports, own supply beyond own use, own idle capacity, and idle third-party capacity. */
  const [imports, beyond, idleOwn, idleThird] = [perTarget(), perTarget(), perTarget(), perTarget()];
  const [gap, turnedHome, lacks] = [new Float64Array(K), new Float64Array(K), new Float64Array(K)];

  const isSupplier = (f: number, j: number): boolean => {
    for (let k = 0; k < K; k++) if (from[(f * K + k) * K + j]! > 0 || idleOf[(f * K + k) * K + j]! > 0) return true;
    return false;
  };

  /** Opens all gaps; returns their sum. */
  const open = (f: number, s: number, made: Float64Array, usable: Float64Array): number => {
    let gaps = 0;
    let most = 0;
    for (let k = 0; k < K; k++) lacks[k] = 1 - made[k * steps + s]!;
    for (let i = f * K; i < f * K + counts[f]!; i++) most = Math.max(most, lacks[suppliers[i]!]!);
    if (most === 0) return 0;
    for (let k = 0; k < K; k++) {
      let missing = 0;
      for (let i = f * K; i < f * K + counts[f]!; i++) missing += from[(f * K + k) * K + suppliers[i]!]! * lacks[suppliers[i]!]!;
      missing = imports[f * K + k]! * Math.min(1, missing);
      if (missing === 0) {
        gap[k] = turnedHome[k] = 0;
        continue;
      }
      const surplus = beyond[f * K + k]! + usable[k * steps + s]! * idleOwn[f * K + k]!;
      gap[k] = Math.max(0, missing - (1 - lacks[k]!) * surplus);
      turnedHome[k] = missing - gap[k]!;
      gaps += gap[k]!;
    }
    return gaps;
  };

  const idleFor = (k: number, f: number, s: number, usable: Float64Array): number => {
    let idle = idleThird[f * K + k]!;
    for (let i = f * K; i < f * K + counts[f]!; i++) {
      const j = suppliers[i]!;
      idle += Math.max(0, idleOf[(f * K + k) * K + j]! * usable[j * steps + s]! * (1 - lacks[j]!) - turnedHome[j]!);
    }
    return idle;
  };

  return {
    /** Reads the supply of a flow. */
    read(f: number, spare: number): void {
      for (let k = 0; k < K; k++) {
        const own = ownPart[k * F + f]!;
        const used = Math.min(own, need[k * F + f]!);
        imports[f * K + k] = need[k * F + f]! - used;
        beyond[f * K + k] = own - used;
        idleOwn[f * K + k] = spare * own;
        idleThird[f * K + k] = spare * third[(k * F + f) * steps]!;
        for (let j = 0; j < K; j++) {
          const place = ((k * K + j) * F + f) * steps;
          from[(f * K + k) * K + j] = j === k ? 0 : fromTarget[place]!;
          idleOf[(f * K + k) * K + j] = j === k ? 0 : spare * held[place]!;
        }
      }
      counts[f] = 0;
      for (let j = 0; j < K; j++) if (isSupplier(f, j)) suppliers[f * K + counts[f]!++] = j;
    },
    /** Sets the shortfall of each target in each step. */
    deny(f: number, { made, usable, madeSince, pace, short, since }: Starving): void {
      short.fill(0);
      since.fill(steps);
      let first = steps;
      for (let i = f * K; i < f * K + counts[f]!; i++) first = Math.min(first, madeSince[suppliers[i]!]!);
      for (let s = first; s < steps; s++) {
        const gaps = open(f, s, made, usable);
        if (gaps === 0) continue;
        for (let k = 0; k < K; k++) {
          if (gap[k] === 0) continue;
          if (since[k] === steps) since[k] = s;
          const later = laterClock[k * F + f]! * steps + s;
          const take = Math.min(pace[later]! * gap[k]!, (idleFor(k, f, s, usable) * gap[k]!) / gaps);
          short[k * steps + s] = Math.min(1, Math.max(0, (gap[k]! - take) / need[k * F + f]!));
        }
      }
    },
  };
}
