import type { SiteShell } from "./page.ts";
import { inLanguage } from "./words/in-language.ts";

/** What all links of a page hand on. */
export type HandedOn = Pick<SiteShell, "asked" | "past" | "day">;

/** A path with the language that the reader asked for and, on a page of a day that is past, that day, so that the next page has them too. */
export function onward(path: string, { asked, past, day }: HandedOn): string {
  const inTongue = inLanguage(path, asked);
  if (past === undefined || /[?&]as-of=/.test(path)) return inTongue;
  const [before = "", fragment] = inTongue.split("#", 2);
  if (before === "" && fragment !== undefined) return inTongue;
  return `${before}${before.includes("?") ? (/[?&]$/.test(before) ? "" : "&") : "?"}as-of=${day}${fragment === undefined ? "" : `#${fragment}`}`;
}
