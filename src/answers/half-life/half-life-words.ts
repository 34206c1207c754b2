import { counted, percent, percentInterval } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { drawnMix } from "../shared/making-gap.ts";
import { assumedWords } from "../shared/outsider-words.ts";
import type { DecayLine, HalfLifeReport } from "./half-life-report.ts";

type Told = Omit<HalfLifeReport, "question" | "finding" | "choice" | "evidence">;

/** How sentences name the two sides; `home` `null`: all others. */
interface Sides {
  readonly holder: string;
  readonly home: string | null;
  /** Whether no source says what the home makes, so that what is lost is of a drawn mix. */
  readonly mixDrawn: boolean;
}

export const decayWords: Readonly<Record<DecayLine["by"], string>> = {
  refill: "others qualified and new makers, once the act has begun",
  entrants: "entrants, as between the two editions",
  lapse: "patents that lapse",
  together: "all that is known",
};

/** `18 months`, `5 years`; `null`: `over 20 years`. */
export function monthWords(month: number | null, horizon: number): string {
  if (month === null) return `over ${horizon / 12} years`;
  return month < 24 || month % 12 !== 0 ? `${month} month${month === 1 ? "" : "s"}` : `${month / 12} years`;
}

/** `34 months (20 to 61 months)`, `over 20 years (41 months to over 20 years)`. */
export function halfLifeWords({ halfLife }: Pick<DecayLine, "halfLife">, horizon: number): string {
  if (halfLife === null) return "unknown";
  const [low, median, high] = [halfLife.low, halfLife.median, halfLife.high].map((month) => monthWords(month, horizon));
  if (low === high) return median!;
  return `${median} (${low!.endsWith(" months") && high!.endsWith(" months") ? low!.replace(" months", "") : low} to ${high})`;
}

/** One sentence: how long, how sure, and how often never. */
export function halfLifeFinding(
  { decays, horizon, technology, force, forceIfHomes, withoutForce }: Told,
  { holder, home, mixDrawn }: Sides,
): string {
  const all = decays.find(({ by }) => by === "together")!;
  const whom = home ?? "all others";
  if (all.halfLife === null || all.never === null)
    return `In the model, ${holder} takes nothing from ${whom} by withholding ${technology.name}.`;
  const years = horizon / 12;
  const often = all.never > 0 ? `; in ${percent(all.never)} of the draws not within ${years} years` : "";
  const first = all.halfLife.low === null ? "" : `, in one draw of ten within ${monthWords(all.halfLife.low, horizon)}`;
  const gone =
    all.halfLife.median === null
      ? `is not gone within ${years} years in ${all.never === 1 ? "any draw" : `${percent(all.never)} of the draws`}${first}`
      : `is gone after ${halfLifeWords(all, horizon)}${often}`;
  const ifHomes = forceIfHomes === null ? "" : ` (${percentInterval(forceIfHomes)} if it made all that nobody is named for)`;
  const none = withoutForce > 0 ? ` In ${percent(withoutForce)} of the draws nothing is lost at all.` : "";
  return `In the model, half of what ${holder} could take from ${whom}${mixDrawn ? ` (${drawnMix})` : ""} by withholding ${technology.name}, at first ${percentInterval(force)} of its need${ifHomes}, ${gone}.${none}`;
}

/** To act now or to hold in reserve: what 12 months of it cost now and later, and what is left of an act that began now. */
export function choiceWords({ acted, held, loses, decays, withholding }: Told, { home }: Sides): string {
  const whom = home ?? "all others";
  const what = loses === "use" ? "use" : "running output";
  const now = acted[0]!.loss;
  const growth =
    withholding[0]!.growth[2] > 0
      ? ` New capacity that a year of it stops: ${percentInterval(withholding[0]!.growth)} of present output.`
      : "";
  if (now[2] < least) return `Withheld for 12 months, it costs ${whom} next to no ${what}.${growth}`;
  const used = acted.slice(1).map(({ from, to, loss }) => `${percentInterval(loss)} in months ${from + 1} to ${to}`);
  return `Withheld now, 12 months of it cost ${whom} ${percentInterval(now)} of ${what}; kept up, ${listed(used)}.${growth} ${reserveWords(held, decays)}`;
}

function reserveWords(held: Told["held"], decays: Told["decays"]): string {
  const last = held.at(-1);
  if (last === undefined)
    return "What it is worth held in reserve is unknown: nothing is loaded that would wear it down, neither shares in two editions nor patents.";
  const known = decays.filter(({ by, state }) => (by === "entrants" || by === "lapse") && state === "told");
  const later = held.map(({ years, loss }) => `${percentInterval(loss)} in ${counted(years, "year")}`);
  const by = listed(known.map((decay) => (decay.by === "entrants" ? "the trend of shares" : "the lapse of patents")));
  const left = last.ofNow === null ? "" : `, ${percentInterval(last.ofNow)} of what it would cost now`;
  return `Held in reserve, going by ${by}, it is worth ${listed(later)}${left}.`;
}

/** What nobody would see. */
const least = 5e-4;

/** What an answer on a half-life cannot know. */
export function halfLifeLimits(
  { decays, trends, withholding, draws, forceIfHomes }: Told,
  {
    gap,
    unvalued,
    unpriced,
    seeds,
    unnamed,
    home,
  }: {
    readonly gap: string;
    readonly unvalued: readonly string[];
    readonly unpriced: readonly string[];
    readonly seeds: number;
    readonly unnamed: readonly string[];
    readonly home: string | null;
  },
): readonly string[] {
  const missing = decays.filter(({ state }) => state === "unknown");
  return [
    `Medians and the middle 80% of ${draws} draws over every interval of the inputs; not a forecast.`,
    "Half is of the shortfall in the technology itself, before stock: what is lost of final output comes later and is told apart.",
    "Refill begins with the act; entrants and lapse go on without one. Together they are taken as independent, which counts an entrant twice that would have come in any case.",
    ...(forceIfHomes === null
      ? []
      : [
          `The shares of ${listed(unnamed)} name no supply of ${home}, and what nobody is named for counts as theirs in no part: if they made some of it they would lose less, at first ${percentInterval(forceIfHomes)} of the need if all of it were theirs. What is told of output and of months has no such bound.`,
        ]),
    ...assumedWords("backfilling", horizons.at(-1)!),
    ...missing.map(({ by, reason }) => `Not told, and left out of what is told together: ${decayWords[by]}, since ${reason}.`),
    ...(trends.length > 0 ? ["Two editions make a line, not a law: their trend goes on for as long as is asked."] : []),
    ...(trends.length > 0 && trends.length < seeds
      ? [`Of ${seeds} varieties, ${trends.length} have a share in both editions; the others keep theirs.`]
      : []),
    ...(decays.some(({ by, state }) => by === "lapse" && state === "told")
      ? [
          "Lapse counts patents of today alone, and takes everything that is covered by none as open to others up to the ceiling of recovery: the earliest it could be.",
        ]
      : []),
    ...(gap === "" ? [] : [`What is lost has no value in USD here: ${gap}`]),
    ...(unvalued.length > 0 ? [`Losses in USD leave out, for want of a published value: ${unvalued.join(", ")}.`] : []),
    ...(withholding.some(({ senderUsdBn }) => senderUsdBn === null) && unpriced.length > 0
      ? [`What it costs the sender is unknown, since nobody published the market of: ${unpriced.join(", ")}.`]
      : []),
  ];
}
