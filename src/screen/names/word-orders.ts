import { kept, keptWith } from "../../base/collections.ts";
import type { BearerKind, NameWord } from "./name-word.ts";

/**
 * The orders in which the words of a name may stand in Chinese, Japanese or Korean: as they are; of a person with the family name first; of
 * an organisation with what "of" puts behind put in front: Institute of Optics, Optics Institute; and with "air" behind: Air Koryo, Koryo Air.
 */
export const wordOrders = (words: readonly NameWord[], kind: BearerKind): readonly (readonly NameWord[])[] => ordersOf(kind)(words);

const ordersOf = kept((kind: BearerKind) =>
  keptWith((words: readonly NameWord[]): readonly (readonly NameWord[])[] => {
    if (kind === "person")
      return words.length > 1 && words.length < mostTurned ? [words, [...words.slice(-1), ...words.slice(0, -1)]] : [words];
    if (words.length > 1 && words[0]?.text === "air") return [words, [...words.slice(1), ...words.slice(0, 1)]];
    return words.some(isOf) ? [words, withoutOf(words)] : [words];
  }),
);
const mostTurned = 4;

const isOf = ({ text }: NameWord): boolean => text === "of";

/** `A H of B` as `A B H`, with B in the same way: the word before "of" says what the whole is. */
function withoutOf(words: readonly NameWord[]): readonly NameWord[] {
  const at = words.findIndex(isOf);
  if (at < 1) return words.filter((word) => !isOf(word));
  return [...words.slice(0, at - 1), ...withoutOf(words.slice(at + 1)), words[at - 1] as NameWord];
}
