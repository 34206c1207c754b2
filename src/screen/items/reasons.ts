import type { Row } from "../../base/tables.ts";
import type { Destination, Entry, ItemBook } from "./book.ts";
import { type Destinations, parseDestinations } from "./destinations.ts";
import { coverage, namedParagraphs, parseScope, type Scope } from "./scope.ts";

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

/** Whether an entry has a paragraph in its text or reasons. `unclear`: paragraph texts are not loaded. `null` is the whole entry. */
export function hasParagraph({ item, paragraphs, reasons }: Entry, paragraph: string | null): "yes" | "no" | "unclear" {
  const above = (each: string | null): boolean => each === paragraph || (each?.startsWith(`${paragraph}.`) ?? false);
  if (paragraph === null || paragraphs.some((each) => above(each.paragraph))) return "yes";
  if (reasons.some((row) => namedParagraphs(readReason(row).scope).some(above))) return "yes";
  return item.full === 1 ? "no" : "unclear";
}

const beside = 2;

/** Parent and nearest siblings of a missing paragraph. */
export function nearestParagraphs(paragraphs: Entry["paragraphs"], missing: string): readonly string[] {
  const known = new Set(paragraphs.flatMap(({ paragraph }) => paragraph ?? []));
  let above = missing;
  do above = above.slice(0, Math.max(0, above.lastIndexOf(".")));
  while (above !== "" && !known.has(above));
  const depth = above === "" ? 1 : above.split(".").length + 1;
  const place = missing.split(".").slice(0, depth).join(".");
  const siblings = [...known]
    .filter((each) => each.split(".").length === depth && (above === "" || each.startsWith(`${above}.`)))
    .sort(byStep);
  const before = siblings.filter((each) => byStep(each, place) < 0).slice(-beside);
  const after = siblings.filter((each) => byStep(each, place) > 0).slice(0, beside);
  return [...(above === "" ? [] : [above]), ...before, ...after];
}

/** List order: `a` to `z`, then `aa`; 2 before 10. */
function byStep(a: string, b: string): number {
  const [of, other] = [a.split("."), b.split(".")];
  const at = of.findIndex((step, place) => step !== other[place]);
  const [step, against] = [of[at] ?? "", other[at] ?? ""];
  return at < 0 ? 0 : step.length - against.length || step.localeCompare(against);
}
