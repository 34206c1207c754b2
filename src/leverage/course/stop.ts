import type { InputBasis } from "../draw/drawn-input.ts";
import type { LicenceClass } from "../draw/inputs.ts";

/** Part of one holder's supply of a technology that a sender can stop. `r` is uniform in `low..high` in a draw. */
export interface StoppedPart {
  /** Slot of the model's shares; -1: what no named holder has; `offRow`. */
  readonly slot: number;
  /** Who stops it, an index into the senders of the course. */
  readonly sender: number;
  readonly low: number;
  readonly high: number;
  /** Drawn by this key; two parts with one key are drawn alike. */
  readonly key: number;
  /** The firm, an index into the senders of the course, whose part of its economy's supply it is. */
  readonly firm?: number;
  /** What its interval rests on where it has one, and the document. */
  readonly basis?: InputBasis;
  readonly source?: string | null;
}

/** Slot of what a target buys from a sender whom the row of shares does not name. */
export const offRow = -2;

/** What keeps a technology from targets: an act of senders, or an outage that hits everybody. */
export interface Stop {
  readonly technology: number;
  /** Targets of the course that it hits, by index. */
  readonly targets: readonly number[];
  readonly parts: readonly StoppedPart[];
  /** The class of an act; `null`: an outage, after which nobody sells elsewhere what was made for the target. */
  readonly class: LicenceClass | null;
  /** Months from the start of the course to the effect, and months before the effect that it was known. */
  readonly start: number;
  readonly notice: number;
  /** Part of it that is left from a month on, in order of months. */
  readonly easing: readonly { readonly month: number; readonly left: number }[];
  /** Service and parts of tools in use are withheld too. */
  readonly service: boolean;
  /** Months until what an outage took is back, drawn by the key; `null`: not back. */
  readonly repair: { readonly low: number; readonly high: number; readonly key: number; readonly basis?: InputBasis } | null;
}

/** Part of a stop that is left at a month, 0..1, before any repair. */
export function leftAt({ start, easing }: Stop, month: number): number {
  if (month < start) return 0;
  let left = 1;
  for (const each of easing) if (month >= each.month) left = each.left;
  return left;
}

/** Months at which a stop begins or eases. */
export const turnsOf = ({ start, easing }: Stop): readonly number[] => [start, ...easing.map(({ month }) => month)];
