import { nameKey } from "../../link/name-key.ts";
import { scoreNames } from "../../screen/names/score.ts";
import type { ScreenHit } from "./screen-report.ts";

/** Hits of the best score that are told apart by the parties' own names. */
const mostTied = 50;

/**
 * Hits in order: by score, then those whose printed name matched, then by how alike the party's own name is: lists print the name of a whole among
 * those of its units, and the whole comes first. Then by entry.
 */
export function inOrder(asked: string, hits: readonly ScreenHit[]): readonly ScreenHit[] {
  const best = hits.reduce((most, { score }) => Math.max(most, score), 0);
  const tied = hits.filter(({ score }) => score === best);
  const isOwn = tied.some(({ name, matchedName }) => name === matchedName);
  const differ = !isOwn && tied.length <= mostTied && new Set(tied.map(({ name }) => nameKey(name))).size > 1;
  const own = new Map(
    (differ ? tied : []).map(({ entry, name, kind }) => [
      entry,
      scoreNames(asked, name, kind === "person" ? "person" : "organisation").score,
    ]),
  );
  const ownOf = ({ entry }: ScreenHit): number => own.get(entry) ?? 0;
  return [...hits].sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.matchedName === b.name) - Number(a.matchedName === a.name) ||
      ownOf(b) - ownOf(a) ||
      a.entry.localeCompare(b.entry),
  );
}
