import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import type { Link } from "./link.ts";
import type { NameWord } from "./name-word.ts";

/**
 * Assumptions on evidence of spelling, in letters (docs/method/screen.md). Among tens of thousands of listed names there is one within a
 * letter of nearly any word of five letters, so one short word that is misspelt, or one that stands beside others, shows little.
 */

/** Evidence required on a list of a match that rests on one distinctive word. */
export const minLettersEvidence = 4;

/** What differences take, in letters. */
const takes = { edit: 3, exchanged: 1, respelled: 1.5, firstLetter: 1.5, added: 1.5, addedShort: 2 } as const;
/** What an equal word of trade adds. */
const sharedTrade = 1.5;
/** Words of fewer letters are often initials of something else. */
const leastWord = 4;

/**
 * Letters that two Latin names share in their only distinctive word in common, and what trades they share, less what differs; `null` where several distinctive words are
 * shared, or none, or the one is equal and alone.
 */
export function lettersEvidence({ links, aloneA, aloneB }: Alignment): number | null {
  const telling = links.filter(isDistinctive);
  const [link] = telling;
  if (link === undefined || telling.length > 1 || link.rule === "glued" || link.rule === "initial") return null;
  const added = Math.max(aloneA.filter(addsName).length, aloneB.filter(addsName).length);
  const isEqual = ["equal", "abbreviation", "translation"].includes(link.rule);
  if (isEqual && added === 0) return null;
  const letters = Math.min(lengthOf(link.a), lengthOf(link.b));
  const perWord = letters < leastWord ? takes.addedShort : takes.added;
  const trades = links.filter((each) => !isDistinctive(each) && each.rule !== "initial" && each.a.some(addsName)).length;
  return letters + sharedTrade * trades - (isEqual ? 0 : differences(link)) - perWord * added;
}

const isDistinctive = ({ a, b }: Link): boolean => [...a, ...b].some(({ kind }) => kind === "word");

const addsName = (word: NameWord): boolean => isTelling(word) && word.kind !== "branch" && word.kind !== "place";

const glued = (words: readonly NameWord[]): string => words.map(({ text }) => text).join("");
const lengthOf = (words: readonly NameWord[]): number => glued(words).length;

function differences({ a, b, rule, edits }: Link): number {
  const [one, other] = [glued(a), glued(b)];
  const first = one[0] === other[0] ? 0 : takes.firstLetter;
  if (rule === "spelling") return takes.respelled + first;
  return first + (edits === 1 && haveSameLetters(one, other) ? takes.exchanged : takes.edit * edits);
}

const haveSameLetters = (one: string, other: string): boolean => [...one].sort().join("") === [...other].sort().join("");
