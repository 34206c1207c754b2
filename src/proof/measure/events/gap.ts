import { withheldOver } from "../../../leverage/acts/act-policy.ts";
import { builtUp, redirected, restored } from "../../../leverage/course/pace.ts";
import type { LicenceClass } from "../../../leverage/draw/inputs.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { damageOf, repairOf } from "./plant.ts";
import { classOf, type Shock } from "./shock.ts";
import { againstAll, type WorldShares, worldShares } from "./world-shares.ts";

/** One draw of what happens to stopped supply. Months count from the effect. */
export interface Gap {
  /** Share of the senders' supply to the targets that stops by month. */
  stopped(month: number): number;
  /** Share of the gap filled by existing suppliers elsewhere. */
  redirected(month: number): number;
  /** Share of the gap filled by new capacity anywhere. */
  rebuilt(month: number): number;
  /** Share of new capacity that is abroad and therefore imported. */
  readonly builtAbroad: number;
  /** Share of redirected supply that third parties had sold elsewhere, where senders replace them. */
  readonly freed: number;
}

const unit: Range = { low: 0, high: 1 };

/** Gaps as the books of importers show them: what was on its way when supply stopped still arrives. */
export function gapsOnArrival(known: KnownParameters, shock: Shock, technology: Technology, part: Drawer): (draw: number) => Gap {
  const [gaps, transit] = [gapsOf(known, shock, technology, part), known.within(known.model.acts.transit, `${shock.id}|transit`)];
  return (draw) => {
    const [gap, months] = [gaps(draw), transit(draw)];
    return {
      ...gap,
      stopped: (month) => (month < months ? 0 : gap.stopped(month - months)),
      redirected: (month) => gap.redirected(month - months),
      rebuilt: (month) => gap.rebuilt(month - months),
    };
  };
}

/**
 * Draws gaps of one technology. `part`: senders' share of the targets' purchases. Redirected: `min(f∞ (1 - e^{-τ/Q}), pool / gap)`; rebuilt:
 * `P c (G(τ) - G(0)) / (1 - G(0))` of the rest. An outage has `lost (1 - g)` of its repair.
 */
export function gapsOf(known: KnownParameters, shock: Shock, technology: Technology, part: Drawer): (draw: number) => Gap {
  const name = classOf(shock.kind);
  const stops = name === null ? outageStops(known, shock, technology) : actStops(known, shock, technology, name);
  const parameter = (each: string): Drawer => known.parameter(technology, each);
  const [fungibility, qualification, lead] = [parameter("fungibility"), parameter("qualification"), parameter("lead-time")];
  const [ceiling, chance] = [parameter("recovery-ceiling"), known.chance(technology)];
  const pool = poolOf(known, shock, technology, part);
  const abroad = known.within(unit, `${technology.id}|built abroad`);
  return (draw) => {
    const { most, stopped } = stops(draw);
    const [f, q, l, built] = [fungibility(draw), qualification(draw), lead(draw), ceiling(draw) * chance(draw)];
    const { perGap, freed } = pool(draw, most);
    const turned = (month: number): number => Math.min(redirected(month, f, q), perGap);
    return {
      stopped,
      redirected: turned,
      rebuilt: (month) => (1 - turned(month)) * built * builtUp(month, l),
      builtAbroad: abroad(draw),
      freed,
    };
  };
}

/** One draw of what stops: the part by month, and the part for which others are asked. */
interface Stopping {
  readonly most: number;
  readonly stopped: (month: number) => number;
}

function actStops(known: KnownParameters, shock: Shock, technology: Technology, name: LicenceClass): (draw: number) => Stopping {
  const withheld = known.withheld(technology, name, shock.id);
  return (draw) => {
    const policy = withheld(draw);
    return { most: policy.settled, stopped: (month) => withheldOver(policy, month, 0) };
  };
}

function outageStops(known: KnownParameters, shock: Shock, technology: Technology): (draw: number) => Stopping {
  const [lost, repair] = [known.within(damageOf(shock).lost, `${shock.id}|lost`), repairOf(known, shock, technology)];
  return (draw) => {
    const [most, months] = [lost(draw), repair(draw)];
    return { most, stopped: (month) => most * (1 - restored(month, months)) };
  };
}

/**
 * Additional supply available to the targets as a multiple of the gap, and the share of it formerly sold elsewhere: `pool = k T + c N` over
 * the gap. Without world shares: from the idle capacity of present suppliers up to all that could be redirected.
 */
function poolOf(known: KnownParameters, shock: Shock, technology: Technology, part: Drawer) {
  const spare = known.parameter(technology, "spare");
  const world = worldShares(known, shock, technology);
  const all = againstAll(shock);
  const elsewhere = !all && shock.kind !== "outage";
  if (world === null) {
    const open = known.within(unit, `${technology.id}|pool`);
    const freed = elsewhere ? known.within(unit, `${technology.id}|freed`) : () => 0;
    return (draw: number, stop: number) => {
      const gap = part(draw) * stop;
      const least = gap > 0 ? (spare(draw) * (1 - part(draw))) / gap : 1;
      return { perGap: least >= 1 ? least : least + (1 - least) * open(draw), freed: freed(draw) };
    };
  }
  const sizes = sizesOf(known, technology, world);
  return (draw: number, stop: number) => {
    const { held, own, imports } = sizes(draw);
    const others = Math.max(0, 1 - held - (all ? 0 : own));
    if (all) return { perGap: held * stop > 0 ? (spare(draw) * others) / (held * stop) : 1, freed: 0 };
    const abroad = Math.max(held, 1 - own);
    const covered = abroad > 0 ? (imports * held) / abroad : 0;
    const gap = covered * stop;
    const left = elsewhere ? others : others + held * (1 - stop);
    const free = elsewhere ? Math.max(0, others - (imports - covered)) : 0;
    const pool = spare(draw) * left + free;
    return { perGap: gap > 0 ? pool / gap : 1, freed: pool > 0 ? free / pool : 0 };
  };
}

/** Draws senders' holdings, targets' holdings and targets' imports as shares of world supply. */
function sizesOf(known: KnownParameters, technology: Technology, world: WorldShares) {
  const drawn = (name: keyof WorldShares): Drawer => known.within(world[name], `${technology.id}|${name}`);
  const [stopped, targets, demand] = [drawn("stopped"), drawn("targets"), drawn("demand")];
  return (draw: number) => {
    const held = stopped(draw);
    const own = Math.min(1 - held, targets(draw));
    return { held, own, imports: Math.max(0, demand(draw) - own) };
  };
}

/** Share of the senders' exports that goes to the targets. */
export function partSoldToTargets(known: KnownParameters, shock: Shock, technology: Technology): Drawer {
  if (againstAll(shock)) return () => 1;
  const world = worldShares(known, shock, technology);
  if (world === null) return known.within(unit, `${technology.id}|sold to targets`);
  const sizes = sizesOf(known, technology, world);
  const home = known.within(world.sendersDemand, `${technology.id}|used by senders`);
  return (draw) => {
    const { own, imports } = sizes(draw);
    const abroad = 1 - own - home(draw);
    return abroad > imports ? imports / abroad : 1;
  };
}
