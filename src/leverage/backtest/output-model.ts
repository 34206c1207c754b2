import type { SupplyModel } from "../model.ts";
import type { UsedFigure } from "./figures.ts";
import type { Shock } from "./shock.ts";

/** Part of an output that is lost some months after the effect, 0..1, in one draw. */
export type LossOf = (month: number, draw: number) => number;

/** What output over time is asked for, of an act or an outage. */
export interface OutputQuestion {
  /** What was known before the event. */
  readonly model: SupplyModel;
  readonly shock: Shock;
  /** Code of an economy or group, or `world`. */
  readonly economy: string;
  /** Id of the technology whose output is asked for. */
  readonly technology: string;
  readonly seed: number;
}

/** What the model over time says of an output. */
export interface OutputCourse {
  readonly loss: LossOf;
  /** What had to be assumed. */
  readonly notes: readonly string[];
  /** Technologies that the event stops, by index, and the figures of shares and places that were read. */
  readonly stopped: readonly number[];
  readonly figures: readonly UsedFigure[];
}

/** The model over time, as the back-tests see it; `null` where it has no such output. */
export type OutputModel = (question: OutputQuestion) => OutputCourse | null;
