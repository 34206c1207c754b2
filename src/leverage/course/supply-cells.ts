import type { StoppedSlots } from "./stopped-slots.ts";

/** Stopped and continuing supply by target, technology and moment; filled by `createSupply`. */
export interface SupplyCells {
  /** By target and flow, `target * flows + flow`: own share of supply, share of world use, and what own makers serve of it. */
  readonly own: Float64Array;
  readonly need: Float64Array;
  readonly served: Float64Array;
  /** Likewise: part of a gap that own makers can meet at once. */
  readonly atOnce: Float64Array;
  /** By target and moment, `target * flows * steps + moment`. */
  readonly byAct: Float64Array;
  readonly byOutage: Float64Array;
  /** Imports that no act covers, from third parties. */
  readonly fromThird: Float64Array;
  /** Stopped part of own supply: a domestic outage, or a rule reaching domestic plants. */
  readonly ownStopped: Float64Array;
  /** Import share hit by an outage at another target; counted in that one's output. */
  readonly countedAtOrigin: Float64Array;
  /** How far the target is hit, 0..1; the rest of it is a third party. */
  readonly hit: Float64Array;
  /** By target, other target and moment: imports that continue while the other makes them, and imports stopped by acts. */
  readonly fromTarget: Float64Array;
  readonly actOnTarget: Float64Array;
  /** Of what continues from the other, the part that no act covers. */
  readonly openFromTarget: Float64Array;
  /** By sender, target and moment: stopped supply that is the sender's own, halved between two owners; for a firm its withheld part. */
  readonly senders: Float64Array;
  /** Supply that no act covers: of third parties, and of other targets while they make it. */
  readonly third: Float64Array;
  readonly held: Float64Array;
}

interface Setting {
  readonly targets: number;
  readonly flows: number;
  readonly steps: number;
  /** By sender: 1 for own economies. */
  readonly senders: readonly Uint8Array[];
  readonly firms: readonly number[];
  readonly economies: number;
  readonly stopped: StoppedSlots;
  readonly slots: number;
  /** The target that owns an economy, or -1. */
  ownerOf(economy: number): number;
}

/** An origin belonging to no target or sender. */
export const unnamedOrigin = -2;

export function createSupplyCells({ targets: K, flows: F, steps: S, senders, firms, economies, stopped, slots, ownerOf }: Setting) {
  const owners = Float64Array.from({ length: economies }, (_, economy) => senders.reduce((sum, own) => sum + own[economy]!, 0));
  const of = (count: number): Float64Array => new Float64Array(count * F * S);
  const cells = {
    own: new Float64Array(K * F),
    need: new Float64Array(K * F),
    served: new Float64Array(K * F),
    atOnce: new Float64Array(K * F).fill(1),
    byAct: of(K),
    byOutage: of(K),
    fromThird: of(K),
    ownStopped: of(K),
    countedAtOrigin: of(K),
    hit: of(K).fill(1),
    fromTarget: of(K * K),
    actOnTarget: of(K * K),
    openFromTarget: of(K * K),
    senders: of(senders.length * K),
    third: of(K),
    held: of(K * K),
  };

  /** Adds a source of target `k`'s imports with the parts stopped by acts and outages, and the part that acts cover. */
  const add = (
    k: number,
    moment: number,
    economy: number,
    part: number,
    act: number,
    outage: number,
    covered: number,
    countedAtOrigin = 0,
  ): void => {
    const i = k * F * S + moment;
    const open = part * (1 - covered - outage);
    const goesOn = part * (1 - act - outage);
    cells.countedAtOrigin[i]! += goesOn * countedAtOrigin;
    cells.byAct[i]! += part * act;
    cells.byOutage[i]! += part * outage;
    const from = economy === unnamedOrigin ? -1 : ownerOf(economy);
    if (from < 0) cells.fromThird[i]! += open;
    else {
      cells.fromTarget[(k * K + from) * F * S + moment]! += goesOn;
      cells.actOnTarget[(k * K + from) * F * S + moment]! += part * act;
      cells.openFromTarget[(k * K + from) * F * S + moment]! += open;
    }
    if (economy >= 0 && owners[economy]! > 0)
      for (let a = 0; a < senders.length; a++)
        if (senders[a]![economy]) cells.senders[(a * K + k) * F * S + moment]! += (part * (act + outage)) / owners[economy]!;
  };

  /** Adds firms' own withheld part of an import source. */
  const addFirms = (k: number, moment: number, entry: number, part: number): void => {
    for (const a of firms)
      cells.senders[(a * K + k) * F * S + moment]! += part * stopped.byFirm[a * (slots + 1) + entry]! * (1 - stopped.outage[entry]!);
  };

  const clear = (k: number, moment: number): void => {
    const i = k * F * S + moment;
    cells.byAct[i] = cells.byOutage[i] = cells.fromThird[i] = cells.ownStopped[i] = cells.countedAtOrigin[i] = cells.third[i] = 0;
    for (let j = 0; j < K; j++) {
      const place = (k * K + j) * F * S + moment;
      cells.fromTarget[place] = cells.actOnTarget[place] = cells.openFromTarget[place] = cells.held[place] = 0;
    }
    for (let a = 0; a < senders.length; a++) cells.senders[(a * K + k) * F * S + moment] = 0;
  };

  return { cells, clear, add, addFirms };
}
