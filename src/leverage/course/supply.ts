import type { Inputs } from "../draw/inputs.ts";
import { uniform } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import { builtUp } from "./pace.ts";
import { type CourseTarget, targetParty } from "./parties.ts";
import type { Steps } from "./steps.ts";
import { leftAt, type Stop } from "./stop.ts";

/** Which draw a run is. */
export interface Draw {
  readonly seed: number;
  readonly draw: number;
}

/** What is known of the supply of each technology that can be short, before anything is carried through the map. */
export interface Supply {
  /** Position in the network of each such technology, and back (-1: its supply cannot be short). */
  readonly nodes: Int32Array;
  readonly flow: Int32Array;
  /** By target and flow, `target * flows + flow`: own share of supply and share of world use. */
  readonly own: Float64Array;
  readonly need: Float64Array;
  /** By target, flow and step: part of supply outside the target that stops. */
  readonly stopped: Float64Array;
  /** By target, flow and step: part of the target's own supply that stops: an outage at home, or a rule that reaches its plants. */
  readonly ownStopped: Float64Array;
  /** By target, other target, flow: what the other one holds and is not kept from the target; stops where its own output does. */
  readonly others: Float64Array;
  /** By flow and step: supply of third parties that goes on. */
  readonly third: Float64Array;
  /** By flow: 1 where senders still sell elsewhere, 0 after an outage. */
  readonly act: Uint8Array;
  /** By sender, target and flow: part of what stops for the target that is the sender's own. */
  readonly senders: Float64Array;
  /** By flow: longest notice, in months, and 1 where service is withheld too. */
  readonly notice: Float64Array;
  readonly service: Uint8Array;
  /** Reads all of it. `active`: which senders take part, 1 or 0; all if not given. */
  read(inputs: Inputs, draw: Draw | null, active?: Uint8Array): void;
  /** Reads one flow again after other senders take part; inputs and draw are those of the last `read`. */
  reread(f: number, inputs: Inputs, draw: Draw | null, active: Uint8Array): void;
}

interface Setting {
  readonly model: SupplyModel;
  readonly network: Network;
  readonly targets: readonly CourseTarget[];
  readonly senders: readonly string[];
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  readonly making: Making;
}

