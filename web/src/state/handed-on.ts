import type { HandedOn } from "../../../src/site/onward.ts";
import { askedLanguage } from "../../../src/words/language.ts";
import type { PageState } from "./page-state.ts";

/** What the links of the map hand on to other pages. */
export const handedOn = ({ lang, "as-of": day }: PageState): HandedOn => ({
  asked: askedLanguage(lang ?? undefined) ?? undefined,
  past: day === null ? undefined : { day },
});
