import type { Address } from "./page.ts";

/** A scenario as the address of a page tells it: who withholds what from whom, from when and for how long. */
export interface OwnScenario {
  readonly who: string;
  /** Joins them; "": nobody. */
  readonly with: string;
  readonly what: string;
  /** Withheld too; "": nothing. */
  readonly also: string;
  readonly on: string;
  /** `YYYY-MM-DD` */
  readonly since: string;
  /** Months until all of it ends; "": no end is known. */
  readonly months: string;
}

/** What a query says of a scenario; `day`: from when, where it says none. */
export const ownScenario = (
  { who = "", with: joined = "", what = "", also = "", on = "", since = "", months = "" }: Address["query"],
  day: string,
): OwnScenario => ({
  who,
  with: joined,
  what,
  also,
  on,
  since: since === "" ? day : since,
  months: isMonths(months) ? months : "",
});

/** Whether a text is a number of months that a scenario can last. */
export const isMonths = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 600;

/** Whether it says who, what and from whom. */
export const isWhole = ({ who, what, on }: OwnScenario): boolean => who !== "" && what !== "" && on !== "";

/** As a scenario file, which is YAML too. `name`: what it is called. */
export function scenarioText(own: OwnScenario, name: string): string {
  const end = endOf(own);
  return JSON.stringify({
    name,
    measures: [
      {
        withhold: {
          senders: both(own.who, own.with),
          targets: [own.on],
          technologies: both(own.what, own.also),
          from: own.since,
          ...(end === null ? {} : { easing: [{ date: end, left: 0 }] }),
        },
      },
    ],
  });
}

/** In words, with the names of what it names: `Japan withholds Photoresists from South Korea, from 2027-01-01 for 12 months`. */
export function scenarioName(own: OwnScenario, nameOf: (id: string) => string): string {
  const [senders, technologies] = [both(own.who, own.with), both(own.what, own.also)].map((ids) => ids.map(nameOf).join(" and "));
  const target = own.on === "world" ? "all others" : nameOf(own.on);
  const long = own.months === "" ? "" : ` for ${own.months} ${own.months === "1" ? "month" : "months"}`;
  return `${senders} ${own.with === "" ? "withholds" : "withhold"} ${technologies} from ${target}, from ${own.since}${long}`;
}

const both = (first: string, second: string): readonly string[] => [...new Set([first, second].filter((each) => each !== ""))];

/** The day on which it ends; `null`: none is known, or the day is none. */
function endOf({ since, months }: OwnScenario): string | null {
  const [day, count] = [new Date(`${since}T00:00:00Z`), Number(months)];
  if (months === "" || Number.isNaN(day.getTime())) return null;
  const dayOfMonth = day.getUTCDate();
  day.setUTCMonth(day.getUTCMonth() + count);
  // 31 January and a month is the last day of February
  if (day.getUTCDate() !== dayOfMonth) day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}
