import { pick } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import { LevermapError } from "../../base/errors.ts";
import { number, percent, percentInterval, percentRange } from "../../base/format.ts";
import { modelKnownBefore } from "../../leverage/backtest/known-before.ts";
import { type KnownParameters, knownParameters } from "../../leverage/backtest/known-parameters.ts";
import { type RowScore, totalsOf } from "../../leverage/backtest/score.ts";
import { scoreVintage } from "../../leverage/halflife/vintage-score.ts";
import type { ShareDifference } from "../../measure/supply/share-change.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { HalfLifeScoreQuestion } from "./half-life-questions.ts";
import type { HalfLifeScore, VintageLine } from "./half-life-report.ts";
import { dayOfEdition, type EditionTrends } from "./holding-trends.ts";

const usualDraws = 10_000;

/**
 * What the parameters alone say is left of each top holder's hold after the time between two editions, against the newer edition. Throws
 * LM_USAGE where the data set is not loaded in two dated editions.
 */
export function scoreHalfLives(read: ReadModel, trends: EditionTrends | null, question: HalfLifeScoreQuestion): HalfLifeScore {
  const { source, draws = usualDraws, seed = 1 } = question;
  if (trends === null)
    throw new LevermapError("LM_USAGE", `Two dated editions of "${source}" are needed; this workspace does not hold them.`, { source });
  const day = dayOfEdition({ edition: trends.from })!;
  const model = modelKnownBefore(read.map.rows, day, read.model.timeline);
  const known = knownParameters(model, seed, draws);
  const lines = trends.tops
    .filter(({ technology }) => model.map.technologies[model.map.indexOf.get(technology)!]?.mode)
    .map((change) => scoreLine(known, change, trends, withheldBetween(read, change, trends)));
  const totals = totalsOf(lines.map(({ score }) => score));
  const report = { source, from: trends.from, to: trends.to, months: trends.months, draws, seed };
  const shown = lines.map(({ line }) => line).sort((a, b) => a.measured.low - b.measured.low || (a.technology < b.technology ? -1 : 1));
  const of = (withheld: boolean) => totalsOf(lines.filter(({ line }) => line.withheld === withheld).map(({ score }) => score));
  return {
    finding: findingOf(report, totals),
    ...report,
    lines: shown,
    totals,
    withheldTotals: of(true),
    freeTotals: of(false),
    misses: shown.filter(({ hit }) => !hit).map(missWords),
    evidence: {
      ...evidenceOf(read, {
        grade: "assumed",
        sources: [...known.used().map((used) => used.source), ...shown.flatMap(({ technology }) => sourcesOf(read, source, technology))],
        rules: ["method:half-life", "method:change"],
        limits: [
          "Predicted as if each top holder had withheld from all others since the older edition, since the model has no entry without an act. Few did. The rows without a control show how wrong it is to expect refill without an act.",
          `Parameters as known before ${trends.from}; no share of the newer edition is used, and nothing is fitted.`,
          "Only technologies with the same id, name and kind in both editions, the greatest holder of the older one and its share in both. Editions mix the years of their figures.",
          "A holder that gained counts as one that lost nothing.",
        ],
      }),
      loads: trends.loads,
    },
  };
}

function scoreLine(
  known: KnownParameters,
  { technology: id, holder, before, after }: ShareDifference,
  { months }: EditionTrends,
  withheld: boolean,
): { readonly score: RowScore; readonly line: VintageLine } {
  const technology = known.model.map.technologies[known.model.map.indexOf.get(id)!]!;
  const score = scoreVintage(known, { technology, before, after }, months);
  const line = {
    technology: id,
    name: technology.name,
    holder,
    withheld,
    before: pick(before, "low", "high"),
    after: pick(after, "low", "high"),
    predicted: score.predicted,
    measured: { low: 1 - score.measuredLoss.high, high: 1 - score.measuredLoss.low },
    ...pick(score, "hit", "crps"),
    crpsNothing: score.crpsNoLoss,
  };
  return { score, line };
}

/** Documents of the newer edition's shares. */
const sourcesOf = ({ map }: ReadModel, source: string, technology: string): readonly (string | null)[] =>
  map.technologies[map.indexOf.get(technology)!]!.shareRows.filter(({ dataset }) => dataset === source).flatMap(({ rows }) =>
    rows.map(({ source }) => source),
  );

/** Whether a control of the holder on it began between the editions, so that the act that the prediction takes for granted was there at all. */
function withheldBetween({ map }: ReadModel, { technology, holder }: ShareDifference, { from, to }: EditionTrends): boolean {
  const [first, last] = [dayOfEdition({ edition: from })!, dayOfEdition({ edition: to })!];
  return map.rows.withheld.some((row) => {
    const day = dayOf(row.effective ?? row.published);
    return row.technology === technology && row.issuer === holder && day !== null && day <= last && day >= first - slack;
  });
}

/** An act of a year before the older edition still works in its time. */
const slack = 366;

const missWords = ({ name, holder, predicted, measured }: VintageLine): string =>
  `${name} (${holder}): predicted ${percentInterval([predicted.low, predicted.median, predicted.high])} left, measured ${percentRange(measured.low, measured.high)}`;

function findingOf(
  { source, from, to }: Pick<HalfLifeScore, "source" | "from" | "to">,
  { scored, hits, skill }: HalfLifeScore["totals"],
): string {
  if (scored === 0) return `No technology of ${source} has a top holder with a share in both ${from} and ${to}.`;
  const skilled =
    skill.noLoss === null ? "unknown, since nothing changed" : `${number(skill.noLoss)}${skill.noLoss < 0 ? ", worse than that" : ""}`;
  return `The 80% interval held ${hits} of ${scored} top holders in ${source} from ${from} to ${to} (${percent(hits / scored)}). Skill compared with "nothing changes": ${skilled}.`;
}
