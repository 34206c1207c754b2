import type { SupplyModel } from "../model.ts";
import type { UsedFigure } from "./figures.ts";
import type { Shock } from "./shock.ts";

/** Output loss some months after the effect, 0..1, in one draw. */
export type LossOf = (month: number, draw: number) => number;

export interface OutputQuestion {
  readonly model: SupplyModel;
  readonly shock: Shock;
  /** Code of an economy or group, or `world`. */
  readonly economy: string;
  /** Technology id. */
  readonly technology: string;
  readonly seed: number;
}

export interface OutputCourse {
  readonly loss: LossOf;
  /** Assumptions. */
  readonly notes: readonly string[];
  /** Stopped technologies by index, and the shares and places of production that were read. */
  readonly stopped: readonly number[];
  readonly figures: readonly UsedFigure[];
}

/** The time model as seen by the back-tests; `null` if it has no such output. */
export type OutputModel = (question: OutputQuestion) => OutputCourse | null;
