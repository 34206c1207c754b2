import type { Outsiders } from "../../leverage/members.ts";

/** What all others do. */
export const outsiderWords: Readonly<Record<Outsiders, string>> = {
  backfilling: "others fill in as they can",
  neutral: "others keep still until new makers come",
  following: "all other holders join",
};

/**
 * What others do in an answer and over how long stock is rationed, in the same words for every answer, since the same act costs more or less by it.
 * @param months over which a rationed stock lasts
 */
export function assumedWords(outsiders: Outsiders, months: number): readonly string[] {
  return [
    `Outsiders ${outsiders}: ${outsiderWords[outsiders]}. A half-life takes them as backfilling; leverage and scenarios as \`outsiders\` says, backfilling if it is left out.`,
    rationedWords(months),
  ];
}

/**
 * Over how long stock is rationed, and where else it is over another time.
 * @param months over which a rationed stock lasts: 60 in a half-life and in scenarios
 */
export const rationedWords = (months: number): string =>
  `Stock that is rationed lasts ${months} months here: the horizon in leverage, five years in a half-life and in scenarios, so that a first year costs more there.`;
