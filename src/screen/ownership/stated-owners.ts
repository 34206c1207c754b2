import { nameKey } from "../../link/name-key.ts";
import { ownerKey } from "../../link/owner-key.ts";
import type { Lists } from "../read-lists.ts";
import type { OwnerRow } from "./owner-book.ts";

/** Owners and parents of listed parties as their lists state them: names, without shares. */
export const statedOwners = ({ parties, links }: Pick<Lists, "parties" | "links">): readonly OwnerRow[] =>
  parties.flatMap(({ entry, name, economy, list }) =>
    (links.get(entry) ?? [])
      .filter(({ other }) => nameKey(other) !== "" && nameKey(other) !== nameKey(name))
      .map(({ relation, other, date }) => ({
        owned: ownerKey(name, economy),
        owned_name: name,
        owned_economy: economy,
        owner: ownerKey(other, null),
        owner_name: other,
        owner_economy: null,
        owner_kind: null,
        relation,
        low: null,
        high: null,
        since: date,
        until: null,
        source: list,
        file: entry,
        line: 0,
      })),
  );