export function createSupply({ model, network, targets, senders: codes, stops, steps, making }: Setting): Supply {
  const K = targets.length;
  const senders = codes.map((sender) => targetParty(model, sender).own);
  /** Senders that own what an economy supplies. */
  const sendersOf = model.economies.map((_, economy) => [...senders.keys()].filter((a) => senders[a]![economy]));
  const stopsAt = new Map<number, NumberedStop[]>();
  stops.forEach((stop, index) => {
    const at = network.position[stop.technology]!;
    stopsAt.get(at)?.push({ stop, index }) ?? stopsAt.set(at, [{ stop, index }]);
  });
  const coupled = (at: number): boolean =>
    K > 1 && model.map.technologies[network.nodes[at]!]!.supply !== null && !model.inHouse[network.nodes[at]!];
  const nodes = Int32Array.from([...network.nodes.keys()].filter((at) => stopsAt.has(at) || coupled(at)));
  const flow = new Int32Array(network.nodes.length).fill(-1);
  nodes.forEach((at, f) => {
    flow[at] = f;
  });
  const [F, S] = [nodes.length, steps.middle.length];
  const flows = Array.from(nodes, (at) => flowStops(model, network.nodes[at]!, stopsAt.get(at) ?? []));
  const own = new Float64Array(K * F);
  const need = new Float64Array(K * F);
  const [stopped, ownStopped] = [new Float64Array(K * F * S), new Float64Array(K * F * S)];
  const others = new Float64Array(K * K * F);
  const third = new Float64Array(F * S);
  const senderParts = new Float64Array(senders.length * K * F);
  const target = targetOfEconomy(model, targets);
  const restOwner = targets.findIndex(({ ownsRest }) => ownsRest);
  /** Part of each slot that is stopped for a target, the last for what no named holder has. */
  const part = new Float64Array(1 + flows.reduce((most, { slots }) => Math.max(most, slots), 0));
  const most = new Float64Array(part.length);
  const left = new Float64Array(stops.length * S);
  /** What stops for each target at most, of the technology that is being read. */
  const greatest = new Float64Array(K);

  const readLeft = (draw: Draw | null): void => {
    stops.forEach((stop, i) => {
      for (let s = 0; s < S; s++) left[i * S + s] = leftAt(stop, steps.middle[s]!) * (1 - repaired(stop, steps.middle[s]!, draw));
    });
  };

  /** Sets `part` to what is stopped for target `k` at a step. */
  const readParts = (f: number, k: number, s: number, inputs: Inputs, draw: Draw | null, active?: Uint8Array): void => {
    const { first, slots, stops: here } = flows[f]!;
    part.fill(0, 0, slots + 1);
    for (const stop of here) {
      if (!stop.stop.targets.includes(k)) continue;
      const amount = left[stop.index * S + s]! * withheldBy(stop.stop, inputs);
      if (amount === 0) continue;
      for (const each of stop.stop.parts) {
        if (active && active[each.sender] === 0) continue;
        const slot = each.slot < 0 ? slots : each.slot - first;
        if (isTold(stop.stop, ownerOf(first, slots, slot), k)) continue;
        const r =
          draw && each.high > each.low
            ? each.low + (each.high - each.low) * uniform(draw.seed, draw.draw, each.key)
            : (each.low + each.high) / 2;
        if (amount * r > part[slot]!) part[slot] = amount * r;
      }
    }
  };

  return {
    nodes,
    flow,
    own,
    need,
    stopped,
    ownStopped,
    others,
    third,
    act: Uint8Array.from(flows, ({ stops: here }) => (here.every(({ stop }) => stop.class !== null) ? 1 : 0)),
    senders: senderParts,
    notice: Float64Array.from(flows, ({ stops: here }) => here.reduce((longest, { stop }) => Math.max(longest, stop.notice), 0)),
    service: Uint8Array.from(flows, ({ stops: here }) => (here.some(({ stop }) => stop.service) ? 1 : 0)),
    read(inputs, draw, active) {
      readLeft(draw);
      for (let f = 0; f < F; f++) {
        const { t } = flows[f]!;
        for (let k = 0; k < K; k++) {
          own[k * F + f] = ownShare(targets[k]!, model, inputs, t);
          need[k * F + f] = making.need(k, t, inputs.value);
        }
        readFlow(f, inputs, draw, active);
      }
    },
    reread: readFlow,
  };

  function readFlow(f: number, inputs: Inputs, draw: Draw | null, active?: Uint8Array): void {
    const { t, first, slots } = flows[f]!;
    const steady = isSteady(flows[f]!, left, S);
    for (let s = 0; s < S; s++) {
      if (steady && s > 0) {
        spread(f, s);
        continue;
      }
      most.fill(0, 0, slots + 1);
      let all = 0;
      for (let k = 0; k < K; k++) {
        readParts(f, k, s, inputs, draw, active);
        sumParts(f, k, s, inputs, first, slots);
        for (let i = 0; i <= slots; i++) if (part[i]! > most[i]!) most[i] = part[i]!;
      }
      for (let i = 0; i <= slots; i++) {
        const isTargets = i < slots ? target[model.shareEconomy[first + i]!]! >= 0 : restOwner >= 0;
        if (!isTargets) all += (1 - most[i]!) * (i < slots ? inputs.share[first + i]! : inputs.rest[t]!);
      }
      third[f * S + s] = all;
    }
  }

  /** Where what stops is the same at all steps. */
  function spread(f: number, s: number): void {
    third[f * S + s] = third[f * S]!;
    for (let k = 0; k < K; k++) {
      stopped[(k * F + f) * S + s] = stopped[(k * F + f) * S]!;
      ownStopped[(k * F + f) * S + s] = ownStopped[(k * F + f) * S]!;
    }
  }

  function sumParts(f: number, k: number, s: number, inputs: Inputs, first: number, slots: number): void {
    const { t } = flows[f]!;
    const imports = targets[k]!.imports.get(t);
    let [sum, mine] = [0, 0];
    for (let i = 0; i <= slots; i++) {
      const stops = (i < slots ? inputs.share[first + i]! : inputs.rest[t]!) * part[i]!;
      if (ownerOf(first, slots, i) !== k) sum += stops;
      else mine += stops;
    }
    ownStopped[(k * F + f) * S + s] = mine > 0 ? Math.min(1, mine / own[k * F + f]!) : 0;
    if (s === 0 || sum > greatest[k]!) {
      readSides(f, k, inputs, sum);
      greatest[k] = sum;
    }
    stopped[(k * F + f) * S + s] = imports ? importPart(imports, first, slots) * (1 - own[k * F + f]!) : sum;
  }

  function ownerOf(first: number, slots: number, i: number): number {
    return i < slots ? target[model.shareEconomy[first + i]!]! : restOwner;
  }

  /** Whose supply stops for target `k`, and what other targets hold of it, at the step at which most stops. */
  function readSides(f: number, k: number, inputs: Inputs, sum: number): void {
    const { t, first, slots } = flows[f]!;
    for (let j = 0; j < K; j++) others[(k * K + j) * F + f] = 0;
    for (let a = 0; a < senders.length; a++) senderParts[(a * K + k) * F + f] = 0;
    for (let i = 0; i <= slots; i++) {
      const owner = ownerOf(first, slots, i);
      if (owner === k) continue;
      const share = i < slots ? inputs.share[first + i]! : inputs.rest[t]!;
      if (owner >= 0) others[(k * K + owner) * F + f]! += share * (1 - part[i]!);
      if (i === slots || sum === 0 || part[i] === 0) continue;
      const economy = model.shareEconomy[first + i]!;
      for (const a of sendersOf[economy]!) senderParts[(a * K + k) * F + f]! += (share * part[i]!) / sum;
    }
  }

  /** Part of the imports that stops, by their origins; origins that customs do not name go on. */
  function importPart(imports: ReadonlyMap<string, number>, first: number, slots: number): number {
    let sum = 0;
    for (const [economy, share] of imports) {
      const index = model.economyIndex.get(economy);
      for (let i = 0; i < slots; i++)
        if (model.shareEconomy[first + i] === index) {
          sum += share * part[i]!;
          break;
        }
    }
    return Math.min(1, sum);
  }
}

