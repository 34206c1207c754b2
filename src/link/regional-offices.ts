import { groupBy } from "../base/group-by.ts";
import { once, readLinkTable } from "./link-table.ts";

/** States in which a patent of a regional office may have effect: those of the European Patent Convention, as the EPO lists them in 2026. */
const states = once(() => groupBy(readLinkTable("regional-offices"), ({ office = "" }) => office));

/** Offices whose patents may be in force in a jurisdiction. */
export interface JurisdictionOffices {
  /** Whose patents have effect there if they are in force at all. */
  readonly own: readonly string[];
  /** Whose patents may have effect there: a regional patent not validated in every state, a national one in part of a group. */
  readonly other: readonly string[];
}

/** The offices of a jurisdiction with these members (itself, if it is no group): a group has the regional office of all of them as its own. */
export function officesOf(members: readonly string[]): JurisdictionOffices {
  const regional = [...states()].map(([office, rows]) => ({ office, has: new Set(rows.map(({ state }) => state)) }));
  if (members.length === 1) {
    const [state = ""] = members;
    return { own: [state], other: regional.filter(({ has }) => has.has(state)).map(({ office }) => office) };
  }
  return { own: regional.filter(({ has }) => members.every((member) => has.has(member))).map(({ office }) => office), other: members };
}
