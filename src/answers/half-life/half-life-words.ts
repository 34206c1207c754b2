import { present } from "../../base/collections.ts";
import { counted, number, numberRange, percent, percentInterval } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { makingUnknown } from "../shared/making-gap.ts";
import { assumedWords } from "../shared/outsider-words.ts";
import type { DecayLine, HalfLifeReport } from "./half-life-report.ts";

type Told = Omit<HalfLifeReport, "question" | "finding" | "choice" | "evidence">;

/** How sentences name the two sides; `home` `null`: all others. */
interface Sides {
  readonly holder: string;
  readonly home: string | null;
}

/** How long half of it lasts, how sure that is, and how much could be withheld at first: a sentence each. */
export function halfLifeFinding({ decays, horizon, technology, force, unused }: Told, { holder, home }: Sides): string {
  const all = decays.find(({ by }) => by === "together")!;
  const whom = home ?? "all others";
  if (all.halfLife === null || all.never === null)
    return `In the model ${holder} takes nothing from ${whom} by withholding ${technology.name}.`;
  const { low, median } = all.halfLife;
  const years = horizon / 12;
  const late = `is not gone within ${years} years in ${all.never === 1 ? "any draw" : `${percent(all.never)} of draws`}`;
  return present(
    `In the model half of the hold of ${holder} on ${technology.name} over ${whom} ${median === null ? late : `is gone after ${halfLifeWords(all, horizon)}`}.`,
    median === null && low !== null && `In one draw of ten it is gone within ${monthWords(low)}.`,
    median !== null && all.never > 0 && `In ${percent(all.never)} of draws more than half is left after ${years} years.`,
    unused
      ? `By a source ${whom} uses none today, so that withholding it takes nothing now: the hold is on ${percentInterval(force)} of what it would need.`
      : `At first it could withhold ${percentInterval(force)} of the need.`,
  ).join(" ");
}

/** To act now or to hold in reserve: what 12 months of it cost now and later, and what is left of an act that began now. */
export function choiceWords({ acted, held, loses, decays, withholding }: Told, { home }: Sides): string {
  const whom = home ?? "all others";
  const what = loses === "use" ? "use" : "running output";
  const now = acted[0]?.loss;
  if (now === undefined) return makingUnknown(whom);
  const growth =
    withholding[0]!.growth[2] > 0
      ? ` A year of it stops new capacity of ${percentInterval(withholding[0]!.growth)} of present output.`
      : "";
  if (now[2] < least) return `Withheld for 12 months, it costs ${whom} almost no ${what}.${growth}`;
  const used = acted.slice(1).map(({ from, to, loss }) => `${percentInterval(loss)} in months ${from + 1} to ${to}`);
  return `${withholding.length > 1 ? "All kinds withheld now" : "Withheld now"}, 12 months of it cost ${whom} ${percentInterval(now)} of ${what}; kept up, ${listed(used)}.${growth} ${reserveWords(held, decays)}`;
}

function reserveWords(held: Told["held"], decays: Told["decays"]): string {
  const last = held.at(-1);
  if (last === undefined)
    return "Its later value is unknown: no changes of shares and no patents are on record that would show it wear down.";
  const known = decays.filter(({ by, state }) => (by === "entrants" || by === "lapse") && state === "known");
  const later = held.map(({ years, loss }) => `${percentInterval(loss)} in ${counted(years, "year")}`);
  const by = listed(known.map((decay) => (decay.by === "entrants" ? "what shares of like holders did" : "the lapse of patents")));
  const left = last.ofNow === null ? "" : `, ${percentInterval(last.ofNow)} of what it would cost now`;
  return `Held in reserve, by ${by}, it would take ${listed(later)}${left}.`;
}

/** What the decay without an act is forecast by, and how that did. */
export function entrantsWords({ forecast, pairs, technologies, from, to, coverage, ...model }: NonNullable<Told["entrants"]>): string {
  const learnt = `${counted(pairs, "pair")} of dates of ${counted(technologies, "technology", "technologies")}, ${from} to ${to}`;
  const held = coverage === null ? "" : `; its 80% interval held ${percent(coverage)} of later shares, each technology left out in turn`;
  return `Shares without an act go on by the ${forecast}: what shares of greatest holders did over ${learnt}${held}. ${modelSkillWords(model)} \`half-life --score atlas\` tells each pair with its documents.`;
}

