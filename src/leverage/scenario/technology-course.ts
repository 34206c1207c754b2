import type { Course } from "../course/course.ts";
import { between } from "../course/network.ts";
import { horizons, inMonth, lengthOf } from "../course/steps.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import { createParameterLookup } from "../parameters.ts";

/**
 * Numbers of a withheld technology for a target. At a horizon: `shortfall` gross, `netShortfall` after buffers and recovery, `refilled` by
 * new makers. `usedUp`: month in which stock ends or the base first falls short. `need`: share of world use. `rise`: relative rise of the
 * clearing price at 12 months, if elasticities are known; `paid`: its cost, USD bn a year, NaN if unpriced.
 */
export type TechnologyMetricKind = "shortfall" | "felt" | "refilled" | "usedUp" | "need" | "rise" | "paid";

export interface TechnologyMetric {
  readonly kind: TechnologyMetricKind;
  readonly target: number;
  readonly technology: number;
  readonly horizon: number;
}

export interface TechnologyCourse {
  readonly metrics: readonly TechnologyMetric[];
  readonly technologies: readonly number[];
  /** Positions affecting use of stock at stocked positions. */
  readonly stocked: Int32Array;
  /** Reads the last run with its inputs. */
  read(inputs: Inputs, into: Float64Array): void;
}

const nothing = 1e-9;

/** Horizon of the price. */
const yearAt = horizons.indexOf(12);

/** Smaller sums of elasticities give meaningless prices. */
const leastElasticity = 0.01;

/** Whether `Δln P = x / (ε_s + |ε_d|)` is known for a technology. */
function hasElasticities({ map }: SupplyModel, t: number): boolean {
  const lookup = createParameterLookup(map);
  const [supply, demand] = [lookup(map.technologies[t]!, "supply-elasticity"), lookup(map.technologies[t]!, "demand-elasticity")];
  if (!supply || !demand) return false;
  const size = (ends: readonly number[]): number => Math.min(...ends.map(Math.abs));
  return size(supply.ends) + size(demand.ends) >= leastElasticity;
}

export function createTechnologyCourse({ question, network, supply, shortfall, netShortfall, refilled }: Course): TechnologyCourse {
  const { steps, stops, model } = question;
  const [S, F] = [steps.middle.length, supply.nodes.length];
  const hit = new Map<string, { k: number; t: number }>();
  for (const { technology, targets } of stops) for (const k of targets) hit.set(`${technology} ${k}`, { k, t: technology });
  const metrics: TechnologyMetric[] = [];
  const readers: ((into: Float64Array, inputs: Inputs) => void)[] = [];
  const inStock = (t: number): boolean => model.map.technologies[t]!.mode !== "capital";

  const usedUp = (slot: number): number => {
    for (let s = 0; s < S; s++) {
      const gone = netShortfall[slot + s]!;
      if (gone <= nothing) continue;
      const flow = shortfall[slot + s]! * (1 - refilled[slot + s]!);
      return steps.from[s]! + steps.width[s]! * (1 - (flow > 0 ? Math.min(1, gone / flow) : 1));
    }
    return lengthOf(steps);
  };
  for (const { k, t } of hit.values()) {
    const slot = (k * F + supply.flow[network.position[t]!]!) * S;
    for (const [kind, of] of [
      ["shortfall", shortfall],
      ["felt", netShortfall],
      ["refilled", refilled],
    ] as const) {
      const at = metrics.length;
      metrics.push(...horizons.map((_, horizon) => ({ kind, target: k, technology: t, horizon })));
      readers.push((into) => {
        for (let h = 0; h < horizons.length; h++) into[at + h] = inMonth(steps, h, of, slot);
      });
    }
    const once = (kind: TechnologyMetricKind): number => metrics.push({ kind, target: k, technology: t, horizon: 0 }) - 1;
    const need = once("need");
    readers.push((into) => {
      into[need] = supply.need[k * F + supply.flow[network.position[t]!]!]!;
    });
    if (hasElasticities(model, t)) {
      const [rise, paid] = [once("rise"), once("paid")];
      readers.push((into, { parameter, market }) => {
        const x = netShortfall[slot + steps.ofHorizon[yearAt]!]!;
        into[rise] = Math.expm1(x / (parameter["supply-elasticity"][t]! + Math.abs(parameter["demand-elasticity"][t]!)));
        into[paid] = into[rise] * market[t]! * into[need]! * (1 - x);
      });
    }
    if (!inStock(t)) continue;
    const end = once("usedUp");
    readers.push((into) => {
      into[end] = usedUp(slot);
    });
  }
  const reported = new Set([...hit.values()].map(({ t }) => t));
  const inStockAt = (at: number): boolean => inStock(network.nodes[at]!);
  return {
    metrics,
    technologies: [...reported],
    stocked: between(network, inStockAt, (at) => inStockAt(at) && reported.has(network.nodes[at]!)),
    read(inputs, into) {
      for (const read of readers) read(into, inputs);
    },
  };
}
