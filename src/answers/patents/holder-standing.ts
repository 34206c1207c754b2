import { pick } from "../../base/collections.ts";
import type { HolderLink } from "../../corpus/holder-links.ts";
import { type Owner, ownersOf } from "../../corpus/owner-view.ts";
import type { HolderCard } from "./technology-patents-report.ts";

type Standing = Pick<HolderCard, "today" | "group">;

/** Who has a holder's patents on a day, and whose unit or subsidiary that one is. */
export function standingOn(links: readonly HolderLink[], day: string): (holder: string) => Standing {
  const today = ownersOf(links, { owners: "today", rollUp: "none", day });
  const group = ownersOf(links, { owners: "filing", rollUp: "group", day });
  return (holder) => {
    const owner = today.get(holder);
    return { today: named(owner), group: named(group.get(owner?.owner ?? holder)) };
  };
}

const named = (found: Owner | undefined): Standing["today"] => (found ? { holder: found.owner, name: found.name } : null);

/** What one holder is of others. */
export const linksOf = (links: readonly HolderLink[], holder: string): HolderCard["links"] =>
  links.flatMap(({ holder: of, other_name: name, relation, ...link }) =>
    of === holder ? [{ ...pick(link, "other", "since", "until", "rule", "source"), name, relation: relation as Relation }] : [],
  );

type Relation = HolderCard["links"][number]["relation"];
