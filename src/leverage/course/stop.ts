import { type ActPolicy, turnsOfPolicy } from "../acts/act-policy.ts";
import type { InputBasis, LicenceClass } from "../draw/inputs.ts";
import type { DrawnRange } from "../draw/random.ts";
import type { Repair } from "../repair.ts";

/** Part of one holder's supply that a sender can stop; uniform in `low..high` in a draw. */
export interface StoppedPart extends DrawnRange {
  /** Slot of the model's shares; -1: unnamed holders; `offRow`. */
  readonly slot: number;
  /** Index of the sender, or of a player of a game. */
  readonly sender: number;
  /** Index of the sender that a player withholds for; absent: the player itself. */
  readonly owner?: number;
  /** Sender index of the firm that owns this part of its economy's supply. */
  readonly firm?: number;
  readonly basis?: InputBasis;
  readonly source?: string | null;
}

/** Slot of purchases from a sender outside the share row. */
export const offRow = -2;

/** Withholding by senders, or an outage hitting everyone. */
export interface Stop {
  readonly technology: number;
  /** Indices of the targets hit. */
  readonly targets: readonly number[];
  readonly parts: readonly StoppedPart[];
  /** Licence-policy class; `null`: an outage, after which nothing is sold elsewhere. */
  readonly class: LicenceClass | null;
  /** How much of it an act withholds over time; absent: all. */
  readonly policy?: ActPolicy | undefined;
  /** Months from the start to the effect, and months of notice. */
  readonly start: number;
  readonly notice: number;
  /** Part left from a month on, in order. */
  readonly easing: readonly { readonly month: number; readonly left: number }[];
  /** The end of an act, its last easing, was announced with it; absent: users do not know it. */
  readonly endAnnounced?: boolean | undefined;
  /** Contracts in force are served until they end; absent: as its class says. */
  readonly honoursContracts?: boolean | undefined;
  /** Service and spare parts are withheld too. */
  readonly service: boolean;
  /** Months over which it comes back evenly, by draw key; `null`: never. */
  readonly repair: { readonly months: Repair; readonly key: number; readonly basis?: InputBasis } | null;
}

/** Part of a stop in force at a month, 0..1, before repair. */
export function leftAt({ start, easing }: Stop, month: number): number {
  if (month < start) return 0;
  let left = 1;
  for (const each of easing) if (month >= each.month) left = each.left;
  return left;
}

/** Whether users know when a stop ends: an announced end of an act; the repair of an outage, of which its owner tells. */
export const isEndKnown = ({ class: act, repair, easing, endAnnounced }: Stop): boolean =>
  act === null ? repair !== null : endAnnounced === true && easing.at(-1)?.left === 0;

/** Whether an act takes effect as contracts run out: a licence that is not granted again, an end of sales; a ban voids them. */
export const runsOutWithContracts = ({ class: act, honoursContracts }: Stop): boolean => honoursContracts ?? act !== "ban";

/** Months at which a stop changes. */
export const turnsOf = ({ start, easing, policy }: Pick<Stop, "start" | "easing" | "policy">): readonly number[] => [
  start,
  ...easing.map(({ month }) => month),
  ...(policy ? turnsOfPolicy(policy).map((months) => start + months) : []),
];
