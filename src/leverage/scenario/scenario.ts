import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import type { LicenceClass } from "../draw/inputs.ts";
import type { Outsiders } from "../outsiders.ts";
import { usualRepair } from "../parameters.ts";

/** A technology that a measure keeps from somebody. */
export interface WithheldItem {
  readonly technology: number;
  readonly class: LicenceClass;
  /** Days since 1970-01-01 of its effect, and of its end where a row of the atlas gives one. */
  readonly from: number;
  readonly until: number | null;
  /** What a rule reaches of others' supply is kept back, and nothing of the senders' own. */
  readonly reachOnly: boolean;
}

/** Part of a measure that is left from a day on. */
export interface Easing {
  readonly day: number;
  readonly left: number;
}

/** An act: senders keep technologies, or the services of a node class, from targets. */
export interface Withheld {
  readonly kind: "withhold" | "foundry";
  /** Economies, groups or organisations; a target may be `world`: all but the senders. */
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  readonly items: readonly WithheldItem[];
  /** Rules of the senders reach what others make. */
  readonly reach: boolean;
  readonly service: boolean;
  readonly announced: number | null;
  readonly easing: readonly Easing[];
}

/** Who has the capacity that is lost, and where it stands. */
export interface CapacityHolder {
  readonly kind: "economy" | "organisation" | "plant";
  readonly id: string;
  /** Economy or group whose supply it is part of. */
  readonly economy: string;
  /** The firm whose part of that supply it is, or is part of; `null`: all of the economy. */
  readonly organisation: string | null;
}

/** Capacity that is lost by no act. */
export interface CapacityLoss {
  readonly kind: "capacity";
  readonly holder: CapacityHolder;
  readonly technologies: readonly number[];
  /** Part of the holder's capacity. */
  readonly lost: readonly [low: number, high: number];
  /** Months to full output. */
  readonly repair: readonly [low: number, high: number];
  /** Nobody says how long it takes: it is as for plants that were hit before. */
  readonly repairAssumed: boolean;
  /** Codes whose own loss is told beside that of everybody else. */
  readonly apart: readonly string[];
  readonly from: number;
}

/** Months of repair as they are told, or as for plants that were hit before. Throws LM_ATLAS_INVALID where no default says it. */
export function repairOf(map: SupplyMap, given: CapacityLoss["repair"] | undefined): Pick<CapacityLoss, "repair" | "repairAssumed"> {
  if (given) return { repair: given, repairAssumed: false };
  const { low, high } = usualRepair(map);
  return { repair: [low, high], repairAssumed: true };
}

export type SupplyMeasure = Withheld | CapacityLoss;

/** What a scenario asks of the supply side; every name in it is one that the map knows. */
export interface Scenario {
  readonly outsiders: Outsiders;
  readonly measures: readonly SupplyMeasure[];
}

/** Target code that stands for all but the senders. */
export const worldCode = "world";

/** Days on which a measure begins, or begins to keep back one technology. */
export const startsOf = (measure: SupplyMeasure, technology: number | null = null): readonly number[] =>
  measure.kind === "capacity"
    ? [measure.from]
    : measure.items.filter((item) => technology === null || item.technology === technology).map(({ from }) => from);

/** The day from which the months of a scenario are counted: the first effect of any measure. */
export const startOf = ({ measures }: Scenario): number => Math.min(...measures.flatMap((measure) => startsOf(measure)));
