import { type Identifier, type IssuedIdentifier, identifierKey, isSameIdentifier } from "../../link/identifiers.ts";
import type { Lists } from "../read-lists.ts";
import { identifiersOf } from "./listed-facts.ts";

/** Entries of lists by the identifiers that these print. */
export interface IdentifierIndex {
  /** Entries that have one of some identifiers. `economy`: that of the party asked for. */
  find(identifiers: readonly Identifier[], economy: string | null): readonly string[];
}

export function createIdentifierIndex({ parties, facts }: Pick<Lists, "parties" | "facts">): IdentifierIndex {
  const held = new Map<string, { readonly entry: string; readonly identifier: IssuedIdentifier }[]>();
  for (const { entry } of parties)
    for (const identifier of identifiersOf(facts.get(entry))) {
      const key = identifierKey(identifier);
      const same = held.get(key);
      if (same) same.push({ entry, identifier });
      else held.set(key, [{ entry, identifier }]);
    }
  return {
    find: (identifiers, economy) => [
      ...new Set(
        identifiers.flatMap((asked) =>
          (held.get(identifierKey(asked)) ?? []).flatMap(({ entry, identifier }) =>
            isSameIdentifier(asked, identifier, economy) ? [entry] : [],
          ),
        ),
      ),
    ],
  };
}
