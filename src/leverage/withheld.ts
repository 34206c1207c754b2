import { controlState, hits, isBinding } from "../screen/control-state.ts";
import type { SupplyModel } from "./model.ts";

/** A control in force that already denies a technology to the target. */
export interface Withheld {
  readonly issuer: string;
  readonly class: string;
  readonly since: string | null;
  readonly citation: string;
  readonly source: string | null;
}

/**
 * Controls in force on the map's day naming any of these, by technology, oldest first. Excludes controls against everyone and possibly
 * extended suspensions.
 */
export function withheldFrom(model: SupplyModel, names: readonly string[]): ReadonlyMap<number, readonly Withheld[]> {
  const found = new Map<number, Withheld[]>();
  for (const row of model.map.rows.withheld) {
    const t = model.map.indexOf.get(row.technology);
    const hit = hits(row, names);
    if (t === undefined || hit === null || hit === "*" || !isBinding(controlState(row, model.timeline, model.map.asOf).state)) continue;
    const start = row.effective ?? row.published;
    const control: Withheld = { issuer: row.issuer, class: row.class, since: start, citation: row.citation, source: row.source };
    found.get(t)?.push(control) ?? found.set(t, [control]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
  return found;
}
