import type { Interval } from "../../../base/numbers.ts";
import { networkOf } from "../../../leverage/course/network.ts";
import { createInputSpace } from "../../../leverage/draw/input-space.ts";
import { usualSeed } from "../../../leverage/draw/monte-carlo.ts";
import { bannedStops, createParts } from "../../../leverage/game/banned-stops.ts";
import { laterLeverage } from "../../../leverage/halflife/later-leverage.ts";
import { targetOf } from "../../../leverage/target.ts";
import { drawn, type Economics, middle } from "../../../plan/economics.ts";
import type { Bet } from "../../../plan/programmes/bet.ts";
import { rightsIn as rightsInYear } from "../../../plan/programmes/bet-worth.ts";
import { surplusOf } from "../../../plan/programmes/surplus.ts";
import { holdWalks } from "../../half-life/hold-walks.ts";
import { allTrends } from "../../half-life/holding-trends.ts";
import { shareRecord } from "../../half-life/share-history.ts";
import { answerLeverage } from "../../leverage/leverage.ts";
import type { LeverageReport } from "../../leverage/leverage-report.ts";
import { partyName } from "../../scenario/planned-scenario.ts";
import type { RunEffects } from "../../scenario/scenario-run.ts";
import { isRun, makingGap } from "../../shared/making-gap.ts";
import { technologyName } from "../../shared/names.ts";
import { countedTechnologies } from "../../shared/old-document.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { tradedIn } from "../../supply/imports.ts";
import { betsWith, chosenBets } from "../plan-bets.ts";
import { endsAround } from "../plan-ends.ts";
import type { SolvedPlan } from "../plan-solved.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import { cloutConditions } from "./clout-conditions.ts";
import type { Clout } from "./clout-report.ts";

/** Years from now at which clout is told; that of now is the figure of `leverage`. */
const laterYears = [2, 5, 10, 15] as const;
const cloutYears = [0, ...laterYears] as const;

/** Draws of an act in later years. */
const laterDraws = 200;
/** Draws of the inputs of rights. */
const rightsDraws = 200;

const millions = ([low, mid, high]: Interval): Interval => [1000 * low, 1000 * mid, 1000 * high];

/**
 * Clout of the home on the target of a plan by year: by rights, what its patents of today could exclude and what the plan adds; by supply, what it could
 * withhold with what it holds and with what plants of the plan make beyond its own need. `null` where no target is named.
 */
export async function planClout(prepared: PreparedPlan, solved: SolvedPlan, effects: RunEffects): Promise<Clout | null> {
  const { names, read, gathered } = prepared;
  const on = names.against;
  if (on === null) return null;
  const bets = chosenBets(solved);
  const rights = rightsByYear(
    prepared,
    bets.map(({ id }) => id),
  );
  const supply = names.isNew === null ? await supplyByYear(prepared, bets, on, effects) : null;
  const { firstYear } = gathered.facts;
  const told = supply?.told ?? null;
  const cell = told?.cells[0] ?? null;
  const ifAllJoin = told?.coalition?.unit === "USD bn a year" ? told.coalition.value.following.interval : null;
  const rightsIn = gathered.rightsIn.map(({ jurisdiction, isLoaded }) => ({
    jurisdiction,
    name: partyName(read, jurisdiction),
    loaded: isLoaded,
  }));
  const clout: Omit<Clout, "conditions"> = {
    on,
    onName: partyName(read, on),
    byYear: cloutYears.map((year, at) => ({
      year: firstYear - 1 + year,
      ...rights[at]!,
      ...(rightsIn.some(({ loaded }) => loaded) ? {} : { rightsHeld: null }),
      supplyHeld: supply?.points[at]?.without ?? null,
      supplyWith: supply?.points[at]?.with ?? null,
    })),
    rightsIn,
    supplyGap: cell === null ? "no-known-supply" : cell.gap,
    leavesOut: cell?.leavesOut ?? 0,
    moves: (cell?.technologies ?? []).map((id) => technologyName(read, id)),
    products: productsOf(read, on),
    cost: cell?.cost == null ? null : millions(cell.cost.interval),
    reply: told === null ? null : replyOf(told),
    ifAllJoin: ifAllJoin && millions(ifAllJoin),
  };
  return { ...clout, conditions: cloutConditions(prepared, solved, clout) };
}

