import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import type { NameWord } from "./name-word.ts";

/** Number of common words that identify a party together; two do unless part of a longer name. */
const tellingTogether = 4;

/** Requires one distinctive word or several common ones; `CORP`, `TECH` or `Technology Group` identify no one. */
export function tells({ links, aloneA, aloneB }: Alignment): boolean {
  const sides = [links.flatMap(({ a }) => a), links.flatMap(({ b }) => b)];
  const isPart = aloneA.some(addsName) !== aloneB.some(addsName);
  const least = isPart ? tellingTogether : 2;
  const isDistinctive = links.some(({ a, b }) => [a, b].every((words) => words.some(({ kind }) => kind === "word")));
  return isDistinctive || sides.some((words) => words.filter(isTelling).length >= least);
}

const addsName = (word: NameWord): boolean => isTelling(word) && word.kind !== "branch" && !saysGroup(word);

/** A name is no part of a longer one that only says that it is a group. */
const saysGroup = ({ text, meanings, translations }: NameWord): boolean =>
  groups.has(text) || meanings.some((each) => groups.has(each)) || translations.some((each) => groups.has(each));
const groups = new Set(["group", "集团", "그룹", "グループ"]);

/** A word that says of a firm only that it is a group or the nation's. */
export const saysRank = (word: NameWord): boolean => word.text === "national" || saysGroup(word);

/** A single misspelt or phonetic name of a person or ship is someone else's; initials alone are ambiguous. */
export const tellsBearer = ({ links, aloneA, aloneB }: Alignment): boolean => {
  const telling = links.filter(({ rule, a }) => rule !== "initial" && a.some(({ kind }) => kind === "word"));
  if (telling.length === 0) return false;
  if (links.length === 1 && telling[0]?.heard != null && (aloneA.length > 0 || aloneB.length > 0)) return false;
  return telling.length > 1 || links.length > 1 || telling.every(({ edits, a, b }) => edits === 0 || a.length + b.length > 2);
};
