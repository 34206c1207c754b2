import { actPolicy } from "../acts/act-policy.ts";
import type { Stop } from "../course/stop.ts";
import type { Draw } from "../course/supply.ts";
import type { InputSpace } from "../draw/input-space.ts";
import type { Inputs, LicenceClass } from "../draw/inputs.ts";
import { type DrawOptions, drawAll, type RunDraw } from "../draw/monte-carlo.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { reachAgainst, type Withheld, withheldFrom } from "../reach.ts";
import { untraded } from "../target.ts";
import { createParts } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import { type Estimate, estimateOf } from "./estimate.ts";
import { createPressure } from "./pressure.ts";

/** What controls in force cost a target, in the unit of the game, beside a ban on everything within reach. */
export interface InForce {
  readonly value: Estimate;
  /** By issuer and citation. */
  readonly controls: number;
  /** Technologies withheld, by index. */
  readonly technologies: readonly number[];
}

/**
 * The loss from the members' controls on the map's day, with what their licences permit and bans leak, as if stock were full today and first
 * permits had come. `null`: none of theirs is recorded against the target. O(draws · what they touch).
 * @param seeds technologies that stand for one, as those of the question
 */
export async function controlsInForce(
  question: GameQuestion,
  seeds: (t: number) => readonly number[],
  space: InputSpace,
  options: DrawOptions,
): Promise<InForce | null> {
  const { model, target, members, months, parties, unit, outsiders, traded = untraded } = question;
  const found = stopsInForce(question, seeds);
  if (found.stops.length === 0) return null;
  const pressure = createPressure({
    model,
    targets: [target],
    senders: members,
    players: members.length,
    stops: found.stops,
    months,
    backfill: outsiders !== "neutral",
    parties,
    traded,
  });
  const lossOf = (inputs: Inputs, draw: Draw | null): number => {
    pressure.start(inputs, draw);
    pressure.show([...members.keys()]);
    return unit === "usd" ? pressure.lossUsd(0) : pressure.loss(0);
  };
  const run: RunDraw = (draw, into) => {
    into[0] = lossOf(space.draw(draw.seed, draw.draw), draw);
  };
  const middle = lossOf(space.middle, null);
  const { values } = await drawAll(run, 1, options);
  const technologies = [...new Set(found.stops.map(({ technology }) => technology))];
  return { value: estimateOf(middle, values[0]!), controls: found.controls, technologies };
}

/** A stop for each control of a member on each technology that stands for what it withholds. */
function stopsInForce({ model, technologies, target, members, traded = untraded }: GameQuestion, seeds: (t: number) => readonly number[]) {
  const asked = new Set(technologies);
  const [reach, imports, parts] = [reachAgainst(model, target), traded(target), createParts(model, members)];
  const stops: Stop[] = [];
  const controls = new Set<string>();
  for (const [withheld, rows] of withheldFrom(model, [target, ...membersOf(model, target)]))
    for (const row of rows)
      for (const technology of seeds(withheld)) {
        const issuing = members.flatMap((code, sender) => (binds(model, row.issuer, code) ? [sender] : []));
        const own = parts(reach, technology, imports).filter(({ sender }) => issuing.includes(sender));
        if (!asked.has(technology) || own.length === 0) continue;
        controls.add(`${row.issuer} ${row.citation}`);
        stops.push({ ...standing, technology, parts: own, class: row.class as LicenceClass, policy: policyOf(model, row, technology) });
      }
  return { stops, controls: controls.size };
}

/** Whether a rule of an issuer is one of a party's: its own, of one of its members, or of a group that it belongs to. */
const binds = (model: SupplyModel, issuer: string, code: string): boolean =>
  code === issuer || membersOf(model, code).includes(issuer) || membersOf(model, issuer).includes(code);

const standing = { targets: [0], start: 0, notice: 0, easing: [], service: false, repair: null };

/** The policy of a control whose first permits have come. */
const policyOf = ({ acts }: SupplyModel, { issuer, citation, class: of }: Withheld, t: number): Stop["policy"] => {
  const policy = actPolicy(acts, `${issuer} ${citation}`, of as LicenceClass, t);
  return { ...policy, wait: { ...policy.wait, low: 0, high: 0 } };
};
