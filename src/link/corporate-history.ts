import { endOf } from "../base/days.ts";
import { LevermapError } from "../base/errors.ts";
import { once, readLinkTable } from "./link-table.ts";

/**
 * What happened to an owner; `spun-off` and `sold` tell where patents came from, and move none by a name. `belongs`: an institute of an academy,
 * a person of its own in law.
 */
export type OwnerEvent = "renamed" | "merged" | "acquired" | "belongs" | "spun-off" | "sold";

/** A dated fact of `data/link/corporate-history.csv`. */
export interface CorporateFact {
  readonly owner: string;
  readonly event: OwnerEvent;
  /** The owner it went to, came from or is an institute of; of `renamed` the name it had. */
  readonly other: string;
  /** First day, and the first on which it no longer held, the last that a printed year or month may mean; `null` where no document says. */
  readonly from: string | null;
  readonly until: string | null;
  /** Id of the document in `owner-sources.csv`; `null`: assumed. */
  readonly source: string | null;
  readonly grade: "stated" | "assumed";
  readonly note: string;
}

const events: ReadonlySet<string> = new Set(["renamed", "merged", "acquired", "belongs", "spun-off", "sold"]);

/** Facts that lead from an owner to another that counts in its place, some by choice only. */
export const leadsOn = ({ event }: Pick<CorporateFact, "event">): boolean =>
  event === "merged" || event === "acquired" || event === "belongs";

/** Facts of the table in its order. */
export const corporateHistory = once((): readonly CorporateFact[] =>
  readLinkTable("corporate-history").map(({ owner = "", event = "", other = "", from, to, source, grade, note = "" }) => {
    if (!events.has(event)) throw new LevermapError("LM_INTERNAL", `corporate-history.csv: event ${event}`, { owner });
    return {
      owner,
      event: event as OwnerEvent,
      other,
      from: from ? endOf(from) : null,
      until: to ? endOf(to) : null,
      source: source || null,
      grade: grade === "stated" ? "stated" : "assumed",
      note,
    };
  }),
);

/** Owners with a parent or successor in the table. */
export const withParents = once(
  (): ReadonlySet<string> =>
    new Set(
      corporateHistory()
        .filter(leadsOn)
        .map(({ owner }) => owner),
    ),
);
