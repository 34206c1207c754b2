import { inForce } from "../measure/supply-map.ts";
import type { SupplyModel } from "./model.ts";

/** A control in force that already keeps a technology from the target. */
export interface Withheld {
  readonly issuer: string;
  readonly class: string;
  readonly since: string | null;
  readonly citation: string;
  readonly source: string | null;
}

/** The controls in force on the map's day against any of these names, by technology, oldest first. */
export function withheldFrom(model: SupplyModel, names: ReadonlySet<string>): ReadonlyMap<number, readonly Withheld[]> {
  const found = new Map<number, Withheld[]>();
  for (const row of model.map.rows.withheld) {
    const t = model.map.indexOf.get(row.technology);
    const start = row.effective ?? row.published;
    if (t === undefined || !names.has(row.target) || !inForce(start, row.until, model.map.asOf)) continue;
    const control: Withheld = { issuer: row.issuer, class: row.class, since: start, citation: row.citation, source: row.source };
    found.get(t)?.push(control) ?? found.set(t, [control]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
  return found;
}
