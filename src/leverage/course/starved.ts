import { leftForHome } from "../own-supply.ts";
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
  const { own, need, served, atOnce, third, fromTarget, held } = supply;
  const { laterClock } = supply.exposure;
  const [K, F] = [targets, supply.flows.length];
  const perPair = (): Float64Array => new Float64Array(F * K * K);
  const perTarget = (): Float64Array => new Float64Array(F * K);
  /** By flow: the targets of whose supply others can have any, and their number. */
  const [suppliers, counts] = [new Int32Array(F * K), new Int32Array(F)];
  /** Part of a target's imports made by another, and that one's idle capacity. */
  const [from, idleOf] = [perPair(), perPair()];
  /** Imports, what own makers make, and idle third-party capacity. */
  const [imports, makes, idleThird] = [perTarget(), perTarget(), perTarget()];
  const spareOf = new Float64Array(F);
  const [gap, turnedHome, lacks] = [new Float64Array(K), new Float64Array(K), new Float64Array(K)];
  /** What own makers can turn to the home only once it is qualified. */
  const later = new Float64Array(K);

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
      const output = 1 - lacks[k]!;
      const idle = output * usable[k * steps + s]! * spareOf[f]!;
      const mine = leftForHome(makes[f * K + k]!, served[k * F + f]!, output, idle);
      turnedHome[k] = Math.min(missing * atOnce[k * F + f]!, mine);
      gap[k] = missing - turnedHome[k]!;
      later[k] = mine - turnedHome[k]!;
      gaps += gap[k]!;
    }
    return gaps;
  };

  const idleFor = (k: number, f: number, s: number, usable: Float64Array): number => {
    let idle = idleThird[f * K + k]! + later[k]!;
    for (let i = f * K; i < f * K + counts[f]!; i++) {
      const j = suppliers[i]!;
      idle += Math.max(0, idleOf[(f * K + k) * K + j]! * usable[j * steps + s]! * (1 - lacks[j]!) - turnedHome[j]!);
    }
    return idle;
  };

  return {
    /** Reads the supply of a flow. */
    read(f: number, spare: number): void {
      spareOf[f] = spare;
      for (let k = 0; k < K; k++) {
        imports[f * K + k] = need[k * F + f]! - served[k * F + f]!;
        makes[f * K + k] = Math.max(own[k * F + f]!, served[k * F + f]!);
        idleThird[f * K + k] = spare * third[(k * F + f) * steps]!;
        for (let j = 0; j < K; j++) {
          const place = ((k * K + j) * F + f) * steps;
          from[(f * K + k) * K + j] = j === k ? 0 : fromTarget[place]!;
          idleOf[(f * K + k) * K + j] = j === k ? 0 : spare * held[place]!;
        }
      }
      counts[f] = 0;
      for (let j = 0; j < K; j++) if (isSupplier(f, j)) suppliers[f * K + counts[f]++] = j;
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
          const clock = laterClock[k * F + f]! * steps + s;
          const take = Math.min(pace[clock]! * gap[k]!, (idleFor(k, f, s, usable) * gap[k]!) / gaps);
          short[k * steps + s] = Math.min(1, Math.max(0, (gap[k]! - take) / need[k * F + f]!));
        }
      }
    },
  };
}
