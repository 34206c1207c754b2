import type { Grade } from "../../../src/answers/shared/evidence.ts";

const gradeWords: Readonly<Record<Grade, string>> = {
  published: "published: a document states it",
  derived: "derived: computed from what documents state",
  assumed: "assumed: not published by any source",
};

export const gradeMeaning = (grade: Grade): string => gradeWords[grade];

/** Tells which file of the atlas would hold what is missing. */
export const missing = (what: string, file: string): string =>
  `No data: ${what}. It would stand in ${file} of the atlas; add a row there and run: levermap load atlas FOLDER`;

/** An address that may become a link: http or https only; anything else is shown as text or not at all. */
export function safeAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
