import type { StoppedSlots } from "./stopped-slots.ts";

/** What is stopped and what goes on, for each target, technology and moment; filled by `createSupply`. */
export interface SupplyCells {
  /** By target and flow, `target * flows + flow`: own share of supply and share of world use. */
  readonly own: Float64Array;
  readonly need: Float64Array;
  /** By target and moment, `target * flows * steps + moment`. */
  readonly byAct: Float64Array;
  readonly byOutage: Float64Array;
  readonly fromThird: Float64Array;
  /** Part of the target's own supply that stops: an outage at home, or a rule that reaches plants there. */
  readonly ownStopped: Float64Array;
  /** Part of imports that an outage takes of another target that it hits as well: told by what that makes. */
  readonly countedAtOrigin: Float64Array;
  /** How far the target is hit, 0..1: the rest of it is a third party for the others. */
  readonly hit: Float64Array;
  /** By target, other target and moment: part of imports that goes on as long as the other one makes it, and part that acts stop. */
  readonly fromTarget: Float64Array;
  readonly actOnTarget: Float64Array;
  /**
   * By sender, target and moment: part of what stops for the target that is the sender's own; what two senders own is halved. Of a firm: what it
   * withholds of its part of its economy's.
   */
  readonly senders: Float64Array;
  /** Supply that is not kept from a target: of third parties by target and moment; by target, other target and moment, while that makes it. */
  readonly third: Float64Array;
  readonly held: Float64Array;
}

interface Setting {
  readonly targets: number;
  readonly flows: number;
  readonly steps: number;
  /** By sender: 1 for the economies that are its own. */
  readonly senders: readonly Uint8Array[];
  /** Senders that are firms. */
  readonly firms: readonly number[];
  readonly economies: number;
  readonly stopped: StoppedSlots;
  /** Entries of the longest row of shares. */
  readonly slots: number;
  /** The target that an economy belongs to, -1: none. */
  ownerOf(economy: number): number;
}

/** An origin that is nobody's among targets and senders. */
export const unnamedOrigin = -2;

/** Empty cells, and how sources of imports are added to them. */
export function createSupplyCells({ targets: K, flows: F, steps: S, senders, firms, economies, stopped, slots, ownerOf }: Setting) {
  const owners = Float64Array.from({ length: economies }, (_, economy) => senders.reduce((sum, own) => sum + own[economy]!, 0));
  const of = (count: number): Float64Array => new Float64Array(count * F * S);
  const cells = {
    own: new Float64Array(K * F),
    need: new Float64Array(K * F),
    byAct: of(K),
    byOutage: of(K),
    fromThird: of(K),
    ownStopped: of(K),
    countedAtOrigin: of(K),
    hit: of(K).fill(1),
    fromTarget: of(K * K),
    actOnTarget: of(K * K),
    senders: of(senders.length * K),
    third: of(K),
    held: of(K * K),
  };

  /** Adds a source of the imports of target `k`: `part` of them, of which acts and outages stop so much. */
  const add = (k: number, moment: number, economy: number, part: number, act: number, outage: number, countedAtOrigin = 0): void => {
    const i = k * F * S + moment;
    const goesOn = part * (1 - act - outage);
    cells.countedAtOrigin[i]! += goesOn * countedAtOrigin;
    cells.byAct[i]! += part * act;
    cells.byOutage[i]! += part * outage;
    const from = economy === unnamedOrigin ? -1 : ownerOf(economy);
    if (from < 0) cells.fromThird[i]! += goesOn;
    else {
      cells.fromTarget[(k * K + from) * F * S + moment]! += goesOn;
      cells.actOnTarget[(k * K + from) * F * S + moment]! += part * act;
    }
    if (economy >= 0 && owners[economy]! > 0)
      for (let a = 0; a < senders.length; a++)
        if (senders[a]![economy]) cells.senders[(a * K + k) * F * S + moment]! += (part * (act + outage)) / owners[economy]!;
  };

  /** Adds what firms withhold of their own of an entry that `part` of the imports come from. */
  const addFirms = (k: number, moment: number, entry: number, part: number): void => {
    for (const a of firms)
      cells.senders[(a * K + k) * F * S + moment]! += part * stopped.byFirm[a * (slots + 1) + entry]! * (1 - stopped.outage[entry]!);
  };

  const clear = (k: number, moment: number): void => {
    const i = k * F * S + moment;
    for (const of of [cells.byAct, cells.byOutage, cells.fromThird, cells.ownStopped, cells.countedAtOrigin, cells.third]) of[i] = 0;
    for (let j = 0; j < K; j++) for (const of of [cells.fromTarget, cells.actOnTarget, cells.held]) of[(k * K + j) * F * S + moment] = 0;
    for (let a = 0; a < senders.length; a++) cells.senders[(a * K + k) * F * S + moment] = 0;
  };

  return { cells, clear, add, addFirms };
}