/** Final products that a source tells the target to make: the output that supply is of. */
const productsOf = ({ map, model }: ReadModel, on: string): readonly string[] => {
  const { made } = targetOf(model, on);
  return map.products.flatMap((t, j) => (made[j] === 1 ? [map.technologies[t]!.name] : []));
};

/** The best reply; where none is known to be worth it, the most harmful of unknown cost. */
function replyOf({ coalition }: LeverageReport): Clout["reply"] {
  if (coalition === null) return null;
  const { afterReply, replies } = coalition;
  const reply = coalition.reply ?? replies.find(({ cost }) => cost === null);
  if (reply === undefined) return null;
  return {
    name: reply.name,
    harm: millions(reply.harm.interval),
    cost: reply.cost && millions(reply.cost.interval),
    left: afterReply && millions(afterReply.interval),
  };
}

/** The rights of a year over draws of all inputs, with the middle of the inputs in the middle. */
function rightsByYear(prepared: PreparedPlan, chosen: readonly string[]): readonly Record<"rightsHeld" | "rightsAdded", Interval>[] {
  const { rights } = prepared.gathered.facts;
  const valued = (economics: Economics) => {
    const bets = betsWith(prepared, economics, new Set(chosen));
    return cloutYears.map((year) => rightsInYear(year, bets, rights, economics));
  };
  const inMiddle = valued(prepared.economics(middle));
  const draws = Array.from({ length: rightsDraws }, (_, draw) => valued(prepared.economics(drawn(usualSeed, draw))));
  const interval = (at: number, of: "held" | "added"): Interval =>
    endsAround(
      inMiddle[at]![of],
      draws.map((years) => years[at]![of]),
    );
  return cloutYears.map((_, at) => ({ rightsHeld: interval(at, "held"), rightsAdded: interval(at, "added") }));
}

/** What the home could take by supply: now as `leverage` says, later with what is left of its hold, and with what plants add. */
async function supplyByYear(prepared: PreparedPlan, bets: readonly Bet[], on: string, effects: RunEffects) {
  const { read, names, gathered, workspace } = prepared;
  const { home: holder } = names;
  const { model } = read;
  const told = await answerLeverage(read, { from: [holder], on }, async () => null, effects);
  const cell = told.cells[0];
  if (cell?.usd == null || !isRun(makingGap(read, on))) return { told, points: [] };
  const traded = tradedIn(read);
  const technologies = countedTechnologies(read);
  const parties = [holder, on];
  const space = createInputSpace(model, { technologies: networkOf(model, technologies).nodes, parties });
  const { stops } = bannedStops({ model, technologies, traded }, on, [holder], createParts(model, [holder]));
  const walks = holdWalks(read, { stops, holder }, shareRecord(read, await allTrends(workspace, read.map.asOf)));
  const surplus = surplusOf(bets, gathered.facts, prepared.economics(middle));
  const added = (draw: { readonly seed: number; readonly draw: number } | null) =>
    new Map([...surplus(draw)].map(([id, at]) => [read.map.indexOf.get(id)!, at] as const));
  const question = { model, technologies, holder, target: on, months: 12, parties, years: laterYears, walks, added, traded };
  const later = await laterLeverage(question, space, { draws: laterDraws, seed: usualSeed, signal: effects.signal });
  const now = millions(cell.usd.interval);
  return {
    told,
    points: [
      { without: now, with: now },
      ...later.map((point) => ({ without: millions(point.without.interval), with: millions(point.with.interval) })),
    ],
  };
}
