import { say } from "../../base/message.ts";
import type { Outsiders } from "../../leverage/members.ts";

/** What all others do. */
export const outsiderWords: Readonly<Record<Outsiders, string>> = {
  backfilling: "others fill in as they can",
  neutral: "others keep still until new makers come",
  following: "all other holders join",
};

/** What others do in an answer and how stock is used, in the same words for every answer, since the same act costs more or less by it. */
export const assumedWords = (outsiders: Outsiders): readonly string[] => [
  `${say("outsider-words.outsiders", { outsiders, outsiderWords: outsiderWords[outsiders] })} ${say("outsider-words.a-half-life-takes")}`,
  stockWords,
];

/** How stock is used. */
export const stockWords =
  "Stock is used first where nothing is drawn. In draws users ration it with more or less care, up to the end where it is known, else for the months that they expect a lack to last (`expected-length`).";
