import { dayOf, monthsBetween } from "../../base/days.ts";
import { type ShareDifference, shareChanges } from "../../measure/supply/share-change.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type NamedEdition, newestEditions } from "../supply/open-supply.ts";

/** Shares of the same holders of the same technologies in two editions of one data set, definitions matched. */
export interface EditionTrends {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly loads: readonly { readonly id: string; readonly source: string; readonly edition: string | null }[];
  readonly changes: readonly ShareDifference[];
  /** The change of the greatest economy that the older edition names, of each technology where both give its share. */
  readonly tops: readonly ShareDifference[];
}

/** Compares the two newest editions of a data set, of those known on a day if one is given; `null` where there are not two with a date. */
export async function editionTrends(workspace: Workspace, source: string, day?: string): Promise<EditionTrends | null> {
  const editions = await newestEditions(workspace, source, day);
  if (editions === null) return null;
  const [before, after] = editions;
  const [first, last] = [dayOfEdition(before), dayOfEdition(after)];
  if (first === null || last === null || last <= first) return null;
  const changes = shareChanges(before, after).changes.filter(({ holderKind }) => holderKind === "economy");
  return {
    source,
    from: before.edition,
    to: after.edition,
    months: Math.round(monthsBetween(first, last)),
    loads: editions.map(({ load }) => ({ id: load.id, source, edition: load.edition })),
    changes,
    tops: topsOf(before, changes),
  };
}

function topsOf({ shares }: NamedEdition, changes: readonly ShareDifference[]): readonly ShareDifference[] {
  const greatest = new Map<string, number>();
  for (const { technology, holder_kind: kind, low } of shares)
    if (kind === "economy") greatest.set(technology, Math.max(greatest.get(technology) ?? 0, low ?? 0));
  const tops = new Map<string, ShareDifference>();
  for (const change of changes)
    if (change.before.low > 0 && change.before.low === greatest.get(change.technology)) tops.set(change.technology, change);
  return [...tops.values()];
}

/** All data sets of a workspace that have shares in two editions that were known on a day, `YYYY-MM-DD`. */
export async function allTrends(workspace: Workspace, day: string): Promise<readonly EditionTrends[]> {
  const sources = new Set((await workspace.status()).filter(({ tables }) => (tables.share ?? 0) > 0).map(({ source }) => source));
  const found = await Promise.all([...sources].sort().map((source) => editionTrends(workspace, source, day)));
  return found.filter((trends) => trends !== null);
}

/** The first day of an edition that is named by a year, a month or a day. */
export function dayOfEdition({ edition }: Pick<NamedEdition, "edition">): number | null {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edition) ?? [];
  return year === undefined ? null : dayOf(`${year}-${month}-${day}`);
}

/** How one holder's share of one technology went, and in which data set; of several bases the one that the model reads. */
export interface FoundTrend extends Pick<ShareDifference, "technology" | "before" | "after"> {
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

export function trendOf(all: readonly EditionTrends[], technology: string, holder: string, basis: string | null): FoundTrend | null {
  for (const { source, from, to, changes } of all) {
    const own = changes.filter((change) => change.technology === technology && change.holder === holder);
    const found = own.find((change) => change.basis === basis) ?? own[0];
    if (found) return { technology, before: found.before, after: found.after, source, from, to };
  }
  return null;
}
