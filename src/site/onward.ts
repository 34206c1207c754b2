import { inLanguage } from "../words/in-language.ts";
import type { Language } from "../words/language.ts";

/** What all links of a page hand on: the language that is asked for, and the day where that is past. */
export interface HandedOn {
  readonly asked?: Language | undefined;
  readonly past?: { readonly day: string } | undefined;
}

/** A path with the language that the reader asked for and, on a page of a day that is past, that day, so that the next page has them too. */
export function onward(path: string, { asked, past }: HandedOn): string {
  const inTongue = inLanguage(path, asked);
  if (past === undefined || /[?&]as-of=/.test(path)) return inTongue;
  const [before = "", fragment] = inTongue.split("#", 2);
  if (before === "" && fragment !== undefined) return inTongue;
  return `${before}${before.includes("?") ? (/[?&]$/.test(before) ? "" : "&") : "?"}as-of=${past.day}${fragment === undefined ? "" : `#${fragment}`}`;
}
