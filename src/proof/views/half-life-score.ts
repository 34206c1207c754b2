import { count, counted, number, numberRange, percent, percentInterval, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, list, table } from "../../report/blocks.ts";
import { technologyCell } from "../../report/cell.ts";
import type { TableBlock, View } from "../../report/view.ts";
import type { HalfLifeScore } from "../answers/half-life/half-life-score-report.ts";

/** How each forecast did against later shares, what shares did, then every pair and the misses in words. */
export function halfLifeScoreView(score: HalfLifeScore): View {
  const { misses, evidence, draws, seed, from, to, months, pairs, technologies, halved, tests } = score;
  return {
    finding: score.finding,
    ...(evidence.limits[0] === undefined ? {} : { limit: evidence.limits[0] }),
    blocks: [
      testsTable(
        "How good the forecasts are",
        tests.filter(({ part }) => part === "all"),
      ),
      baseTable(score),
    ],
    details: [
      testsTable(
        "With and without a control in that time",
        tests.filter(({ part }) => part !== "all"),
      ),
      linesTable(score),
      list("Misses", misses.length > 0 ? misses : ["none"]),
      table(
        "What the hazard model makes of what is known of a holding",
        ["trait", "change of the log odds a year>"],
        score.effects.map(({ trait, effect }) => [trait, number(effect)]),
      ),
      facts("How it was scored", [
        ["Time", say("half-life-score.to", { from, to, months: months === null ? "" : `, ${counted(months, "month")}` })],
        ["Pairs of dates", say("half-life-score.of-technologies-in-half", { pairs: count(pairs), technologies, halved: count(halved) })],
        ["Draws", say("half-life-score.seed", { draws: count(draws), seed: String(seed) })],
        ["CRPS", "error of the whole forecast, in shares: 0 is a certain one that came true"],
        ["Skill", "1 perfect, 0 no better than the base rate; in brackets its middle 80% over resampled technologies"],
      ]),
    ],
    more: "every pair, misses, the hazard model",
    evidence,
  };
}

const hidingWords = { "other technologies": "all others known", "known before": "only what was known then" } as const;

const testsTable = (title: string, tests: HalfLifeScore["tests"]): TableBlock =>
  table(
    title,
    [
      "learnt with~",
      { title: "pairs", align: "right" },
      "forecast",
      "CRPS>",
      "skill over the base rate",
      "in the 80%>",
      { title: "width", align: "right", wide: true },
    ],
    tests.flatMap(({ hiding, part, scored, forecasts }) =>
      forecasts.map(({ forecast, crps, skill, skill80, coverage, width }, i) => [
        i > 0 ? "" : part === "all" ? hidingWords[hiding] : part,
        i > 0 ? "" : count(scored),
        forecast,
        number(crps),
        forecast === "base rate" ? "" : isSame(skill80) ? "0: the same" : `${number(skill)} (${numberRange(skill80.low, skill80.high)})`,
        forecast === "no change" ? "" : percent(coverage),
        percent(width),
      ]),
    ),
    { none: "no share could be forecast" },
  );

const isSame = ({ low, high }: { readonly low: number; readonly high: number }): boolean => low === 0 && high === 0;

const baseTable = ({ base }: HalfLifeScore): TableBlock =>
  table(
    "What shares of greatest holders did",
    [
      "share or mode~",
      "changes (technologies)",
      { title: "a share of", align: "right" },
      "five years later (80%)",
      { title: "at half within 5 years" },
      { title: "10 years", wide: true },
      { title: "20 years", wide: true },
    ],
    base.map(({ of, steps, technologies, share, after5, lost }) => {
      const chance = (years: number): string => {
        const { chance: middle, chance80 } = lost.find((each) => each.years === years)!;
        return percentInterval([chance80.low, middle, chance80.high]);
      };
      return [
        of,
        `${count(steps)} (${count(technologies)})`,
        percent(share),
        percentInterval([after5.low, after5.median, after5.high]),
        ...[5, 10, 20].map(chance),
      ];
    }),
  );

const linesTable = ({ lines }: HalfLifeScore): TableBlock =>
  table(
    "Later shares",
    ["technology~", "holder", "years", "then", "later", "forecast (80%)", "80%", "CRPS>", "as if withheld>", "no change>", "withheld"],
    lines.map(({ technology, name, holder, from, to, before, after, predicted, ifWithheld, crpsNothing, withheld }) => [
      technologyCell(technology, name),
      holder,
      say("half-life-score.to-from", { from: String(from), to: String(to) }),
      percentRange(before.low, before.high),
      percentRange(after.low, after.high),
      percentInterval([predicted.low, predicted.median, predicted.high]),
      predicted.hit ? "hit" : "missed",
      number(predicted.crps),
      number(ifWithheld.crps),
      number(crpsNothing),
      withheld ? "yes" : "",
    ]),
    { none: "no technology could be matched" },
  );
