import { fullDay } from "../base/days.ts";
import type { LoadStatus } from "./status.ts";

/** The newest atlas serves all days: its rows are dated. */
const datesItsRows: ReadonlySet<string> = new Set(["atlas"]);

/** Whether editions of the data set stand for their own time. */
const isOfItsTime = ({ scope, source, edition }: LoadStatus): boolean => scope === "whole" && edition !== null && !datesItsRows.has(source);

/**
 * Loads for a question about a day, `YYYY-MM-DD`, in loading order: of whole data sets the newest edition up to the day, else the current
 * load.
 */
export function loadsOn(loads: readonly LoadStatus[], day: string): readonly LoadStatus[] {
  const chosen = new Set(loads.filter(({ current }) => current).map((load) => editionOn(loads, load, day)));
  return loads.filter((load) => chosen.has(load));
}

function editionOn(loads: readonly LoadStatus[], current: LoadStatus, day: string): LoadStatus {
  const known = editionsOf(loads, current).filter(({ edition }) => fullDay(edition!) <= day);
  return known.at(-1) ?? current;
}

/** Editions of the data set, oldest first, the last loaded of each. */
function editionsOf(loads: readonly LoadStatus[], { source, dataset }: LoadStatus): readonly LoadStatus[] {
  const own = loads.filter((load) => load.source === source && load.dataset === dataset && isOfItsTime(load));
  const last = new Map(own.map((load) => [fullDay(load.edition!), load]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, load]) => load);
}

/** The next edition; `null` for a load that is current or stands for no time. */
export function replacedBy(loads: readonly LoadStatus[], load: LoadStatus): string | null {
  const editions = editionsOf(loads, load);
  const at = editions.indexOf(load);
  return at < 0 || load.current ? null : (editions[at + 1]?.edition ?? null);
}
