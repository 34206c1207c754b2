import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import { isContest, type PatentCase, yearsTaken } from "../../leverage/exclusion/patent-case.ts";
import { percentileInterval } from "../../measure/bootstrap.ts";
import { caseOutcome, exclusionGranted } from "../../measure/patents/base-rates.ts";
import type { CaseScores } from "./exclusion-cases-report.ts";

/** How suits and ITC cases about patents ended and how long they took, by forum, beside what others counted. */
export function forumLines(cases: readonly PatentCase[], rates: readonly Row<"base_rate">[]): CaseScores["forums"] {
  return [...groupBy(cases.filter(isContest), ({ forum }) => forum)]
    .map(([forum, own]) => {
      const ends = own.map(({ outcome }) => exclusionGranted(outcome));
      const count = (wanted: boolean): number => ends.filter((end) => end === wanted).length;
      const settled = own.filter(({ outcome }) => caseOutcome(outcome) === "settled").length;
      const [granted, refused] = [count(true), count(false)];
      return {
        forum,
        attempted: own.length,
        granted,
        refused,
        settled,
        open: own.length - granted - refused - settled,
        years: yearsOf(own.filter(({ outcome }) => exclusionGranted(outcome) !== null)),
        published: publishedOf(forum, rates),
      };
    })
    .sort((a, b) => b.attempted - a.attempted || (a.forum < b.forum ? -1 : 1));
}

function yearsOf(decided: readonly PatentCase[]): CaseScores["forums"][number]["years"] {
  const years = Float64Array.from(decided.flatMap((each) => yearsTaken(each) ?? []));
  const median = percentileInterval(years, 0);
  const quartiles = percentileInterval(years, 0.5);
  return median && quartiles && { ...quartiles, median: median.low, cases: years.length };
}

const publishedOf = (forum: string, rates: readonly Row<"base_rate">[]): CaseScores["forums"][number]["published"] =>
  rates.flatMap(({ quantity, forum: of, scope, low, high, unit, source }) =>
    of === forum && low !== null && high !== null && (quantity === "settled" || quantity.startsWith("time to "))
      ? [{ quantity, scope, low, high, unit, source }]
      : [],
  );
