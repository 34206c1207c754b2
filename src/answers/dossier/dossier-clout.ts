import { counted, percent, usdInterval, usdM } from "../../base/format.ts";
import type { Interval } from "../../base/numbers.ts";
import { capital, lowered, spaced } from "../../base/words.ts";
import type { Clout } from "../plan/clout/clout-report.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

const usd = (ends: Interval): string => usdInterval([1e6 * ends[0], 1e6 * ends[1], 1e6 * ends[2]]);

const noSide = sentence("No other side is named, so that this page is silent on clout; name one with --against.");

/** What that takes from the other side: by rights, then by supply, each today and later. */
export function cloutSentences({ homeName, home }: DossierSides, { clout }: PlanReport): readonly DossierSentence[] {
  if (clout === null) return [noSide];
  const { byYear, onName, on, supplyGap } = clout;
  const [now, last] = [byYear[0]!, byYear.at(-1)!];
  const peak = byYear.reduce((best, each) => (each.rightsAdded[1] > best.rightsAdded[1] ? each : best), now);
  const rights = [
    now.rightsHeld[2] > 0
      ? sentence(
          `By rights, patents that ${homeName} holds today could keep out ${usd(now.rightsHeld)} a year of what ${onName} sells, an upper bound; by ${last.year} ${usd(last.rightsHeld)}, as they lapse.`,
          { interval: now.rightsHeld, unit: "USD m a year" },
        )
      : sentence(
          `By rights, no loaded patent of ${homeName} keeps anything of what ${onName} sells out today; what is not loaded is unknown.`,
          { interval: now.rightsHeld, unit: "USD m a year" },
        ),
    peak.rightsAdded[1] > 0
      ? sentence(
          `Claims of the plan would add ${usd(peak.rightsAdded)} a year by ${peak.year}, by their chances to work, to win and to hold.`,
          {
            interval: peak.rightsAdded,
            unit: "USD m a year",
          },
        )
      : sentence(`Claims of the plan would add nothing by ${last.year}.`, { interval: peak.rightsAdded, unit: "USD m a year" }),
  ];
  return [...rights, ...supplySentences(homeName, home, on, onName, now, last, supplyGap, clout)];
}

function supplySentences(
  homeName: string,
  home: string,
  on: string,
  onName: string,
  now: Clout["byYear"][number],
  last: Clout["byYear"][number],
  gap: Clout["supplyGap"],
  { leavesOut, byYear }: Clout,
): readonly DossierSentence[] {
  const command = `levermap leverage --from ${home} --on ${on}`;
  if (now.supplyHeld === null || last.supplyHeld === null)
    return [
      sentence(
        `By supply nothing is known: ${gap === null || gap === "no-known-supply" ? `no share and no rule of ${homeName} is known` : spaced(gap)}.`,
        { command },
      ),
    ];
  const least = leavesOut > 0 ? ", by what is known," : "";
  const adds = Math.max(...byYear.map(({ supplyHeld, supplyWith }) => supplyWith![1] - supplyHeld![1]));
  return [
    sentence(
      `By supply, ${homeName} could${least} take ${usd(now.supplyHeld)} of the final chip output of ${onName} in the first twelve months by withholding all it can; begun in ${last.year}, ${usd(last.supplyHeld)}.`,
      { interval: now.supplyHeld, unit: "USD m a year", command },
    ),
    sentence(
      adds > 0.5
        ? `Plants of the plan would add up to ${usdM(adds)} a year to that.`
        : `Plants of the plan add nothing to that: they serve the need at home.`,
      { interval: [adds, adds, adds], unit: "USD m a year" },
    ),
    sentence("Rights and supply are never summed: one keeps goods off a market, the other takes output."),
  ];
}

/** What a reply leaves of clout by supply, or how much more it takes. */
function leftWords(left: Interval | null, homeName: string): string {
  if (left === null) return "";
  return left[1] >= 0
    ? `, so that ${usd(left)} of the clout by supply is left`
    : `, more than ${homeName} takes: the balance is ${usd(left)}`;
}

/** How the other side and rivals would answer, each move with what it does. */
export function replySentences(
  { homeName, home }: DossierSides,
  { clout, replies, plan, horizon }: PlanReport,
): readonly DossierSentence[] {
  if (clout === null) return [];
  const { onName, reply, cost, on } = clout;
  const none = replies.find(({ move }) => move === "none")!;
  const of = (move: PlanReport["replies"][number]["move"]) => replies.find((each) => each.move === move)!;
  const [around, invalid, matches, withholds] = [of("designs-around"), of("invalidates"), of("matches"), of("withholds")];
  const keeps = (value: number, all: number): string => (all > 0 ? percent(value / all) : "none");
  const withheld =
    plan.salesKnown && withholds !== undefined
      ? [
          sentence(
            `${capital(onName)} may withhold: if it began all it can in the first year, ${homeName} would lose ${usdM(withholds.lost.without)} of its sales over ${counted(horizon, "year")} in present value, of which the plan would spare it ${withholds.resilience > 0.5 ? usdM(withholds.resilience) : "nothing"}.`,
            { interval: [withholds.lost.with, withholds.lost.with, withholds.lost.without], unit: "USD m, present value" },
          ),
        ]
      : [];
  const bySupply =
    reply === null
      ? []
      : [
          sentence(
            `To withholding by ${homeName}, its best reply by supply is to withhold ${reply.name === null ? "all that it holds" : lowered(reply.name)}: that takes ${usd(reply.harm)} a year from ${homeName}${leftWords(reply.left, homeName)}.`,
            { interval: reply.harm, unit: "USD m a year", command: `levermap leverage --from ${home} --on ${on}` },
          ),
        ];
  const own =
    cost === null
      ? []
      : [
          sentence(
            `Withholding all would cost ${homeName} itself ${usd(cost)} in the first year, in sales and in products it then lacks.`,
            { interval: cost, unit: "USD m a year", command: `levermap leverage --from ${home} --on ${on}` },
          ),
        ];
  const rights =
    none.rights > 0.05
      ? [
          sentence(
            `It may design around: as far as that goes, the claims of the plan keep ${keeps(around.rights, none.rights)} of what they could exclude.`,
            { interval: [around.rights, none.rights, none.rights], unit: "USD m, present value" },
          ),
          sentence(`It may have claims declared invalid: as far as courts go, they keep ${keeps(invalid.rights, none.rights)}.`, {
            interval: [invalid.rights, none.rights, none.rights],
            unit: "USD m, present value",
          }),
          sentence(
            `Rivals may match the effort: then the claims keep ${keeps(matches.rights, none.rights)} and income ${keeps(matches.income, none.income)} of what they would be if rivals added nothing.`,
            { interval: [matches.rights, none.rights, none.rights], unit: "USD m, present value" },
          ),
        ]
      : [];
  return [...withheld, ...bySupply, ...own, ...rights];
}
