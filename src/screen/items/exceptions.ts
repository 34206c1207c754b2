import type { Row } from "../../base/tables.ts";
import type { Destination, ItemBook } from "./book.ts";
import { coverage, parseScope } from "./scope.ts";

/**
 * Availability of a licence exception for a paragraph: `may apply` under conditions not loaded, `not available`, `not for this destination`
 * (not in the exception's country group), or text to be read.
 */
export interface ExceptionAnswer {
  readonly exception: string;
  readonly says: "may apply" | "not available" | "see text" | "not for this destination";
  readonly text: string;
}

const notAvailable = /^N\/?A\b/i;
const amount = String.raw`\$\d[\d,]*`;
const limited = new RegExp(String.raw`^(?:Yes|${amount}),? (for|except) (?:[a-z ]+ specified in )?(.+?)(?:[,.;]? [Ss]ee .*)?\.?$`, "s");
const unlimited = new RegExp(String.raw`^(?:Yes|${amount})\.?$`, "i");

/** Exceptions for the members of a country group alone: 15 CFR 740.3(b), 740.4 and 740.6. */
const groupOf: Readonly<Record<string, string>> = { LVS: "B", GBS: "B", TSR: "B" };

/** Availability of an exception for a destination; groups that are not loaded exclude no one. */
export function answerExceptionTo(
  row: Row<"item_exception">,
  paragraph: string | null,
  { economy, governedBy }: Pick<Destination, "economy" | "governedBy">,
  { groups }: Pick<ItemBook, "groups">,
): ExceptionAnswer {
  const answer = answerException(row, paragraph);
  const members = groups.get(groupOf[row.exception] ?? "");
  const isFor = members === undefined || members.has(governedBy ?? economy);
  return isFor || answer.says === "not available" ? answer : { ...answer, says: "not for this destination" };
}

export function answerException({ item, exception, text }: Row<"item_exception">, paragraph: string | null): ExceptionAnswer {
  const says = (word: ExceptionAnswer["says"]): ExceptionAnswer => ({ exception, says: word, text });
  if (notAvailable.test(text)) return says("not available");
  if (unlimited.test(text.trim())) return says("may apply");
  const [, word, listed] = limited.exec(text) ?? [];
  if (listed === undefined) return says("see text");
  // Words in brackets explain a paragraph
  const covered = coverage(parseScope(listed.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)/g, ""), item), paragraph);
  if (covered === "part" || covered === "unclear") return says("see text");
  return says((covered === "all") === (word === "for") ? "may apply" : "not available");
}