/** Whether what is known of a holding tells more than the base rate. */
export function modelSkillWords({ skill, skill80 }: Pick<NonNullable<Told["entrants"]>, "skill" | "skill80">): string {
  if (skill === null || skill80 === null) return "The hazard model could not be scored.";
  if (skill80.low === 0 && skill80.high === 0)
    return "The hazard model finds nothing more in trend, share, controls, lead time or mode of supply, and says the same.";
  return `The hazard model has skill ${number(skill)} (${numberRange(skill80.low, skill80.high)}) over the base rate.`;
}

/** Less than this does not show. */
const least = 5e-4;

/** What an answer on a half-life leaves out, by name. */
interface LeftOut {
  readonly gap: string;
  readonly unvalued: readonly string[];
  readonly unpriced: readonly string[];
  readonly seeds: number;
  /** Of these, how many have shares that go on by what like shares did. */
  readonly walked: number;
  readonly unnamed: readonly string[];
  readonly home: string | null;
}

/** What an answer on a half-life cannot know. */
export function halfLifeLimits(
  { decays, entrants, trends, withholding, draws, forceIfHomes, withoutForce }: Told,
  { gap, unvalued, unpriced, seeds, walked, unnamed, home }: LeftOut,
): readonly string[] {
  const missing = decays.filter(({ state }) => state === "unknown");
  return present(
    withoutForce > 0 && `In ${percent(withoutForce)} of the draws nothing is lost at all.`,
    `Medians and the middle 80% of ${draws} draws over every interval of the inputs; not a forecast.`,
    "Half is of the shortfall in the technology itself, before stock. The loss of final output comes later and is given apart.",
    "Other and new makers come once it is withheld; new makers and lapsing patents go on without an act. Together they count as independent, so a maker that would have come anyway counts twice.",
    forceIfHomes !== null &&
      `Supply with no named holder is not credited to a home that the shares name no supply of; if it makes some of it, its loss is smaller, for losses of output and half-lives without a bound, and at first, if all of it is its own, as follows: ${percentInterval(forceIfHomes)} of the need of ${home} for ${listed(unnamed)}.`,
    ...assumedWords("backfilling"),
    ...missing.map(({ by, reason }) => `Unknown, and left out of "${decayWords.together}": ${decayWords[by]}, since ${reason}.`),
    entrants !== null && entrantsWords(entrants),
    entrants !== null &&
      walked < seeds &&
      `Of ${seeds} varieties, the holder is the greatest of ${walked}; it keeps its shares of the others.`,
    trends.length > 0 &&
      "What the share of this holder did between two editions is shown and does not change the forecast, unless the hazard model is used.",
    decays.some(({ by, state }) => by === "lapse" && state === "known") &&
      "Lapse counts the patents of today alone. What none of them covers counts as open to others, up to the ceiling of recovery: the earliest it could be.",
    gap !== "" && `What is lost has no value in USD here: ${gap}`,
    unvalued.length > 0 && `Losses in USD leave out, since their value is not published: ${unvalued.join(", ")}.`,
    withholding.some(({ senderUsdBn }) => senderUsdBn === null) &&
      unpriced.length > 0 &&
      `The cost to the sender is unknown, since these markets are not published: ${unpriced.join(", ")}.`,
  );
}

/** What takes a hold away. */
export const decayWords: Readonly<Record<DecayLine["by"], string>> = {
  refill: "other and new makers after an act",
  entrants: "new makers without an act",
  lapse: "patents that lapse",
  together: "all that is known",
};

/** Whole years are said in years; all else, and what stands beside it, in months. */
const inYears = (months: readonly number[]): boolean => months.every((month) => month >= 24 && month % 12 === 0);

/** `18 months`, `5 years`. */
function monthWords(month: number): string {
  if (inYears([month])) return `${month / 12} years`;
  return `${month} month${month === 1 ? "" : "s"}`;
}

/** `34 months (20 to 61 months)`, `over 240 months (41 to over 240 months)`, `5 years (3 to 9 years)`: one unit for all three. */
export function halfLifeWords({ halfLife }: Pick<DecayLine, "halfLife">, horizon: number): string {
  if (halfLife === null) return "unknown";
  const ends = [halfLife.low, halfLife.median, halfLife.high];
  const years = inYears(ends.map((month) => month ?? horizon));
  const [low, median, high] = ends.map((month) => `${month === null ? "over " : ""}${(month ?? horizon) / (years ? 12 : 1)}`);
  const unit = years ? "years" : "months";
  return low === high ? `${median} ${median === "1" ? "month" : unit}` : `${median} ${unit} (${low} to ${high} ${unit})`;
}
