import { type FollowUpShare, filingBreadth, findFollowUps, followUpShare } from "../../measure/patents/follow-up.ts";
import { disruptionOf } from "./patent-disruption.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";

/** Sums up how much of some families is follow-up; families by their place in the portfolio. */
export type FollowUpOf = (members: readonly number[]) => FollowUpShare;

/** Tells the follow-up families of a technology. A family has the first known value of its documents in order of their day. */
export function createFollowUps({ units }: Portfolio): FollowUpOf {
  const status = followUpStatus(units);
  const breadth = Float64Array.from(units, (unit) =>
    unit.some(({ row }) => row.family !== null) ? filingBreadth(unit.map(({ row }) => row.office)) : Number.NaN,
  );
  return (members) => followUpShare(members, status, breadth);
}

/** Which families are follow-up, by their place; {@link findFollowUps}. */
export function followUpStatus(units: Portfolio["units"]): Int8Array {
  const column = (value: (document: PortfolioDocument) => number | null): Float64Array =>
    Float64Array.from(units, (unit) => unit.map(value).find((one) => one !== null) ?? Number.NaN);
  return findFollowUps({
    technology: new Int32Array(units.length),
    year: Int32Array.from(units, priorityYear),
    originality: column(({ row }) => row.originality),
    backwardSimilarity: column(({ row }) => row.backward),
    disruption: column((document) => disruptionOf(document, "ever")),
  });
}

/** Year of the earliest priority, else filing, else document; 0 unknown. */
export function priorityYear(unit: readonly PortfolioDocument[]): number {
  const earliest = (dates: readonly (string | null)[]): string | undefined => dates.filter((date) => date !== null).sort()[0];
  const rows = unit.map(({ row }) => row);
  const date = earliest(rows.map((row) => row.priority)) ?? earliest(rows.map((row) => row.filed)) ?? earliest(rows.map((row) => row.day));
  return date === undefined ? 0 : Number(date.slice(0, 4));
}
