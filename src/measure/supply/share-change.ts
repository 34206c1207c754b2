import type { Row } from "../../base/tables.ts";

export interface Edition {
  readonly edition: string;
  readonly technologies: readonly Row<"technology">[];
  readonly shares: readonly Row<"share">[];
}

export interface ShareRange {
  readonly low: number;
  readonly high: number;
  readonly year: number | null;
}

export interface ShareDifference {
  readonly technology: string;
  readonly holder: string;
  readonly holderKind: string;
  readonly basis: string;
  readonly before: ShareRange;
  readonly after: ShareRange;
  readonly change: { readonly low: number; readonly high: number };
  readonly direction: "gaining" | "losing" | "unclear";
}

export interface EditionChange {
  readonly matched: readonly string[];
  readonly unmatched: readonly { readonly technology: string; readonly reason: string }[];
  readonly changes: readonly ShareDifference[];
}

/** Smaller changes may be rounding: older editions publish whole per cent. */
const minShareChange = 0.01;

/** Gainers and losers between two editions. Technologies must match in native id, name and kind; holders must have shares in both. */
export function shareChanges(before: Edition, after: Edition): EditionChange {
  const matched: string[] = [];
  const unmatched: { technology: string; reason: string }[] = [];
  const later = new Map(after.technologies.map((row) => [row.native, row]));
  for (const row of before.technologies) {
    const reason = mismatch(row, later.get(row.native));
    if (reason) unmatched.push({ technology: row.id, reason });
    else matched.push(row.id);
  }
  const earlierNative = new Set(before.technologies.map((row) => row.native));
  for (const row of after.technologies) {
    if (!earlierNative.has(row.native)) unmatched.push({ technology: row.id, reason: `only in ${after.edition}` });
  }
  const same = new Set(matched);
  const earlier = new Map(before.shares.map((share) => [shareKey(share), share]));
  const changes = after.shares.flatMap((share) => {
    const old = earlier.get(shareKey(share));
    return old && same.has(share.technology) ? (difference(old, share) ?? []) : [];
  });
  changes.sort((a, b) => middle(b) ** 2 - middle(a) ** 2 || a.technology.localeCompare(b.technology) || a.holder.localeCompare(b.holder));
  return { matched, unmatched, changes };
}

const middle = (entry: ShareDifference): number => (entry.change.low + entry.change.high) / 2;

const shareKey = (share: Row<"share">): string => [share.technology, share.holder, share.holder_kind, share.basis].join("|");

const normalised = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*:\s*/, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

function mismatch(before: Row<"technology">, after: Row<"technology"> | undefined): string | null {
  if (!after) return "no longer in the data set";
  if (normalised(before.name) !== normalised(after.name)) return `renamed: "${before.name}" became "${after.name}"`;
  if (before.kind !== after.kind) return `kind changed: ${before.kind} became ${after.kind}`;
  return null;
}

function difference(before: Row<"share">, after: Row<"share">): ShareDifference | null {
  if (before.low === null || before.high === null || after.low === null || after.high === null) return null;
  const change = { low: after.low - before.high, high: after.high - before.low };
  const direction = change.low > minShareChange ? "gaining" : change.high < -minShareChange ? "losing" : "unclear";
  return {
    technology: after.technology,
    holder: after.holder,
    holderKind: after.holder_kind,
    basis: after.basis,
    before: { low: before.low, high: before.high, year: before.year },
    after: { low: after.low, high: after.high, year: after.year },
    change,
    direction,
  };
}
