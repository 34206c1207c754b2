import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import { createUserLookup } from "../parameters.ts";
import { type Exposure, exposureOf } from "./exposure.ts";
import { compileFlows, type Flow } from "./flows.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import { type CourseTarget, targetParty } from "./parties.ts";
import type { Steps } from "./steps.ts";
import type { Stop } from "./stop.ts";
import { createStoppedSlots, type Draw, firmsOf } from "./stopped-slots.ts";

export type { Draw } from "./stopped-slots.ts";

/**
 * What is known of the supply of each technology that can be short, before anything is carried through the map. Parts of imports of one
 * target sum to 1: what an act stops, what an outage stops, what goes on from third parties and from other targets.
 */
export interface Supply {
  readonly flows: readonly Flow[];
  readonly exposure: Exposure;
  /** Position in the network of each flow, and back (-1: its supply cannot be short). */
  readonly nodes: Int32Array;
  readonly flow: Int32Array;
  /** By target and flow, `target * flows + flow`: own share of supply and share of world use. */
  readonly own: Float64Array;
  readonly need: Float64Array;
  /** Where arrays by flow and step hold a step: one place for steps on end between which nothing changes. */
  moment(f: number, s: number): number;
  /** By target and moment, `target * flows * steps + moment`. */
  readonly byAct: Float64Array;
  readonly byOutage: Float64Array;
  readonly fromThird: Float64Array;
  /** Part of the target's own supply that stops: an outage at home, or a rule that reaches plants there. */
  readonly ownStopped: Float64Array;
  /** Part of imports that an outage takes of another target that it hits as well: told by what that makes. */
  readonly told: Float64Array;
  /** How far the target is hit, 0..1: the rest of it is a third party for the others. */
  readonly hit: Float64Array;
  /** By target, other target and moment: part of imports that goes on, and that acts stop, as far as the other one makes it. */
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
  /** Reads all of it. `active`: which senders take part, 1 or 0; all if not given. */
  read(inputs: Inputs, draw: Draw | null, active?: Uint8Array): void;
  /** Reads one flow again after other senders take part; inputs and draw are those of the last `read`. */
  reread(f: number, inputs: Inputs, active: Uint8Array): void;
}

interface Setting {
  readonly model: SupplyModel;
  readonly network: Network;
  readonly targets: readonly CourseTarget[];
  readonly senders: readonly string[];
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  readonly making: Making;
  readonly parties: readonly string[];
}

/** Less of supply than this is none: what is left outside a target, or what it holds itself. */
const rounding = 1e-12;

/** Who loses less than this part of its imports, or of its own supply, is hit in proportion only. */
const slight = 0.02;

