import { parseName } from "../../link/name-parse.ts";

const behind = /^(.+?)\s*[([]([^()[\]]+)[)\]]\s*\.?$/;
const acronym = /^[A-Z][A-Z0-9&.-]{1,9}$/;

/**
 * What a name shares with other prints of it: no case and signs, no legal form, no short name in brackets behind it. Brackets within a
 * name, and those behind a name without a legal form, may tell the place of one firm of several and stay. `null` where too little is left.
 */
export function partyKey(name: string): string | null {
  const [, before, inside] = behind.exec(name) ?? [];
  const bare = before === undefined || inside === undefined ? null : parseName(before);
  const { core } = bare !== null && (bare.formed || acronym.test(inside ?? "")) ? bare : parseName(name);
  return core.length < shortest ? null : core;
}

/** Letters of the shortest key: initials of three letters stand for many. */
const shortest = 4;

export const partyKeys = (names: readonly string[]): readonly string[] => [...new Set(names.map(partyKey))].filter((key) => key !== null);
