import { beginsWithMessage, say } from "./message.ts";

/** `A`, `A and B`, `A, B and C`; behind "no" with `or`. */
export function listed(items: readonly string[], joint: "and" | "or" = "and"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
}

/** The first of many names, and how many more there are: `neon, helium and 12 more`. */
export const listedFirst = (items: readonly string[], most: number): string =>
  listed(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items);

/** A name inside a sentence. `dRAM` and `arF` are no words: only a first word with one capital is one of its own. */
export const lowered = (name: string): string =>
  /^[A-Z][a-z]+(?![A-Za-z\d])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A sentence begins with a capital, where the language it is told in has them. */
export const capital = (text: string): string =>
  beginsWithMessage(text) ? say("words.capital", { text }) : text.charAt(0).toUpperCase() + text.slice(1);

/** A word of a schema as it is told: `presumption-of-denial` as `presumption of denial`. */
export const spaced = (word: string): string => word.replaceAll("-", " ");

/** What is left out of a sum makes it a lower bound. */
export const atLeast = (leavesOut: boolean): string => (leavesOut ? "at least " : "");

const byKnown = "by what is known ";

/** How a sum is told: by what is known where supply of unknown size is left out, "at least" where what is left out could only add. */
export const sumOf = (unknown: boolean, leavesOut: boolean): string => (unknown ? byKnown : atLeast(leavesOut));

/** How a difference of two sums is told: what is left out of the first makes it a lower bound, what is left out of the second an upper one. */
export function boundOf(first: boolean, second: boolean): string {
  if (first && second) return byKnown;
  return second ? "at most " : atLeast(first);
}

/** The texts that are said, without "", `null` and `false`, which stand for those that do not hold. */
export const said = (...texts: readonly (string | false | null | undefined)[]): readonly string[] => texts.flatMap((text) => text || []);
