import type { OwnersAbove } from "./owner-book.ts";

/** Parties above one that are followed, at most. */
const mostAbove = 500;

/** Ids of the owners above a party on a day, near ones first; without itself. */
export function partiesAbove(book: OwnersAbove, id: string, day: string): readonly string[] {
  const found = new Set([id]);
  for (const each of found) {
    if (found.size > mostAbove) break;
    for (const { owner } of book.holdings(each, day)) found.add(owner);
  }
  return [...found].slice(1);
}
