import { tightEpsilon } from "../../base/numbers.ts";
import type { Inputs } from "../draw/inputs.ts";
import { indexIn, type SupplyModel } from "../model.ts";
import { slight } from "../own-supply.ts";
import { createUserLookup } from "../parameters.ts";
import { createContinuing } from "./continuing.ts";
import { type Exposure, exposureOf } from "./exposure.ts";
import { compileFlows, type Flow } from "./flows.ts";
import { createKnownEnds, type KnownEnds } from "./known-ends.ts";
import type { Making } from "./making.ts";
import type { Network } from "./network.ts";
import { type CourseTarget, targetParty } from "./parties.ts";
import type { Steps } from "./steps.ts";
import type { Stop } from "./stop.ts";
import { createStoppedSlots, type Draw, firmsOf } from "./stopped-slots.ts";
import { createSupplyCells, type SupplyCells, unnamedOrigin } from "./supply-cells.ts";

export type { Draw } from "./stopped-slots.ts";

/**
 * Supply of each technology that can fall short, before propagation. A target's import parts sum to 1: stopped by acts, stopped by outages,
 * continuing from third parties and from other targets.
 */
export interface Supply extends SupplyCells {
  readonly flows: readonly Flow[];
  readonly exposure: Exposure;
  readonly ends: Pick<KnownEnds, "length" | "left">;
  /** Network position by flow, and flow by position (-1: cannot fall short). */
  readonly nodes: Int32Array;
  readonly flow: Int32Array;
  /** By flow and step, `flow * steps + step`: storage index; unchanged consecutive steps share one. */
  readonly moments: Int32Array;
  /** Reads all that is stopped. `active`: participating senders, default all. */
  read(inputs: Inputs, draw: Draw | null, active?: Uint8Array): void;
  /** Reads a flow that nothing stops; until then it has no figures of the present inputs. */
  readContinuing(f: number, inputs: Inputs): void;
  /** Reads one stopped flow again for other senders, with the inputs and draw of the last `read`. */
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

export function createSupply({ model, network, targets, senders: codes, stops, steps, making, parties }: Setting): Supply {
  const flows = compileFlows(model, network, targets, codes, stops);
  const [K, F, S] = [targets.length, flows.length, steps.middle.length];
  const senders = codes.map((sender) => targetParty(model, sender).own);
  const nodes = Int32Array.from(flows, ({ at }) => at);
  const flow = indexIn(nodes, network.nodes.length);
  const mostSlots = flows.reduce((most, { slots }) => Math.max(most, slots), 0);
  const mine = targets.map(({ own }) => own);
  const owner = targetOfEconomy(model, targets);
  const restOwner = targets.findIndex(({ ownsRest }) => ownsRest);
  const ownerOf = (economy: number): number => (economy < 0 ? restOwner : owner[economy]!);
  const stopped = createStoppedSlots({ model, slots: mostSlots, stops, steps, senders, own: mine, ownerOf });
  const sizes = { targets: K, flows: F, steps: S, economies: model.economies.length, slots: mostSlots };
  const { cells: supply, clear, add, addFirms } = createSupplyCells({ ...sizes, senders, firms: firmsOf(stops), stopped, ownerOf });
  const userFigure = createUserLookup(model.map);
  const userOf = (k: number, t: number): number =>
    userFigure(model.map.technologies[t]!, "qualification", targets[k]!.code) === null ? -1 : parties.indexOf(targets[k]!.code);
  const moments = new Int32Array(F * S);
  const continuing = createContinuing({ model, targets, flows, supply, steps: S, ownerOf });
  const ends = createKnownEnds(K, flows, stops, steps);

  /** Adds imports by origin; returns the largest stopped part. */
  const readImports = (k: number, moment: number, each: Flow, s: number, active?: Uint8Array): number => {
    let named = 0;
    let strongest = 0;
    for (const origin of each.origins[k]!) {
      const { economy, slot, part } = origin;
      const unlisted = slot >= 0 ? null : stopped.unlisted(each, k, s, origin, active);
      const act = unlisted ? unlisted.act : stopped.act[slot]!;
      const covered = unlisted ? unlisted.covered : stopped.covered[slot]!;
      const outage = slot >= 0 ? stopped.outage[slot]! : 0;
      const countedAtOrigin = slot >= 0 ? stopped.countedAtOrigin[slot]! : 0;
      add(k, moment, economy < 0 ? unnamedOrigin : economy, part, act * (1 - outage), outage, covered * (1 - outage), countedAtOrigin);
      if (slot >= 0) addFirms(k, moment, slot, part);
      strongest = Math.max(strongest, act * (1 - outage) + outage);
      named += part;
    }
    add(k, moment, unnamedOrigin, Math.max(0, 1 - named), 0, 0, 0);
    return strongest;
  };

  const readTarget = (k: number, f: number, moment: number, s: number, inputs: Inputs, active?: Uint8Array): void => {
    const each = flows[f]!;
    const own = supply.own[k * F + f]!;
    const outside = 1 - own > tightEpsilon ? 1 / (1 - own) : 0;
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
      const covered = stopped.covered[i]! * (1 - outage);
      const open = share * (1 - covered - outage);
      if (from < 0) supply.third[slot]! += open;
      else supply.held[(k * K + from) * F * S + moment]! += open;
      strongest = Math.max(strongest, act + outage, stopped.countedAtOrigin[i]!);
      if (economy < 0 ? targets[k]!.ownsRest : mine[k]![economy]) ownGone += share * (act + outage);
      else if (each.origins[k] === null) {
        add(k, moment, economy, share * outside, act, outage, covered, stopped.countedAtOrigin[i]!);
        addFirms(k, moment, i, share * outside);
      }
    }
    if (each.origins[k] !== null) strongest = Math.max(strongest, readImports(k, moment, each, s, active));
    supply.ownStopped[slot] = own > tightEpsilon ? Math.min(1, ownGone / own) : 0;
    const stops = supply.byAct[slot]! + supply.byOutage[slot]!;
    if (K > 1) supply.hit[slot] = Math.min(strongest, Math.max(stops + supply.countedAtOrigin[slot]!, supply.ownStopped[slot]) / slight);
    if (stops > 0) for (let a = 0; a < senders.length; a++) supply.senders[(a * K + k) * F * S + moment]! /= stops;
  };

