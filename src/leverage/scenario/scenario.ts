import type { OutageCause } from "../../link/parameter-domains.ts";
import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import type { LicenceClass } from "../draw/inputs.ts";
import type { Outsiders } from "../members.ts";
import { givenRepair, type Repair, repairLike } from "../repair.ts";

/** A technology withheld by a measure. */
export interface WithheldItem {
  readonly technology: number;
  readonly class: LicenceClass;
  /** Effect, and end if a row of the atlas gives one; days since 1970-01-01. */
  readonly from: number;
  readonly until: number | null;
  /** Only others' supply reached by a rule is withheld, not the senders' own. */
  readonly reachOnly: boolean;
}

/** Remaining part of a measure from a day on. */
export interface Easing {
  readonly day: number;
  readonly left: number;
  /** Day on which it became known; absent: when it came. */
  readonly announced?: number | null;
}

/** An act: senders withhold technologies, or the services of a node class, from targets; or targets refuse to buy them from the senders. */
export interface Withheld {
  readonly kind: "withhold" | "foundry" | "refuse";
  /** Acts of one id share the draw of how much is withheld. */
  readonly id: string;
  /** What its inputs are called by; absent: the id. */
  readonly name?: string;
  /** Economies, groups or organisations; a target may be `world`: all but the senders. */
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  readonly items: readonly WithheldItem[];
  /** Whether the senders' rules reach others' supply. */
  readonly reach: boolean;
  readonly service: boolean;
  readonly announced: number | null;
  /** Part that a ban lets through, 0..1; `null`: by the kind of good. */
  readonly leakage: number | null;
  readonly easing: readonly Easing[];
  /** Its end, the last easing or that of its rule, was announced with it. */
  readonly endAnnounced?: boolean | undefined;
  /** Contracts in force are served until they end; absent: as the class of an item says. */
  readonly honoursContracts?: boolean | undefined;
}

/** Owner and place of lost capacity. */
export interface CapacityHolder {
  readonly kind: "economy" | "organisation" | "plant";
  readonly id: string;
  /** Economy or group whose supply it is part of. */
  readonly economy: string;
  /** Firm that owns it; `null`: all of the economy. */
  readonly organisation: string | null;
}

export interface CapacityLoss {
  readonly kind: "capacity";
  readonly holder: CapacityHolder;
  readonly technologies: readonly number[];
  /** Part of the holder's capacity. */
  readonly lost: readonly [low: number, high: number];
  /** What stopped it; `null`: unknown. */
  readonly cause: OutageCause | null;
  /** Months to full output; `null`: given up, it never comes back. */
  readonly repair: Repair | null;
  /** Repair is drawn from earlier outages. */
  readonly repairAssumed: boolean;
  /** Part of a month's output lost with the work in process, beside the capacity; `null`: none. */
  readonly spoiled: readonly [low: number, high: number] | null;
  /** Codes reported separately from the rest of the world. */
  readonly apart: readonly string[];
  readonly from: number;
}

/** Repair months as given, else those of plants hit before by the same cause. */
export function repairOf(
  { rows }: SupplyMap,
  { cause, from }: Pick<CapacityLoss, "cause" | "from">,
  given: readonly [low: number, high: number] | undefined,
): Pick<CapacityLoss, "repair" | "repairAssumed"> {
  if (given) return { repair: givenRepair(given), repairAssumed: false };
  return { repair: repairLike(rows.outage, cause, from), repairAssumed: true };
}

export type SupplyMeasure = Withheld | CapacityLoss;

/** Supply side of a scenario, with names resolved. */
export interface Scenario {
  readonly outsiders: Outsiders;
  readonly measures: readonly SupplyMeasure[];
}

/** Target code of all but the senders. */
export const worldCode = "world";

/** Start days of a measure, or of one of its technologies. */
export const startsOf = (measure: SupplyMeasure, technology: number | null = null): readonly number[] =>
  measure.kind === "capacity"
    ? [measure.from]
    : measure.items.filter((item) => technology === null || item.technology === technology).map(({ from }) => from);

/** Day 0 of a scenario's months: the first effect of any measure. */
export const startOf = ({ measures }: Scenario): number => Math.min(...measures.flatMap((measure) => startsOf(measure)));
