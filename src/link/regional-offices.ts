import { groupBy } from "../base/collections.ts";
import { once, readLinkTable } from "./link-table.ts";

/** States where European patents may have effect, as listed by the EPO in 2026. */
const states = once(() => groupBy(readLinkTable("regional-offices"), ({ office = "" }) => office));

/** Offices whose patents may be in force in a jurisdiction. */
export interface JurisdictionOffices {
  /** Patents in force have effect there. */
  readonly own: readonly string[];
  /** Patents may have effect there: regional patents not validated everywhere, national ones in part of a group. */
  readonly other: readonly string[];
}

/** Offices of a jurisdiction; a group has its members' common regional office as its own. */
export function officesOf(members: readonly string[]): JurisdictionOffices {
  const regional = [...states()].map(([office, rows]) => ({ office, has: new Set(rows.map(({ state }) => state)) }));
  if (members.length === 1) {
    const [state = ""] = members;
    return { own: [state], other: regional.filter(({ has }) => has.has(state)).map(({ office }) => office) };
  }
  return { own: regional.filter(({ has }) => members.every((member) => has.has(member))).map(({ office }) => office), other: members };
}
