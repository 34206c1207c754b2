import { LevermapError } from "../../base/errors.ts";
import { listed } from "../../base/words.ts";
import { findEconomy } from "../../link/economies.ts";
import { nearNames } from "../../link/near-name.ts";
import { meant } from "./names.ts";
import type { ReadModel } from "./read-model.ts";

/** The code of an economy or group asked for by its code, in any case, or a name of it. Throws LM_ECONOMY_UNKNOWN. */
export function requirePlace(read: ReadModel, wanted: string): string {
  const place = placeOf(read, wanted);
  if (place !== null) return place;
  const hint =
    meant(
      nearNames(
        wanted,
        read.economies.map(({ name }) => name),
        2,
      ),
    ) || ".";
  throw new LevermapError("LM_ECONOMY_UNKNOWN", `There is no economy or group "${wanted}" in this workspace${hint} ${groupWords(read)}`, {
    economy: wanted,
    groups: groupsOf(read),
  });
}

/** The same, or the code of an organisation. Throws LM_ECONOMY_UNKNOWN. */
export function requireParty(read: ReadModel, wanted: string): string {
  const party = placeOf(read, wanted) ?? organisationOf(read, wanted);
  if (party !== null) return party;
  throw new LevermapError(
    "LM_ECONOMY_UNKNOWN",
    `There is no economy, group or organisation "${wanted}" in this workspace. ${groupWords(read)}`,
    {
      economy: wanted,
      groups: groupsOf(read),
    },
  );
}

const groupsOf = ({ map }: ReadModel): readonly string[] => [...map.groups.keys()];

/** `Groups: EU and Quad.` */
function groupWords(read: ReadModel): string {
  const groups = groupsOf(read);
  return groups.length === 0 ? "No groups are known." : `${groups.length === 1 ? "The only group is" : "Groups are"} ${listed(groups)}.`;
}

function placeOf({ map, model, economies }: ReadModel, wanted: string): string | null {
  const code = wanted.trim().toUpperCase();
  const isCode = map.groups.has(code) || model.economyIndex.has(code) || economies.some(({ id }) => id === code);
  return isCode ? code : findEconomy(wanted);
}

const organisationOf = ({ map }: ReadModel, wanted: string): string | null => {
  const code = wanted.trim().toLowerCase();
  return map.economyOf.has(wanted) ? wanted : map.economyOf.has(code) ? code : null;
};

/** ISO alpha-2 of an economy asked for by any code or name of it; `null` where none was. Throws LM_ECONOMY_UNKNOWN. */
export function requireEconomy(asked: string | null | undefined): string | null {
  if (asked === null || asked === undefined) return null;
  const economy = findEconomy(asked);
  if (economy === null) {
    const what = /^(?:eu|eu-?27|european union)$/i.test(asked.trim())
      ? `"${asked}" is a group of economies: name one of its members.`
      : `There is no economy "${asked}".`;
    throw new LevermapError("LM_ECONOMY_UNKNOWN", what, { economy: asked });
  }
  return economy;
}

/** Throws LM_USAGE where the first of two days is after the second; a day that is not given is before and after all. */
export function requireOrder(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new LevermapError("LM_USAGE", `The first day (${from}) is after the second (${to}).`, { from, to });
}
