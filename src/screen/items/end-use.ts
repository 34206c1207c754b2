import type { EndUseRule } from "../../link/end-use-rules.ts";
import { type RuleState, ruleState } from "../rules/state.ts";
import type { RuleTimeline } from "../rules/timeline.ts";
import type { Destination, ItemBook } from "./book.ts";
import { covered, isOneOf } from "./exceptions.ts";

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
