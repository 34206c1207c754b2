import { LevermapError } from "../../base/errors.ts";
import type { ClaimData } from "../../corpus/claim-clusters.ts";
import type { Claimant } from "../../leverage/exclusion/exclusion-matrix.ts";
import { membersOf } from "../../leverage/members.ts";
import { findEconomy } from "../../link/economies.ts";
import { nameKey } from "../../link/name-key.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** A jurisdiction by code or name: a group of the map, else an economy. Throws LM_ECONOMY_UNKNOWN. */
export function requireJurisdiction(read: ReadModel, wanted: string): string {
  const found = jurisdictionOf(read, wanted);
  if (found !== null) return found;
  throw new LevermapError("LM_ECONOMY_UNKNOWN", `"${wanted}" is not a known economy or group that could be a jurisdiction.`, {
    economy: wanted,
  });
}

function jurisdictionOf({ map }: ReadModel, wanted: string): string | null {
  const group = wanted.toUpperCase();
  return map.groups.has(group) ? group : findEconomy(wanted);
}

/**
 * Holders of an economy or group (those whose economy is known), or of an organisation by its id, the id of the holder or a name. One that the atlas
 * knows and that holds nothing loaded is a claimant without holders. Throws LM_HOLDER_UNKNOWN.
 */
export function requireClaimant(read: ReadModel, claims: Pick<ClaimData, "holders">, wanted: string): Claimant {
  const rows = [...claims.holders.values()];
  const ids = (found: typeof rows): ReadonlySet<string> => new Set(found.map(({ holder }) => holder));
  const own = rows.filter(({ holder, organisation }) => holder === wanted || organisation === wanted);
  if (own.length > 0 || read.organisations.has(wanted)) return { id: wanted, holders: ids(own) };
  const jurisdiction = jurisdictionOf(read, wanted);
  if (jurisdiction !== null) {
    const members = new Set(membersOf(read.model, jurisdiction));
    return { id: jurisdiction, holders: ids(rows.filter(({ economy }) => members.has(economy ?? ""))) };
  }
  const named = rows.filter(({ name }) => nameKey(name) === nameKey(wanted));
  const [first] = named;
  if (first !== undefined) return { id: first.organisation ?? first.holder, holders: ids(named) };
  throw new LevermapError("LM_HOLDER_UNKNOWN", `"${wanted}" is not a known economy, group, organisation or holder.`, { name: wanted });
}
