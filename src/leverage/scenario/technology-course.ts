import type { Course } from "../course/course.ts";
import { horizons, lengthOf } from "../course/steps.ts";

/**
 * What is told of a withheld technology for a target. At a horizon: `shortfall` before stock and recovery, `felt` after both, `refilled` the part of the
 * gap that new makers fill. `usedUp`: month in which the stock is gone, or the base is first felt to be short; past the last month if never. `need`: the target's
 * part of world use.
 */
export type TechnologyMetricKind = "shortfall" | "felt" | "refilled" | "usedUp" | "need";

export interface TechnologyMetric {
  readonly kind: TechnologyMetricKind;
  readonly target: number;
  readonly technology: number;
  readonly horizon: number;
}

export interface TechnologyCourse {
  readonly metrics: readonly TechnologyMetric[];
  readonly technologies: readonly number[];
  /** Whether any of them is held in stock. */
  readonly stocked: boolean;
  /** Reads the last run of the course. */
  read(into: Float64Array): void;
}

/** What is less than this is nothing. */
const nothing = 1e-9;

/** What of a course is told of the technologies that are withheld or lost, for the targets they are kept from. */
export function createTechnologyCourse({ question, network, supply, shortfall, felt, refilled }: Course): TechnologyCourse {
  const { steps, stops, model } = question;
  const [S, F] = [steps.middle.length, supply.nodes.length];
  const hit = new Map<string, { k: number; t: number }>();
  for (const { technology, targets } of stops) for (const k of targets) hit.set(`${technology} ${k}`, { k, t: technology });
  const metrics: TechnologyMetric[] = [];
  const readers: ((into: Float64Array) => void)[] = [];
  let stocked = false;

  const usedUp = (slot: number): number => {
    for (let s = 0; s < S; s++) {
      const gone = felt[slot + s]!;
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
      ["felt", felt],
      ["refilled", refilled],
    ] as const) {
      const at = metrics.length;
      metrics.push(...horizons.map((_, horizon) => ({ kind, target: k, technology: t, horizon })));
      readers.push((into) => {
        for (let h = 0; h < horizons.length; h++) into[at + h] = of[slot + steps.ofHorizon[h]!]!;
      });
    }
    const need = metrics.push({ kind: "need", target: k, technology: t, horizon: 0 }) - 1;
    readers.push((into) => {
      into[need] = supply.need[k * F + supply.flow[network.position[t]!]!]!;
    });
    if (model.map.technologies[t]!.mode === "capital") continue;
    stocked = true;
    const at = metrics.length;
    metrics.push({ kind: "usedUp", target: k, technology: t, horizon: 0 });
    readers.push((into) => {
      into[at] = usedUp(slot);
    });
  }
  return {
    metrics,
    technologies: [...new Set([...hit.values()].map(({ t }) => t))],
    stocked,
    read(into) {
      for (const read of readers) read(into);
    },
  };
}
