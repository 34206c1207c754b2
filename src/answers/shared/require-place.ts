import { LevermapError } from "../../base/errors.ts";
import { listed } from "../../base/words.ts";
import { economies, findEconomy } from "../../link/economies.ts";
import { nameKey } from "../../link/name-key.ts";
import { nearNames } from "../../link/near-name.ts";
import { organisationKeys } from "./event-parties.ts";
import { economyName, meant } from "./names.ts";
import type { ReadModel } from "./read-model.ts";

/** The code of an economy or group asked for by its code, in any case, or a name of it. Throws LM_ECONOMY_UNKNOWN. */
export function requirePlace(read: ReadModel, wanted: string): string {
  const place = placeOf(read, wanted);
  if (place !== null) return place;
  const near = nearNames(
    wanted,
    read.economies.map(({ name }) => name),
    2,
  );
  const hint = meant(near) || ".";
  throw new LevermapError("LM_ECONOMY_UNKNOWN", `There is no economy or group "${wanted}" in this workspace${hint} ${groupWords(read)}`, {
    economy: wanted,
    groups: groupsOf(read),
    near,
  });
}

/** The same, or an organisation by its code or a name that is its own. Throws LM_ECONOMY_UNKNOWN with organisations that begin so. */
export function requireParty(read: ReadModel, wanted: string): string {
  const party = placeOf(read, wanted) ?? organisationOf(read, wanted);
  if (party !== null) return party;
  const near = organisationsLike(read, wanted);
  throw new LevermapError(
    "LM_ECONOMY_UNKNOWN",
    `There is no economy, group or organisation "${wanted}" in this workspace${meant(near) || "."} ${groupWords(read)}`,
    { economy: wanted, groups: groupsOf(read), near, kind: "organisation" },
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

function organisationOf(read: ReadModel, wanted: string): string | null {
  const { economyOf } = read.map;
  const found = [wanted, wanted.trim().toLowerCase(), organisationKeys(read).get(nameKey(wanted))];
  return found.find((code) => code !== undefined && economyOf.has(code)) ?? null;
}

/** Fewest letters by which organisations are looked for. */
const fewestLetters = 4;

/** Up to two organisations of the map whose names begin as is asked, or are spelled nearly so. */
function organisationsLike({ organisations, map }: ReadModel, wanted: string): readonly string[] {
  const known = [...organisations.values()].filter(({ id }) => map.economyOf.has(id));
  const key = nameKey(wanted);
  const begins = key.length < fewestLetters ? [] : known.filter(({ name }) => nameKey(name).startsWith(key)).map(({ name }) => name);
  return begins.length > 0
    ? begins.slice(0, 2)
    : nearNames(
        wanted,
        known.map(({ name }) => name),
        2,
      );
}

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

/** As `economyName`; an economy of which this workspace has no row has its name of ISO 3166. */
export function placeName(read: ReadModel, code: string): string {
  const name = economyName(read, code);
  return name === code ? (economies().get(code)?.name ?? code) : name;
}
