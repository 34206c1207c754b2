import type { Row } from "../../base/tables.ts";
import { coverage, parseScope } from "./scope.ts";

/**
 * What an entry says of a licence exception for a paragraph: `may apply` under conditions that are not loaded, `not available`, or
 * words to be read.
 */
export interface ExceptionAnswer {
  readonly exception: string;
  readonly says: "may apply" | "not available" | "see text";
  readonly text: string;
}

const notAvailable = /^N\/?A\b/i;
const limited = /^Yes,? (for|except) (.+?)(?:[,.;]? [Ss]ee .*)?\.?$/s;

export function answerException({ item, exception, text }: Row<"item_exception">, paragraph: string | null): ExceptionAnswer {
  const says = (word: ExceptionAnswer["says"]): ExceptionAnswer => ({ exception, says: word, text });
  if (notAvailable.test(text)) return says("not available");
  if (/^Yes\.?$/i.test(text.trim())) return says("may apply");
  const [, word, listed] = limited.exec(text) ?? [];
  if (listed === undefined) return says("see text");
  // Words in brackets explain a paragraph
  const covered = coverage(parseScope(listed.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)/g, ""), item), paragraph);
  if (covered === "part" || covered === "not told") return says("see text");
  return says((covered === "all") === (word === "for") ? "may apply" : "not available");
}