/** A stop with its place among all of the course. */
interface NumberedStop {
  readonly stop: Stop;
  readonly index: number;
}

interface FlowStops {
  readonly t: number;
  readonly first: number;
  readonly slots: number;
  readonly stops: readonly NumberedStop[];
}

function flowStops(model: SupplyModel, t: number, stops: readonly NumberedStop[]): FlowStops {
  const first = model.shareStart[t]!;
  return { t, first, slots: model.shareStart[t + 1]! - first, stops };
}

function repaired({ repair, start }: Stop, month: number, draw: Draw | null): number {
  if (!repair || month < start) return 0;
  const { low, high, key } = repair;
  const lead = draw ? low + (high - low) * uniform(draw.seed, draw.draw, key) : (low + high) / 2;
  return builtUp(month - start, lead);
}

const withheldBy = (stop: Stop, { withheld }: Inputs): number => (stop.class === null ? 1 : withheld[stop.class][stop.technology]!);

/** An outage at another target that it hits as well: what that target no longer makes tells of it already. */
const isTold = (stop: Stop, owner: number, k: number): boolean =>
  stop.class === null && owner >= 0 && owner !== k && stop.targets.includes(owner);

function isSteady({ stops }: FlowStops, left: Float64Array, S: number): boolean {
  for (const { index } of stops) for (let s = 1; s < S; s++) if (left[index * S + s] !== left[index * S]) return false;
  return true;
}

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
