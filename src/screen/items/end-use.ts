import type { Row } from "../../base/tables.ts";
import { type EndUseRule, exceptionLimits, type ItemCover } from "../../link/end-use-rules.ts";
import { type RuleState, ruleState } from "../rules/state.ts";
import type { RuleTimeline } from "../rules/timeline.ts";
import type { Destination, ItemBook } from "./book.ts";
import { type Coverage, coverage, parseScope } from "./scope.ts";

/** An item asked for: an entry with a paragraph, or EAR99. */
export type AskedItem = { readonly item: string; readonly paragraph: string | null } | "EAR99";

/** A rule on use or user that bears on an item and a destination. */
export interface EndUse {
  readonly rule: EndUseRule;
  /** `all`: every such item; `part`: of some of its paragraphs; `unclear`: by words or a table that is not loaded. */
  readonly items: "all" | "part" | "unclear";
  readonly destination: "yes" | "unclear";
  /** State on the day; `not known`: the text was read in a later edition and no rule of the timeline tells its start. */
  readonly state: RuleState["state"] | "not known";
  /** The first day of a rule that has not begun. */
  readonly begins: string | null;
}

/** The rules that may bear on an item to a destination on a day. That one is not here does not mean that nothing bears on it. */
export function endUsesOf(
  rules: readonly EndUseRule[],
  asked: AskedItem,
  {
    destination,
    book,
    timeline,
    day,
  }: {
    readonly destination: Pick<Destination, "economy" | "governedBy">;
    readonly book: Pick<ItemBook, "groups">;
    readonly timeline: RuleTimeline;
    readonly day: string;
  },
): readonly EndUse[] {
  return rules.flatMap((rule): readonly EndUse[] => {
    const [items, place] = [itemsOf(rule, asked), isOneOf(destination, rule.destinations, book)];
    return items === "none" || place === "no" ? [] : [{ rule, items, destination: place, ...stateOf(rule, timeline, day) }];
  });
}

function itemsOf({ items }: EndUseRule, asked: AskedItem): EndUse["items"] | "none" {
  if (items === "any") return "all";
  if (items === "listed") return asked === "EAR99" ? "none" : "all";
  if ("words" in items) return asked === "EAR99" && !/software/.test(items.words) ? "none" : "unclear";
  return asked === "EAR99" ? "none" : covered(items, asked.item, asked.paragraph);
}

function stateOf({ rule: id, read }: EndUseRule, timeline: RuleTimeline, day: string): Pick<EndUse, "state" | "begins"> {
  const rule = id === null ? undefined : timeline.rules.find((each) => each.id === id);
  if (rule === undefined) return { state: read <= day ? "in force" : "not known", begins: null };
  const { state, since } = ruleState(rule, timeline, day);
  return { state, begins: state === "not yet in force" ? since : null };
}

/**
 * Availability of a licence exception for a paragraph: `may apply` under conditions not loaded, `not available`, `not for this destination`
 * (not in the exception's country group), or text to be read.
 */
export interface ExceptionAnswer {
  readonly exception: string;
  readonly says: "may apply" | "not available" | "see text" | "not for this destination";
  readonly text: string;
  /** The section that limits it, where that says more than the entry; `null` where none does. */
  readonly because: string | null;
}

const notAvailable = /^N\/?A\b/i;
const amount = String.raw`\$\d[\d,]*`;
const limited = new RegExp(String.raw`^(?:Yes|${amount}),? (for|except) (?:[a-z ]+ specified in )?(.+?)(?:[,.;]? [Ss]ee .*)?\.?$`, "s");
const unlimited = new RegExp(String.raw`^(?:Yes|${amount})\.?$`, "i");

/** Exceptions for the members of a country group alone: 15 CFR 740.3(b), 740.4 and 740.6. */
const groupOf: Readonly<Record<string, string>> = { LVS: "B", GBS: "B", TSR: "B" };

/** Availability of an exception for a destination, by the entry and by the limits of part 740; groups that are not loaded exclude no one. */
export function answerExceptionTo(
  row: Row<"item_exception">,
  paragraph: string | null,
  { economy, governedBy }: Pick<Destination, "economy" | "governedBy">,
  { groups, edition }: Pick<ItemBook, "groups" | "edition">,
): ExceptionAnswer {
  const answer = withLimits(row, paragraph, { economy, governedBy }, { groups, edition });
  const members = groups.get(groupOf[row.exception] ?? "");
  const isFor = members === undefined || members.has(governedBy ?? economy);
  return isFor || answer.says === "not available" ? answer : { ...answer, says: "not for this destination" };
}

type To = Pick<Destination, "economy" | "governedBy">;

/** An exception that a section of part 740 leaves out is not available, whatever the entry says; of another edition than was read, see the text. */
function withLimits(
  row: Row<"item_exception">,
  paragraph: string | null,
  to: To,
  book: Pick<ItemBook, "groups" | "edition">,
): ExceptionAnswer {
  const answer = answerException(row, paragraph);
  if (answer.says === "not available") return answer;
  for (const { section, items, destinations, without, only, because, read } of exceptionLimits()) {
    const [cover, place, left] = [covered(items, row.item, paragraph), isOneOf(to, destinations, book), isOneOf(to, without, book)];
    if (only.includes(row.exception) || cover === "none" || place === "no" || left === "yes") continue;
    const sure = cover === "all" && place === "yes" && left === "no" && book.edition >= read;
    return { ...answer, says: sure ? "not available" : "see text", because: `${section}: ${because}` };
  }
  return answer;
}

export function answerException({ item, exception, text }: Row<"item_exception">, paragraph: string | null): ExceptionAnswer {
  const says = (word: ExceptionAnswer["says"]): ExceptionAnswer => ({ exception, says: word, text, because: null });
  if (notAvailable.test(text)) return says("not available");
  if (unlimited.test(text.trim())) return says("may apply");
  const [, word, listed] = limited.exec(text) ?? [];
  if (listed === undefined) return says("see text");
  // Words in brackets explain a paragraph
  const covered = coverage(parseScope(listed.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)/g, ""), item), paragraph);
  if (covered === "part" || covered === "unclear") return says("see text");
  return says((covered === "all") === (word === "for") ? "may apply" : "not available");
}

/** Whether a destination is one of some economies and country groups; `unclear`: the groups are not loaded. Hong Kong follows China. */
export function isOneOf(
  { economy, governedBy }: Pick<Destination, "economy" | "governedBy">,
  places: readonly string[],
  { groups }: Pick<ItemBook, "groups">,
): "yes" | "no" | "unclear" {
  const own = governedBy ?? economy;
  const named = places.filter((place) => place.includes(":"));
  if (places.includes("*") || places.includes(economy) || places.includes(own)) return "yes";
  if (named.some((group) => groups.get(group)?.has(own))) return "yes";
  return named.some((group) => !groups.has(group)) ? "unclear" : "no";
}

/** What of an entry, or of a paragraph of it, some covers take in. A cover may be a product group such as `3B`. */
export function covered(covers: readonly ItemCover[], item: string, paragraph: string | null): Coverage {
  const found = covers
    .filter((cover) => item === cover.item || (cover.item.length === 2 && item.startsWith(cover.item)))
    .map(({ scope, associated }): Coverage => {
      if (associated) return "unclear";
      return scope === null ? "all" : coverage(parseScope(scope, item), paragraph);
    });
  return (["all", "part", "unclear"] as const).find((each) => found.includes(each)) ?? "none";
}
