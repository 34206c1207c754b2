import { hasMessage } from "../base/message.ts";
import { zh, zhNames } from "./chinese.ts";
import { wordsOf } from "./dictionary.ts";
import { type Language, languages } from "./language.ts";
import type { Said, Words } from "./said.ts";
import { toldParts } from "./tell.ts";

const labels = wordsOf(languages.zh.tag, zh, zhNames);

/** Marks of English around what is told, and what joins lists, as Chinese writes them, without the blanks beside them. */
const markOf: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", ".": "。", "(": "（", ")": "）", and: "和", or: "或" };
const withMarks = /^((?:[\s,;:.()]|(?:and|or)(?=\s))*)(.*?)((?:[\s,;:.()]|(?<=\s)(?:and|or)(?=\s*$))*)$/s;
const marksIn = (text: string): string => (text.match(/[,;:.()]|and|or/g) ?? []).map((mark) => markOf[mark]).join("");

/** What stands around messages: as a whole, or what is inside its marks; what there are no words for is `given`. */
function sayAround(text: string): readonly Said[] {
  const whole = labels.say(text.trim());
  if (whole !== null) return whole;
  const [, before = "", inner = "", after = ""] = withMarks.exec(text) ?? [];
  const said = inner === "" ? [] : (labels.say(inner) ?? [{ given: inner }]);
  return [marksIn(before), ...said, marksIn(after)].filter((part) => part !== "");
}

const chinese: Words = { ...labels, say: (text) => (hasMessage(text) ? toldParts(text, "zh", sayAround) : labels.say(text)) };

/** What the interface says in a language; `null`: English, as its parts are written. */
export const wordsIn = (language: Language): Words | null => (language === "zh" ? chinese : null);
