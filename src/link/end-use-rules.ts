import { once, readLinkTable } from "./link-table.ts";

/** Entries that a rule covers: all of one, or what a scope names of it; `associated`: as far as it belongs to others named beside it. */
export interface ItemCover {
  readonly item: string;
  /** `a.4, c, k to n`; `null`: the whole entry. */
  readonly scope: string | null;
  readonly associated: boolean;
}

/** A rule of part 744 (and what belongs to it) by which use or user asks for a licence, whatever the control list says. */
export interface EndUseRule {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  /** Economies and country groups; `*`: every destination. */
  readonly destinations: readonly string[];
  /** `any`, also EAR99; `listed`: every entry; entries and product groups; else words that are not loaded as entries. */
  readonly items: "any" | "listed" | readonly ItemCover[] | { readonly words: string };
  readonly when: string;
  /** Licence exceptions: those named only, none, or by a text that is not loaded. */
  readonly exceptions: { readonly only: readonly string[] } | null;
  readonly exceptionsText: string;
  readonly policy: string;
  /** Rule of the timeline whose start and state count; `null`: none was read. */
  readonly rule: string | null;
  /** The day of the text that was read. */
  readonly read: string;
  readonly source: string;
  readonly url: string;
  readonly note: string;
}

/** A limit on licence exceptions for some items to some destinations. */
export interface ExceptionLimit {
  readonly section: string;
  readonly items: readonly ItemCover[];
  readonly destinations: readonly string[];
  readonly without: readonly string[];
  readonly only: readonly string[];
  readonly because: string;
  readonly read: string;
  readonly source: string;
  readonly url: string;
}

const parts = (cell = "", separator = ";"): readonly string[] => (cell === "" ? [] : cell.split(separator));

const covers = (cell: string): readonly ItemCover[] =>
  parts(cell, "|").map((part) => {
    const [item = "", scope = null] = part.split(": ");
    return { item: item.replace("?", ""), scope, associated: item.endsWith("?") };
  });

function itemsOf(cell: string): EndUseRule["items"] {
  if (cell === "any" || cell === "listed") return cell;
  return /^\d[A-E]/.test(cell) ? covers(cell) : { words: cell };
}

/** The rules of `data/link/end-use-rules.csv`. */
export const endUseRules = once((): readonly EndUseRule[] =>
  readLinkTable("end-use-rules").map((row) => ({
    id: row.id ?? "",
    section: row.section ?? "",
    title: row.title ?? "",
    destinations: parts(row.destinations),
    items: itemsOf(row.items ?? ""),
    when: row.when ?? "",
    exceptions: row.exceptions === "text" ? null : { only: parts(/^only:(.+)$/.exec(row.exceptions ?? "")?.[1]) },
    exceptionsText: row.exceptions_text ?? "",
    policy: row.policy ?? "",
    rule: row.rule || null,
    read: row.read ?? "",
    source: row.source ?? "",
    url: row.url ?? "",
    note: row.note ?? "",
  })),
);

/** The limits of `data/link/exception-limits.csv`. */
export const exceptionLimits = once((): readonly ExceptionLimit[] =>
  readLinkTable("exception-limits").map((row) => ({
    section: row.section ?? "",
    items: covers(row.items ?? ""),
    destinations: parts(row.destinations),
    without: parts(row.without),
    only: parts(row.only),
    because: row.because ?? "",
    read: row.read ?? "",
    source: row.source ?? "",
    url: row.url ?? "",
  })),
);