export function createSupply({ model, network, targets, senders: codes, stops, steps, making, parties }: Setting): Supply {
  const flows = compileFlows(model, network, targets, codes, stops);
  const [K, F, S] = [targets.length, flows.length, steps.middle.length];
  const senders = codes.map((sender) => targetParty(model, sender).own);
  const owners = Float64Array.from(model.economies, (_, economy) => senders.reduce((sum, own) => sum + own[economy]!, 0));
  const nodes = Int32Array.from(flows, ({ at }) => at);
  const flow = new Int32Array(network.nodes.length).fill(-1);
  nodes.forEach((at, f) => {
    flow[at] = f;
  });
  const mostSlots = flows.reduce((most, { slots }) => Math.max(most, slots), 0);
  const mine = targets.map(({ own }) => own);
  const cells = (count: number): Float64Array => new Float64Array(count * F * S);
  const supply = {
    own: new Float64Array(K * F),
    need: new Float64Array(K * F),
    byAct: cells(K),
    byOutage: cells(K),
    fromThird: cells(K),
    ownStopped: cells(K),
    told: cells(K),
    hit: cells(K).fill(1),
    fromTarget: cells(K * K),
    actOnTarget: cells(K * K),
    senders: cells(senders.length * K),
    third: cells(K),
    held: cells(K * K),
  };
  const owner = targetOfEconomy(model, targets);
  const restOwner = targets.findIndex(({ ownsRest }) => ownsRest);
  const ownerOf = (economy: number): number => (economy < 0 ? restOwner : owner[economy]!);
  const stopped = createStoppedSlots({ model, slots: mostSlots, stops, steps, senders, own: mine, ownerOf });
  const firms = firmsOf(stops);
  const userFigure = createUserLookup(model.map);
  const userOf = (k: number, t: number): number =>
    userFigure(model.map.technologies[t]!, "qualification", targets[k]!.code) === null ? -1 : parties.indexOf(targets[k]!.code);
  const moments = new Int32Array(F * S);

  /** Adds a source of the imports of target `k`: `part` of them, of which acts and outages stop so much. */
  const add = (k: number, moment: number, economy: number, part: number, act: number, outage: number, told = 0): void => {
    const i = k * F * S + moment;
    const goesOn = part * (1 - act - outage);
    supply.told[i]! += goesOn * told;
    supply.byAct[i]! += part * act;
    supply.byOutage[i]! += part * outage;
    const from = economy === unnamedOrigin ? -1 : ownerOf(economy);
    if (from < 0) supply.fromThird[i]! += goesOn;
    else {
      supply.fromTarget[(k * K + from) * F * S + moment]! += goesOn;
      supply.actOnTarget[(k * K + from) * F * S + moment]! += part * act;
    }
    if (economy >= 0 && owners[economy]! > 0)
      for (let a = 0; a < senders.length; a++)
        if (senders[a]![economy]) supply.senders[(a * K + k) * F * S + moment]! += (part * (act + outage)) / owners[economy]!;
  };

  /** Adds what firms withhold of their own of an entry that `part` of the imports come from. */
  const addFirms = (k: number, moment: number, entry: number, part: number): void => {
    for (const a of firms)
      supply.senders[(a * K + k) * F * S + moment]! += part * stopped.byFirm[a * (mostSlots + 1) + entry]! * (1 - stopped.outage[entry]!);
  };

  const clear = (k: number, moment: number): void => {
    const i = k * F * S + moment;
    for (const of of [supply.byAct, supply.byOutage, supply.fromThird, supply.ownStopped, supply.told, supply.third]) of[i] = 0;
    for (let j = 0; j < K; j++) for (const of of [supply.fromTarget, supply.actOnTarget, supply.held]) of[(k * K + j) * F * S + moment] = 0;
    for (let a = 0; a < senders.length; a++) supply.senders[(a * K + k) * F * S + moment] = 0;
  };

  /** Adds imports by origin. The greatest part of any of them that stops. */
  const readImports = (k: number, moment: number, each: Flow, s: number, active?: Uint8Array): number => {
    let named = 0;
    let strongest = 0;
    for (const origin of each.origins[k]!) {
      const { economy, slot, part } = origin;
      const act = slot >= 0 ? stopped.act[slot]! : stopped.unlisted(each, k, s, origin, active);
      const outage = slot >= 0 ? stopped.outage[slot]! : 0;
      const told = slot >= 0 ? stopped.told[slot]! : 0;
      add(k, moment, economy < 0 ? unnamedOrigin : economy, part, act * (1 - outage), outage, told);
      if (slot >= 0) addFirms(k, moment, slot, part);
      strongest = Math.max(strongest, act * (1 - outage) + outage);
      named += part;
    }
    add(k, moment, unnamedOrigin, Math.max(0, 1 - named), 0, 0);
    return strongest;
  };

  const readTarget = (k: number, f: number, moment: number, s: number, inputs: Inputs, active?: Uint8Array): void => {
    const each = flows[f]!;
    const own = supply.own[k * F + f]!;
    const outside = 1 - own > rounding ? 1 / (1 - own) : 0;
    const slot = k * F * S + moment;
    clear(k, moment);
    let ownGone = 0;
    let strongest = 0;
    for (let i = 0; i <= each.slots; i++) {
      const economy = i < each.slots ? model.shareEconomy[each.first + i]! : -1;
      const share = i < each.slots ? inputs.share[each.first + i]! : inputs.rest[each.t]!;
      const outage = stopped.outage[i]!;
      const act = stopped.act[i]! * (1 - outage);
      const from = ownerOf(economy);
      const goesOn = share * (1 - act - outage);
      if (from < 0) supply.third[slot]! += goesOn;
      else supply.held[(k * K + from) * F * S + moment]! += goesOn;
      strongest = Math.max(strongest, act + outage, stopped.told[i]!);
      if (economy < 0 ? targets[k]!.ownsRest : mine[k]![economy]) ownGone += share * (act + outage);
      else if (each.origins[k] === null) {
        add(k, moment, economy, share * outside, act, outage, stopped.told[i]!);
        addFirms(k, moment, i, share * outside);
      }
    }
    if (each.origins[k] !== null) strongest = Math.max(strongest, readImports(k, moment, each, s, active));
    supply.ownStopped[slot] = own > rounding ? Math.min(1, ownGone / own) : 0;
    const stops = supply.byAct[slot]! + supply.byOutage[slot]!;
    if (K > 1) supply.hit[slot] = Math.min(strongest, Math.max(stops + supply.told[slot]!, supply.ownStopped[slot]!) / slight);
    if (stops > 0) for (let a = 0; a < senders.length; a++) supply.senders[(a * K + k) * F * S + moment]! /= stops;
  };

  const readMoment = (f: number, s: number, inputs: Inputs, active?: Uint8Array): void => {
    for (let k = 0; k < K; k++) {
      stopped.read(flows[f]!, k, s, active);
      readTarget(k, f, f * S + s, s, inputs, active);
    }
  };

  return {
    ...supply,
    flows,
    exposure: exposureOf(K, flows, stops, steps, userOf),
    nodes,
    flow,
    moment: (f, s) => moments[f * S + s]!,
    read(inputs, draw, active) {
      stopped.start(inputs, draw);
      for (let f = 0; f < F; f++) {
        for (let k = 0; k < K; k++) {
          supply.own[k * F + f] = ownShare(targets[k]!, model, inputs, flows[f]!.t);
          supply.need[k * F + f] = making.need(k, flows[f]!.t, inputs.value);
        }
        for (let i = f * S; i < (f + 1) * S; i++) moments[i] = stopped.isSteady(flows[f]!, i - f * S) ? moments[i - 1]! : i;
        readFlow(f, inputs, active);
      }
    },
    reread: readFlow,
  };

  function readFlow(f: number, inputs: Inputs, active?: Uint8Array): void {
    for (let s = 0; s < S; s++) if (moments[f * S + s] === f * S + s) readMoment(f, s, inputs, active);
  }
}

/** An origin that is nobody's among targets and senders. */
const unnamedOrigin = -2;

function targetOfEconomy(model: SupplyModel, targets: readonly CourseTarget[]): Int16Array {
  const of = new Int16Array(model.economies.length).fill(-1);
  targets.forEach(({ own }, k) => {
    own.forEach((mine, economy) => {
      if (mine) of[economy] = k;
    });
  });
  return of;
}

/** What the target holds of supply; all that no named holder has where it is all the world but the senders. */
export function ownShare({ own, ownsRest }: CourseTarget, model: SupplyModel, { share, rest }: Inputs, t: number): number {
  let sum = ownsRest ? rest[t]! : 0;
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) if (own[model.shareEconomy[slot]!]) sum += share[slot]!;
  return Math.min(1, sum);
}
