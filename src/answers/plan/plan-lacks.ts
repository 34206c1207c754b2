import { number, percent, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { sum } from "../../base/numbers.ts";
import { listed, said } from "../../base/words.ts";
import type { Economics } from "../../plan/economics.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import { followUpOf } from "../../plan/programmes/plan-joint.ts";
import { technologyName } from "../shared/names.ts";
import type { PlannedProgramme } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

type Takes = Pick<PlannedProgramme, "money" | "people" | "field">;

const takesOf = ({ reserved, sized, problem }: Bet): Takes => ({ money: reserved, people: sized.people, field: problem.kind });

/** A year in which more is taken than there is: its place, what is taken and what there is. */
interface Lack {
  readonly year: number;
  readonly takes: number;
  readonly has: number;
}

/** The year in which a programme takes most beyond what there is; `null`: there is enough in each. */
function lackOf(of: readonly number[], has: (year: number) => number): Lack | null {
  const over = of.flatMap((takes, year) => (takes > has(year) * (1 + 1e-9) + 1e-9 ? [{ year, takes, has: has(year) }] : []));
  return over.sort((a, b) => b.takes - b.has - (a.takes - a.has))[0] ?? null;
}

/** What a programme takes more of by itself than there is, in words. */
function lacking({ choices, gathered }: PreparedPlan, takes: Takes): readonly string[] {
  const money = lackOf(takes.money, (year) => choices.money[year] ?? 0);
  const field = choices.people.find((each) => each.field === takes.field);
  const yearOf = (lack: Lack): number => gathered.facts.firstYear + lack.year;
  const people = field === undefined ? null : lackOf(takes.people, (year) => field.byYear[year] ?? 0);
  return said(
    money !== null && say("plan-lacks.in-where-is-there", { takes: usdM(money.takes), money: String(yearOf(money)), has: usdM(money.has) }),
    people !== null &&
      say("plan-lacks.researchers-of-in-where", {
        takes: number(people.takes),
        field: takes.field,
        people: String(yearOf(people)),
        has: number(people.has),
      }),
  );
}

/** What a programme takes more of than those that are chosen leave. */
function lacksBeside({ choices }: PreparedPlan, chosen: readonly Takes[], takes: Takes) {
  const used = (of: (each: Takes) => readonly number[], year: number): number =>
    chosen.reduce((all, each) => all + (of(each)[year] ?? 0), 0);
  const left = (has: number, taken: number): number => Math.max(0, has - taken);
  const money = lackOf(takes.money, (year) =>
    left(
      choices.money[year] ?? 0,
      used((each) => each.money, year),
    ),
  );
  const field = choices.people.find((each) => each.field === takes.field);
  const people =
    field === undefined
      ? null
      : lackOf(takes.people, (year) =>
          left(
            field.byYear[year] ?? 0,
            used((each) => (each.field === takes.field ? each.people : []), year),
          ),
        );
  return { money, people };
}

/** The same in words. */
function lackingBeside(prepared: PreparedPlan, chosen: readonly Takes[], takes: Takes): readonly string[] {
  const { money, people } = lacksBeside(prepared, chosen, takes);
  const yearOf = (lack: Lack): number => prepared.gathered.facts.firstYear + lack.year;
  return said(
    money !== null &&
      say("plan-lacks.in-the-others-leave", { takes: usdM(money.takes), money: String(yearOf(money)), has: usdM(money.has) }),
    people !== null &&
      say("plan-lacks.researchers-of-in-the", {
        takes: number(people.takes),
        field: takes.field,
        people: String(yearOf(people)),
        has: number(people.has),
      }),
  );
}

export const isWithinMeans = (prepared: PreparedPlan, programme: Takes): boolean => lacking(prepared, programme).length === 0;

/** Whether money is all that a programme lacks beside those that are chosen. */
export function lacksOnlyMoney(prepared: PreparedPlan, chosen: readonly Bet[], programme: Takes): boolean {
  const { money, people } = lacksBeside(prepared, chosen.map(takesOf), programme);
  return money !== null && people === null;
}

/** What a programme takes more of alone than there is; "" where nothing. */
export function shortAlone(prepared: PreparedPlan, bet: Bet): string {
  const words = lacking(prepared, takesOf(bet));
  return words.length > 0 ? say("plan-lacks.alone-takes", { words: listed(words) }) : "";
}

/** Why a programme does not fit beside those that are chosen: the limits that bind, each with its figure. */
export function shortBeside(prepared: PreparedPlan, chosen: readonly Bet[], bet: Bet, economics: Economics): string {
  const alone = shortAlone(prepared, bet);
  if (alone !== "") return alone;
  const [beside, capped] = [lackingBeside(prepared, chosen.map(takesOf), takesOf(bet)), cappedBeside(prepared, chosen, bet, economics)];
  return listed(
    said(
      beside.length > 0 && say("plan-lacks.takes", { beside: listed(beside) }),
      capped.length > 0 && say("plan-lacks.would-bring", { capped: listed(capped) }),
    ),
  );
}

const spentOn = (bets: readonly Bet[]): number => sum(bets.map(({ reserved }) => sum(reserved)));

const tolerance = 1e-9;

/** Caps of a plan that do not hold once a bet is beside those that are chosen, each with what it allows and what would be, in words. */
function cappedBeside(prepared: PreparedPlan, chosen: readonly Bet[], bet: Bet, economics: Economics): readonly string[] {
  const all = [...chosen, bet];
  return said(oneTechnology(prepared, all, bet), followUpCap(prepared, all, economics));
}

/** `diversification`: the part of all money that may go to one technology. */
function oneTechnology({ choices, read }: PreparedPlan, all: readonly Bet[], { problem }: Bet): string | false {
  const { diversification, money } = choices;
  if (diversification === null) return false;
  const most = diversification * sum(money);
  const taken = spentOn(all.filter((each) => each.problem.technology === problem.technology));
  return (
    taken > most * (1 + tolerance) + tolerance &&
    say("plan-lacks.of-spending-to-where", {
      taken: usdM(taken),
      technology: technologyName(read, problem.technology),
      most: usdM(most),
      diversification: percent(diversification),
    })
  );
}

/** `follow_up` and `originality`: parts of spending, of which the narrower binds. */
function followUpCap({ choices }: PreparedPlan, all: readonly Bet[], economics: Economics): string | false {
  const { followUp, originality } = choices;
  const [most, least] = [followUp ?? 1, originality ?? 0];
  const spent = spentOn(all);
  const part = spent > 0 ? sum(all.map((each) => spentOn([each]) * followUpOf(each.problem, economics))) / spent : 0;
  if (part <= Math.min(most, 1 - least) + tolerance) return false;
  return most <= 1 - least
    ? say("plan-lacks.follow-up-work-to", { part: percent(part), most: percent(most) })
    : say("plan-lacks.work-that-is-not", { percent: percent(1 - part), least: percent(least) });
}
