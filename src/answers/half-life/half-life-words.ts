import { present } from "../../base/collections.ts";
import { number, numberRange, percent, percentInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
    return say("half-life-words.in-the-model-takes", { holder, whom, name: technology.name });
  const { low, median } = all.halfLife;
  const years = horizon / 12;
  const late = say("half-life-words.is-not-gone-within", {
    years: String(years),
    anyDraw: all.never === 1 ? "any draw" : say("half-life-words.of-draws", { never: percent(all.never) }),
  });
  return present(
    say("half-life-words.in-the-model-half", {
      holder,
      name: technology.name,
      whom,
      late: median === null ? late : say("half-life-words.is-gone-after", { halfLife: halfLifeWords(all, horizon) }),
    }),
    median === null && low !== null && say("half-life-words.in-one-draw-of", { month: monthWords(low) }),
    median !== null && all.never > 0 && say("half-life-words.in-of-draws-more", { never: percent(all.never), years: String(years) }),
    unused
      ? say("half-life-words.by-a-source-uses", { whom, force: percentInterval(force) })
      : say("half-life-words.at-first-it-could", { force: percentInterval(force) }),
  ).join(" ");
}

/** To act now or to hold in reserve: what 12 months of it cost now and later, and what is left of an act that began now. */
export function choiceWords({ acted, held, loses, decays, withholding }: Told, { home }: Sides): string {
  const whom = home ?? "all others";
  const what = loses === "use" ? "use" : "running output";
  const now = acted[0]?.loss;
  if (now === undefined) return makingUnknown(whom);
  const growth =
    withholding[0]!.growth[2] > 0 ? say("half-life-words.a-year-of-it", { growth: percentInterval(withholding[0]!.growth) }) : "";
  if (now[2] < least) return `${say("half-life-words.withheld-for-months-it", { whom, what })}${growth}`;
  const used = acted
    .slice(1)
    .map(({ from, to, loss }) =>
      say("half-life-words.in-months-to", { loss: percentInterval(loss), from: String(from + 1), to: String(to) }),
    );
  return `${say("half-life-words.months-of-it-cost", { allKinds: withholding.length > 1 ? "All kinds withheld now" : "Withheld now", whom, now: percentInterval(now), what, used: listed(used) })}${growth} ${reserveWords(held, decays)}`;
}

function reserveWords(held: Told["held"], decays: Told["decays"]): string {
  const last = held.at(-1);
  if (last === undefined)
    return "Its later value is unknown: no changes of shares and no patents are on record that would show it wear down.";
  const known = decays.filter(({ by, state }) => (by === "entrants" || by === "lapse") && state === "known");
  const later = held.map(({ years, loss }) => say("half-life-words.in-years", { loss: percentInterval(loss), years }));
  const by = listed(known.map((decay) => (decay.by === "entrants" ? "what shares of like holders did" : "the lapse of patents")));
  const left = last.ofNow === null ? "" : say("half-life-words.of-what-it-would", { ofNow: percentInterval(last.ofNow) });
  return say("half-life-words.held-in-reserve-by", { by, later: listed(later), left });
}

/** What the decay without an act is forecast by, and how that did. */
export function entrantsWords({ forecast, pairs, technologies, from, to, coverage, ...model }: NonNullable<Told["entrants"]>): string {
  const learnt = say("half-life-words.pairs-of-dates-of", { pairs, technologies, from: String(from), to: String(to) });
  const held = coverage === null ? "" : say("half-life-words.its-interval-held-of", { coverage: percent(coverage) });
  return `Shares without an act go on by the ${forecast}: what shares of greatest holders did over ${learnt}${held}. ${modelSkillWords(model)} \`half-life --score atlas\` tells each pair with its documents.`;
}

/** Whether what is known of a holding tells more than the base rate. */
export function modelSkillWords({ skill, skill80 }: Pick<NonNullable<Told["entrants"]>, "skill" | "skill80">): string {
  if (skill === null || skill80 === null) return "The hazard model could not be scored.";
  if (skill80.low === 0 && skill80.high === 0)
    return "The hazard model finds nothing more in trend, share, controls, lead time or mode of supply, and says the same.";
  return say("half-life-words.the-hazard-model-has", { skill: number(skill), low: numberRange(skill80.low, skill80.high) });
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
    withoutForce > 0 && say("half-life-words.in-of-the-draws", { withoutForce: percent(withoutForce) }),
    say("half-life-words.medians-and-the-middle", { draws: String(draws) }),
    "Half is of the shortfall in the technology itself, before stock. The loss of final output comes later and is given apart.",
    "Other and new makers come once it is withheld; new makers and lapsing patents go on without an act. Together they count as independent, so a maker that would have come anyway counts twice.",
    forceIfHomes !== null &&
      say("half-life-words.supply-with-no-named", { forceIfHomes: percentInterval(forceIfHomes), home, unnamed: listed(unnamed) }),
    ...assumedWords("backfilling"),
    ...missing.map(({ by, reason }) =>
      say("half-life-words.unknown-and-left-out", { together: decayWords.together, decayWords: decayWords[by], reason }),
    ),
    entrants !== null && entrantsWords(entrants),
    entrants !== null && walked < seeds && say("half-life-words.of-varieties-the-holder", { seeds: String(seeds), walked: String(walked) }),
    trends.length > 0 &&
      "What the share of this holder did between two editions is shown and does not change the forecast, unless the hazard model is used.",
    decays.some(({ by, state }) => by === "lapse" && state === "known") &&
      "Lapse counts the patents of today alone. What none of them covers counts as open to others, up to the ceiling of recovery: the earliest it could be.",
    gap !== "" && say("half-life-words.what-is-lost-has", { gap }),
    unvalued.length > 0 && say("half-life-words.losses-in-usd-leave", { unvalued: unvalued.join(", ") }),
    withholding.some(({ senderUsdBn }) => senderUsdBn === null) &&
      unpriced.length > 0 &&
      say("half-life-words.the-cost-to-the", { unpriced: unpriced.join(", ") }),
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
  if (inYears([month])) return say("half-life-words.years", { month: String(month / 12) });
  return say("half-life-words.month", { month: String(month), monthOther: month === 1 ? "" : "s" });
}

/** `34 months (20 to 61 months)`, `over 240 months (41 to over 240 months)`, `5 years (3 to 9 years)`: one unit for all three. */
export function halfLifeWords({ halfLife }: Pick<DecayLine, "halfLife">, horizon: number): string {
  if (halfLife === null) return "unknown";
  const ends = [halfLife.low, halfLife.median, halfLife.high];
  const years = inYears(ends.map((month) => month ?? horizon));
  const [low, median, high] = ends.map((month) => `${month === null ? "over " : ""}${(month ?? horizon) / (years ? 12 : 1)}`);
  const unit = years ? "years" : "months";
  return low === high ? `${median} ${median === "1" ? "month" : unit}` : say("half-life-words.to", { median, unit, low, high });
}
