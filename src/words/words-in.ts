import { hasMessage } from "../base/message.ts";
import { type Words, wordsOf } from "./dictionary.ts";
import { type Language, languages } from "./language.ts";
import { toldParts } from "./tell.ts";
import { zh, zhNames } from "./zh/zh.ts";

const labels = wordsOf(languages.zh.tag, zh, zhNames);
const chinese: Words = { ...labels, say: (text) => (hasMessage(text) ? toldParts(text, "zh", labels.say) : labels.say(text)) };

/** What the interface says in a language; `null`: English, as its parts are written. */
export const wordsIn = (language: Language): Words | null => (language === "zh" ? chinese : null);
