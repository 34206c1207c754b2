import { pick } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { type Identifier, type IssuedIdentifier, identifierKey, isSameIdentifier } from "../../link/identifiers.ts";
import type { ListRow, Lists } from "../read-lists.ts";

/** What a list tells of a party beside its names. */
export interface ListedFacts {
  readonly economies: readonly string[];
  readonly addresses: readonly string[];
  /** Dates of birth as printed. */
  readonly born: readonly string[];
  readonly identifiers: readonly IssuedIdentifier[];
  readonly remark: string | null;
  readonly native: string | null;
}

type Facts = readonly Pick<Row<"party_fact">, "kind" | "scheme" | "value" | "economy">[];

const none: Facts = [];

/** Dates of birth among the facts of a party. */
export const bornOf = (facts: Facts = none): readonly string[] => facts.flatMap(({ kind, value }) => (kind === "born" ? [value] : []));

/** Identifiers among the facts of a party. */
export const identifiersOf = (facts: Facts = none): readonly IssuedIdentifier[] =>
  facts.flatMap(({ kind, scheme, value, economy }) => (kind === "identifier" ? [{ scheme: scheme ?? "other", value, economy }] : []));

/** All that a list tells of a row beside its names. */
export function listedFacts({ economies, places, facts }: Lists, row: ListRow): ListedFacts {
  const own = facts.get(row.entry);
  return {
    economies: economies.get(row.entry) ?? [],
    addresses: (places.get(row.entry) ?? []).flatMap(({ place }) => place ?? []),
    born: bornOf(own),
    identifiers: identifiersOf(own),
    ...pick(row, "remark", "native"),
  };
}

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
