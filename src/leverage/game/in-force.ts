import { actPolicy } from "../acts/act-policy.ts";
import type { Stop } from "../course/stop.ts";
import type { Draw } from "../course/supply.ts";
import type { InputSpace } from "../draw/input-space.ts";
import type { Inputs, LicenceClass } from "../draw/inputs.ts";
import { type DrawOptions, drawAll, type RunDraw } from "../draw/monte-carlo.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { controlsAgainst, reachAgainst, type Withheld } from "../reach.ts";
import { untraded } from "../target.ts";
import { createParts } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import { type Estimate, estimateOf } from "./estimate.ts";
import { createPressure } from "./pressure.ts";

/** What controls of a day cost a target, in the unit of the game, beside a ban on everything within reach. */
export interface InForce {
  /** Where some may have come back, from without them to with them. `null`: of what they withhold no supply is known. */
  readonly value: Estimate | null;
  readonly controls: readonly StandingControl[];
}

/** A control by issuer, citation and class. */
export interface StandingControl extends Withheld {
  /** What it withholds, by index. */
  readonly technologies: readonly number[];
  /** Whether supply of its issuer is known of some of them, so that it counts. */
  readonly counted: boolean;
}

/**
 * The loss from the members' controls on the map's day, with what their licences permit and bans leak, as if stock were full today and first
 * permits had come. `null`: none of theirs is recorded against the target. O(draws · what they touch).
 * @param seeds technologies that stand for one, as those of the question
 * @param isWhole whether all technologies are asked for, also those of which no supply is known
 */
export async function controlsInForce(
  question: GameQuestion,
  seeds: (t: number) => readonly number[],
  space: InputSpace,
  { isWhole, ...options }: DrawOptions & { readonly isWhole: boolean },
): Promise<InForce | null> {
  const { controls, stops } = standing(question, seeds, isWhole);
  if (controls.length === 0) return null;
  const binding = stops.flatMap(({ stop, lapsed }) => (lapsed ? [] : [stop]));
  const all = stops.map(({ stop }) => stop);
  if (all.length === 0) return { value: null, controls };
  const sets = binding.length === all.length ? [all] : [binding, all];
  const losses = sets.map((set) => lossOf(question, set));
  const run: RunDraw = (draw, into) => {
    const inputs = space.draw(draw.seed, draw.draw);
    for (const [at, loss] of losses.entries()) into[at] = loss(inputs, draw);
  };
  const { values } = await drawAll(run, sets.length, options);
  const [least, most = least!] = losses.map((loss, at) => estimateOf(loss(space.middle, null), values[at]!));
  return { value: between(least!, most), controls };
}

/** The loss of the target from stops. */
function lossOf({ model, target, members, months, parties, unit, outsiders, traded = untraded }: GameQuestion, stops: readonly Stop[]) {
  if (stops.length === 0) return () => 0;
  const pressure = createPressure({
    model,
    targets: [target],
    senders: members,
    players: members.length,
    stops,
    months,
    backfill: outsiders !== "neutral",
    parties,
    traded,
  });
  return (inputs: Inputs, draw: Draw | null): number => {
    pressure.start(inputs, draw);
    pressure.show([...members.keys()]);
    return unit === "usd" ? pressure.lossUsd(0) : pressure.loss(0);
  };
}

/** From the least of one estimate to the most of another. */
function between(least: Estimate, most: Estimate): Estimate {
  const { interval } = least;
  return { middle: (least.middle + most.middle) / 2, interval: [interval[0], (interval[1] + most.interval[1]) / 2, most.interval[2]] };
}

/** The members' controls against the target, and a stop for each on each technology that stands for what it withholds. */
function standing(
  { model, technologies, target, members, traded = untraded }: GameQuestion,
  seeds: (t: number) => readonly number[],
  isWhole: boolean,
) {
  const asked = new Set(technologies);
  const [reach, imports, parts] = [reachAgainst(model, target), traded(target), createParts(model, members)];
  const stops: { readonly stop: Stop; readonly lapsed: boolean }[] = [];
  const controls = new Map<string, StandingControl>();
  for (const [withheld, rows] of controlsAgainst(model, [target, ...membersOf(model, target)]))
    for (const row of rows) {
      const issuing = members.flatMap((code, sender) => (binds(model, row.issuer, code) ? [sender] : []));
      const meant = seeds(withheld).filter((technology) => asked.has(technology));
      if (issuing.length === 0 || (meant.length === 0 && !isWhole)) continue;
      const own = meant.flatMap((technology): readonly Stop[] => {
        const stopped = parts(reach, technology, imports).filter(({ sender }) => issuing.includes(sender));
        const policy = policyOf(model, row, technology);
        return stopped.length === 0 ? [] : [{ ...atOnce, technology, parts: stopped, class: row.class as LicenceClass, policy }];
      });
      stops.push(...own.map((stop) => ({ stop, lapsed: row.lapsed !== null })));
      const key = `${row.issuer} ${row.citation} ${row.class}`;
      const { technologies: before = [], counted = false } = controls.get(key) ?? {};
      controls.set(key, { ...row, technologies: [...before, withheld], counted: counted || own.length > 0 });
    }
  return { stops, controls: [...controls.values()] };
}

/** Whether a rule of an issuer is one of a party's: its own, of one of its members, or of a group that it belongs to. */
const binds = (model: SupplyModel, issuer: string, code: string): boolean =>
  code === issuer || membersOf(model, code).includes(issuer) || membersOf(model, issuer).includes(code);

const atOnce = { targets: [0], start: 0, notice: 0, easing: [], service: false, repair: null };

/** The policy of a control whose first permits have come. */
const policyOf = ({ acts }: SupplyModel, { issuer, citation, class: of }: Withheld, t: number): Stop["policy"] => {
  const policy = actPolicy(acts, `${issuer} ${citation}`, of as LicenceClass, t);
  return { ...policy, wait: { ...policy.wait, low: 0, high: 0 } };
};
