import { parseName } from "../../link/name-parse.ts";

const behind = /^(.+?)\s*[([]([^()[\]]+)[)\]]\s*\.?$/;
const acronym = /^[A-Z][A-Z0-9&.-]{1,9}$/;

/**
 * Normalised name: no case, punctuation, legal form or trailing short name in brackets. Other brackets may distinguish firms and are kept.
 * `null` if too short.
 */
export function partyKey(name: string): string | null {
  const [, before, inside] = behind.exec(name) ?? [];
  const bare = before === undefined || inside === undefined ? null : parseName(before);
  const { core } = bare !== null && (bare.formed || acronym.test(inside ?? "")) ? bare : parseName(name);
  return core.length < shortest ? null : core;
}

/** Shortest key: initials of three letters are ambiguous. */
const shortest = 4;

export const partyKeys = (names: readonly string[]): readonly string[] => [...new Set(names.map(partyKey))].filter((key) => key !== null);
