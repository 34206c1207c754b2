import type { CaseScores } from "../../answers/exclusion/exclusion-cases-report.ts";
import { counted, number, numberInterval, percent, percentInterval, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { list, table } from "../blocks.ts";
import type { Block } from "../view.ts";

/** How cases about patents ended, and how well rates known when they were filed foretold it: scores, reliability by fifths, misses. */
export function patentCaseBlocks({ finding, cases, forums, terms, wins, leftOut }: CaseScores): readonly Block[] {
  const left = leftOut.map(({ reason, cases: count }) => `${count} ${reason}`);
  const text = cases === 0 ? `${finding} \`levermap load litigation\` loads some.` : finding;
  const head: Block = list("Patent cases", [text, ...(left.length > 0 ? [`Not scored: ${listed(left)}.`] : [])]);
  if (cases === 0) return [head];
  return [
    head,
    table(
      "Suits and ITC cases about patents, by forum",
      ["forum~", "attempted>", "granted>", "refused>", "settled>", "open>", "years, median (quartiles)>"],
      forums.map(({ forum, attempted, granted, refused, settled, open, years }) => [
        forum,
        ...[attempted, granted, refused, settled, open].map(String),
        years === null ? "unknown" : numberInterval([years.low, years.median, years.high]),
      ]),
    ),
    ...reliability("Chance from the terms u·v·x of exclusion exposure", terms),
    ...reliability("Chance from how often owners win", wins),
  ];
}

function reliability(title: string, { cases, brier, skillCoin, skillNever, bins, misses }: CaseScores["terms"]): readonly Block[] {
  if (brier === null) return [list(title, ["No case could be scored."])];
  return [
    table(
      `${title}: ${counted(cases, "case")}, Brier score ${number(brier)}`,
      ["predicted chance", "cases>", "mean prediction>", "ended with exclusion (80%)>"],
      bins
        .filter((bin) => bin.cases > 0)
        .map(({ from, to, cases: inside, predicted, observed, interval }) => [
          percentRange(from, to),
          `${inside}`,
          percent(predicted),
          percentInterval([interval!.low, observed!, interval!.high]),
        ]),
    ),
    {
      kind: "list",
      items: [
        `Skill ${number(skillCoin)} compared with a coin, ${number(skillNever)} compared with "never".`,
        ...(misses.length > 0 ? misses : ["No misses."]),
      ],
    },
  ];
}
