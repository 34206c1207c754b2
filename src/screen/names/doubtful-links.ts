import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import type { Link } from "./link.ts";

/** Takes back links of words of a person's name that are other names: Navros is no misspelt Lavrov. */
export const withoutOtherNames = (alignment: Alignment): Alignment => without(alignment, isOtherName);

/** One letter stands for a word of a firm's name only where the rest is the same, with another distinctive word. */
export function withoutLoneInitials(alignment: Alignment): Alignment {
  const { links, aloneA, aloneB } = alignment;
  if (!links.some(isLoneInitial)) return alignment;
  const isRest = [...aloneA, ...aloneB].some(isTelling);
  if (!isRest && links.some(({ rule, a: [word] }) => rule === "equal" && word?.kind === "word" && word.text.length > 1)) return alignment;
  return without(alignment, isLoneInitial);
}

/** An alignment with some links taken back. */
function without(alignment: Alignment, isWrong: (link: Link) => boolean): Alignment {
  const wrong = alignment.links.filter(isWrong);
  if (wrong.length === 0) return alignment;
  return {
    links: alignment.links.filter((link) => !isWrong(link)),
    aloneA: [...alignment.aloneA, ...wrong.flatMap(({ a }) => a)],
    aloneB: [...alignment.aloneB, ...wrong.flatMap(({ b }) => b)],
  };
}

/** Part of a person's name that may sound otherwise; of short ones, as Li and Lei, hardly any. */
const mostApart = { part: 0.46, otherStart: 0.4, short: 0.3, shortLetters: 3 } as const;

function isOtherName({ rule, a: [one], b: [other], sound }: Link): boolean {
  if (rule !== "misspelt" || !one || !other) return false;
  const isShort = Math.min(one.text.length, other.text.length) <= mostApart.shortLetters;
  const part = one.text[0] === other.text[0] ? mostApart.part : mostApart.otherStart;
  return isShort ? sound > mostApart.short : sound > part * Math.max(one.sound, other.sound);
}

const isLoneInitial = ({ rule, a, b }: Link): boolean => rule === "initial" && a.length === 1 && b.length === 1;
