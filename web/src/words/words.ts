import type { Grade } from "../../../src/answers/shared/evidence.ts";

/** `process-order` as `process order`. */
export const spaced = (word: string): string => word.replaceAll("-", " ");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const gradeWords: Readonly<Record<Grade, string>> = {
  published: "published: a document states it",
  derived: "derived: computed from what documents state",
  assumed: "assumed: nobody published it",
};

export const gradeMeaning = (grade: Grade): string => gradeWords[grade];

/** `1 technology`, `2 technologies`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Tells which file of the atlas would hold what is missing. */
export const missing = (what: string, file: string): string =>
  `No data: ${what}. It would stand in ${file} of the atlas; add a row there and run: levermap load atlas FOLDER`;
