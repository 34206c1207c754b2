import { once, readLinkTable } from "./link-table.ts";

/** A rule by which a firm owned to a half or more by listed parties, in sum, is bound as they are. */
export interface OwnershipRule {
  readonly id: string;
  readonly issuer: string;
  readonly title: string;
  /** Lists whose parties count. */
  readonly lists: readonly string[];
  /** Programmes of which parties of the SDN list must have one to count; empty: all count. */
  readonly programmes: readonly string[];
  /** The first day of guidance that no rule of the timeline stands for. */
  readonly since: string | null;
  /** Id of the rule in the timeline. */
  readonly rule: string | null;
  readonly citation: string;
  readonly url: string | null;
  readonly note: string;
}

const parts = (cell: string): readonly string[] => (cell === "" ? [] : cell.split(";"));

/** The rules of `data/link/ownership-rules.csv`. */
export const ownershipRules = once((): readonly OwnershipRule[] =>
  readLinkTable("ownership-rules").map((row) => ({
    id: row.id ?? "",
    issuer: row.issuer ?? "",
    title: row.title ?? "",
    lists: parts(row.lists ?? ""),
    programmes: parts(row.programmes ?? ""),
    since: row.since || null,
    rule: row.rule || null,
    citation: row.citation ?? "",
    url: row.url || null,
    note: row.note ?? "",
  })),
);

/** Whether a party of a list counts under a rule; `programme`: those of its entry, separated by `;`. */
export const countsUnder = (
  rule: OwnershipRule,
  { list, programme }: { readonly list: string; readonly programme: string | null },
): boolean =>
  rule.lists.includes(list) &&
  (list !== "us-sdn" || rule.programmes.length === 0 || parts(programme ?? "").some((each) => rule.programmes.includes(each.trim())));
