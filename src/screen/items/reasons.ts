import type { Row } from "../../base/tables.ts";
import type { Destination, ItemBook } from "./book.ts";
import { type Destinations, parseDestinations } from "./destinations.ts";
import { coverage, parseScope, type Scope } from "./scope.ts";

/**
 * One reason for control for a paragraph and destination. `part`: it applies to some subparagraphs. `text`: depends on prose or a section
 * not loaded.
 */
export interface ReasonAnswer {
  /** NS, RS, AT, ...; `null` if the entry uses other words. */
  readonly reason: string | null;
  readonly outcome: "required" | "not required" | "does not apply" | "part" | "text";
  readonly applies: string;
  readonly destinations: string;
  /** Chart column, group or economy that requires the licence. */
  readonly because: string | null;
  readonly sections: readonly string[];
}

export interface ReadReason {
  readonly reason: string | null;
  readonly scope: Scope;
  readonly destinations: Destinations;
  readonly row: Row<"item_reason">;
}

const leading = /^(?:([A-Z]{2}) )?(?:[A-Za-z ]+? )?(?:applies|apply)(?: to)? (.*)$/s;

export function readReason(row: Row<"item_reason">): ReadReason {
  const [, reason = null, applied] = leading.exec(row.applies) ?? [];
  const destinations = parseDestinations(row.destinations, reason);
  // `CB applies to entire entry CB Column 2.`
  const scope =
    applied === undefined
      ? ({ kind: "text" } as const)
      : parseScope(applied.replace(/ [A-Z]{2} (?:Column \d|applies to entire entry)\.?$/, ""), row.item);
  return { reason, scope, destinations, row };
}

export function answerReason(read: ReadReason, paragraph: string | null, destination: Destination, book: ItemBook): ReasonAnswer {
  const { reason, destinations, row } = read;
  const base = { reason, applies: row.applies, destinations: row.destinations, because: null, sections: destinations.sections };
  const covered = coverage(read.scope, paragraph);
  if (covered === "none") return { ...base, outcome: "does not apply" };
  const because = requiredBecause(destinations, destination, book);
  if (because === null && !destinations.elsewhere) return { ...base, outcome: "not required" };
  if (covered === "part") return { ...base, outcome: "part" };
  if (because === null || covered === "unclear") return { ...base, because, outcome: "text" };
  return { ...base, outcome: "required", because };
}

function requiredBecause(of: Destinations, { economy, row, governedBy }: Destination, { groups }: ItemBook): string | null {
  const ids = [economy, ...(governedBy === null ? [] : [governedBy])];
  const among = (economies: readonly string[] | ReadonlySet<string>): boolean => ids.some((id) => [...economies].includes(id));
  if (of.worldwide) return among(of.except) ? null : "worldwide";
  const marked = of.columns.find((column) => row?.marks.has(column));
  if (marked !== undefined) return `${marked} of the Country Chart`;
  if (among(of.economies)) return "named";
  const group = of.groups.find((each) => among(groups.get(each) ?? []));
  return group === undefined || of.withoutGroups.some((each) => among(groups.get(each) ?? [])) ? null : `group ${group}`;
}

export function answerAllDestinations(item: string, paragraph: string | null, book: ItemBook): readonly ReasonAnswer[] {
  return book.allDestinations
    .filter((row) => row.item === item)
    .map(({ applies, text }) => {
      const covered = coverage(parseScope(applies, item), paragraph);
      const outcome = covered === "all" ? "required" : covered === "part" ? "part" : covered === "none" ? "does not apply" : "text";
      return {
        reason: null,
        outcome,
        applies,
        destinations: text,
        because: covered === "all" ? "all destinations" : null,
        sections: ["738.3(a)(1)"],
      };
    });
}
