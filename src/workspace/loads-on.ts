import { fullDay } from "../base/days.ts";
import type { LoadStatus } from "./status.ts";

/** The atlas tells of each row when it holds, and a newer edition of it knows more of the past too: it is read for all days. */
const datesItsRows: ReadonlySet<string> = new Set(["atlas"]);

/** Whether editions of the load's data set stand for their own time, so that an older one answers for the days before a newer one. */
const isOfItsTime = ({ scope, source, edition }: LoadStatus): boolean => scope === "whole" && edition !== null && !datesItsRows.has(source);

/**
 * The loads that a question about a day, `YYYY-MM-DD`, reads, in the order of loading: of data sets that are replaced as a whole the newest
 * edition that is no later than the day; of all else, and where every edition is later, the current one.
 */
export function loadsOn(loads: readonly LoadStatus[], day: string): readonly LoadStatus[] {
  const chosen = new Set(loads.filter(({ current }) => current).map((load) => editionOn(loads, load, day)));
  return loads.filter((load) => chosen.has(load));
}

function editionOn(loads: readonly LoadStatus[], current: LoadStatus, day: string): LoadStatus {
  const known = editionsOf(loads, current).filter(({ edition }) => fullDay(edition!) <= day);
  return known.at(-1) ?? current;
}

/** Loads of the data set whose editions stand for their own time, the oldest first; of one edition the one loaded last. */
function editionsOf(loads: readonly LoadStatus[], { source, dataset }: LoadStatus): readonly LoadStatus[] {
  const own = loads.filter((load) => load.source === source && load.dataset === dataset && isOfItsTime(load));
  const last = new Map(own.map((load) => [fullDay(load.edition!), load]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, load]) => load);
}

/** The edition that takes the place of a load, which answers for the days before it; `null` for a load that answers for none, or is current. */
export function replacedBy(loads: readonly LoadStatus[], load: LoadStatus): string | null {
  const editions = editionsOf(loads, load);
  const at = editions.indexOf(load);
  return at < 0 || load.current ? null : (editions[at + 1]?.edition ?? null);
}