  const readMoment = (f: number, s: number, inputs: Inputs, active?: Uint8Array): void => {
    for (let k = 0; k < K; k++) {
      stopped.read(flows[f]!, k, s, active);
      readTarget(k, f, f * S + s, s, inputs, active);
    }
  };

  const ownOf = flows.map(({ t }) => targets.map((target) => createOwnShare(target, model, t)));
  const readParts = (f: number, inputs: Inputs): void => {
    for (let k = 0; k < K; k++) {
      supply.own[k * F + f] = ownOf[f]![k]!(inputs);
      supply.need[k * F + f] = making.need(k, flows[f]!.t, inputs.value);
      const { served, atOnce } = making.served(k, flows[f]!.t, supply.own[k * F + f]!, supply.need[k * F + f]!, inputs);
      supply.served[k * F + f] = served;
      supply.atOnce[k * F + f] = atOnce;
    }
  };
  const readStopped = (f: number, inputs: Inputs, active?: Uint8Array): void => {
    for (let s = 0; s < S; s++) if (moments[f * S + s] === f * S + s) readMoment(f, s, inputs, active);
  };
  const stoppedFlows = [...flows.keys()].filter((f) => flows[f]!.stopped);
  flows.forEach((_, f) => {
    moments.fill(f * S, f * S, (f + 1) * S);
  });

  return {
    ...supply,
    flows,
    ends,
    exposure: exposureOf(K, flows, stops, steps, userOf),
    nodes,
    flow,
    moments,
    read(inputs, draw, active) {
      stopped.start(inputs, draw);
      ends.read(draw);
      for (const f of stoppedFlows) {
        readParts(f, inputs);
        for (let i = f * S; i < (f + 1) * S; i++) moments[i] = stopped.isSteady(flows[f]!, i - f * S) ? moments[i - 1]! : i;
        readStopped(f, inputs, active);
      }
    },
    readContinuing(f, inputs) {
      readParts(f, inputs);
      continuing.read(f, inputs);
    },
    reread: readStopped,
  };
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

/** A target's own supply of a technology, compiled; rest-of-world targets include unnamed holders. */
export function createOwnShare({ own, ownsRest }: CourseTarget, model: SupplyModel, t: number): (inputs: Inputs) => number {
  const all = Array.from({ length: model.shareStart[t + 1]! - model.shareStart[t]! }, (_, i) => model.shareStart[t]! + i);
  const slots = Int32Array.from(all.filter((slot) => own[model.shareEconomy[slot]!] === 1));
  return ({ share, rest }) => {
    let sum = ownsRest ? rest[t]! : 0;
    for (let i = 0; i < slots.length; i++) sum += share[slots[i]!]!;
    return Math.min(1, sum);
  };
}
