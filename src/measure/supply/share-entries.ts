import type { Row } from "../../base/tables.ts";

/** A loaded share and its data set. */
export type LoadedShare = Row<"share"> & { readonly dataset: string };

export interface ShareEntry {
  readonly holder: string;
  readonly low: number;
  readonly high: number;
  /** Where the middle lies between the ends, 0..1: a half, less where the figure is one-sided or of several holders together. */
  readonly lift: number;
  /** Named without a figure, or flagged negligible: part of the unknown. */
  readonly blank: boolean;
  /** For a holder known only together with others: the place of their sum in `joint`. */
  readonly joint?: number;
}

/** What several holders hold together, beyond what each of them is known to hold; `lift` as in an entry. */
export type JointShare = Pick<ShareEntry, "low" | "high" | "lift">;

export interface ShareEntries {
  /** Largest first. An economy may have several: firms with figures, blanks, and firms known only together with others. */
  readonly entries: readonly ShareEntry[];
  readonly joint: readonly JointShare[];
  /** A region's figure bounds members without one: region -> share. */
  readonly regions: readonly { readonly region: string; readonly share: number }[];
}

/** Those whom a figure of several together is of. */
export const holdersOf = (holder: string): readonly string[] => holder.split(";").map((each) => each.trim());

/** `high` is open for "at least". */
interface Bounds {
  readonly low: number;
  readonly high: number | null;
}

/**
 * The median of Beta(1, 4), by which "at least b" is drawn from b to what the others leave: most of the weight lies near b, since whoever
 * knew of much more would have said so.
 */
export const oneSidedLift = 1 - 0.5 ** 0.25;

export const middleOf = ({ low, high, lift }: Pick<ShareEntry, "low" | "high" | "lift">): number => low + lift * (high - low);

const isFigure = (share: LoadedShare): share is LoadedShare & { low: number } => share.low !== null && share.flag !== "negligible";

const isHolder = ({ holder_kind }: LoadedShare): boolean => holder_kind === "economy" || holder_kind === "organisation";

/**
 * Holders of one statement of shares. A low end alone is "at least"; a high end alone or a flag bounds a part of the unknown; a joint figure
 * bounds the sum of its holders.
 * @param seatOf the holder under which another counts; `undefined`: part of the unknown
 */
export function shareEntries(rows: readonly LoadedShare[], seatOf: (holder: string) => string | undefined): ShareEntries {
  const figures = new Map(rows.filter(isHolder).flatMap((share) => (isFigure(share) ? [[share.holder, share] as const] : [])));
  const sums = rows.flatMap((share) => (share.holder_kind === "joint" && isFigure(share) ? [beyond(share, figures)] : []));
  const bySeat = new Map<string, Bounds>();
  const add = (holder: string, { low, high }: Bounds): void => {
    const before = bySeat.get(holder) ?? { low: 0, high: 0 };
    bySeat.set(holder, { low: before.low + low, high: before.high === null || high === null ? null : Math.min(1, before.high + high) });
  };
  for (const { holder, low, high } of figures.values()) {
    const seat = seatOf(holder);
    if (seat !== undefined) add(seat, { low, high });
  }
  const several: { readonly seats: readonly string[]; readonly bounds: Bounds }[] = [];
  for (const { holders, bounds } of sums) {
    const seats = [...new Set(holders.map(seatOf))];
    const known = seats.filter((seat) => seat !== undefined);
    if (seats.length === 1 && known.length === 1) add(known[0]!, bounds);
    else if (known.length > 0) several.push({ seats: known, bounds: known.length < seats.length ? { ...bounds, low: 0 } : bounds });
  }
  const least = [...bySeat.values(), ...several.map(({ bounds }) => bounds)].reduce((sum, { low }) => sum + low, 0);
  const closed = ({ low, high }: Bounds): JointShare =>
    high === null ? { low, high: Math.min(1, Math.max(low, 1 - (least - low))), lift: oneSidedLift } : { low, high, lift: 0.5 };
  const joint = several.map(({ bounds }) => closed(bounds));
  const together = new Set(sums.flatMap(({ holders }) => holders));
  const entries = [
    ...[...bySeat].map(([holder, bounds]) => ({ holder, ...closed(bounds), blank: false })),
    ...blanksOf(
      rows.filter((share) => isHolder(share) && !isFigure(share) && !together.has(share.holder)),
      seatOf,
    ),
    ...several.flatMap(({ seats }, at) => {
      const sum = joint[at]!;
      const lift = sum.high > 0 ? middleOf(sum) / seats.length / sum.high : 0;
      return seats.map((holder) => ({ holder, low: 0, high: sum.high, lift, blank: false, joint: at }));
    }),
  ];
  const regions = rows.flatMap(({ holder_kind, holder, high }) =>
    holder_kind === "region" && high !== null ? [{ region: holder, share: high }] : [],
  );
  return { entries: entries.sort((a, b) => b.high - a.high || a.holder.localeCompare(b.holder)), joint, regions };
}

function blanksOf(rows: readonly LoadedShare[], seatOf: (holder: string) => string | undefined): readonly ShareEntry[] {
  const found = new Map<string, ShareEntry>();
  for (const share of rows) {
    const holder = seatOf(share.holder);
    if (holder === undefined) continue;
    const high = Math.min(1, (found.get(holder)?.high ?? 0) + (share.high ?? 0));
    found.set(holder, { holder, low: 0, high, lift: 0.5, blank: true });
  }
  return [...found.values()];
}

/** A joint figure less what those of its holders with a figure of their own hold, for the others of them. */
function beyond(
  share: LoadedShare & { low: number },
  figures: ReadonlyMap<string, Bounds>,
): { holders: readonly string[]; bounds: Bounds } {
  const named = holdersOf(share.holder);
  const own = named.flatMap((holder) => figures.get(holder) ?? []);
  const most = own.reduce((sum, { high }) => sum + (high ?? 1), 0);
  const least = own.reduce((sum, { low }) => sum + low, 0);
  return {
    holders: named.filter((holder) => !figures.has(holder)),
    bounds: { low: Math.max(0, share.low - most), high: share.high === null ? null : Math.max(0, share.high - least) },
  };
}
