import { type Words, wordsOf } from "./dictionary.ts";
import { type Language, languages } from "./language.ts";
import { zh, zhNames } from "./zh/zh.ts";

const chinese = wordsOf(languages.zh.tag, zh, zhNames);

/** What the interface says in a language; `null`: English, as its parts are written. */
export const wordsIn = (language: Language): Words | null => (language === "zh" ? chinese : null);
