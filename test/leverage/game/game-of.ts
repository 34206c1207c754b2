import { createInputSpace, type InputSpace } from "../../../src/leverage/draw/input-space.ts";
import { createTurns } from "../../../src/leverage/draw/monte-carlo.ts";
import { withheldTechnologies } from "../../../src/leverage/game/banned-stops.ts";
import { type CoalitionGame, createCoalitionGame, type GameQuestion, subsetValues } from "../../../src/leverage/game/coalition-game.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import { createTimeline, type Rule } from "../../../src/screen/rules/timeline.ts";
import { day, supplyMap } from "../../measure/rows.ts";

/** A question on everything withheld from a target of an invented map, its inputs, and the map itself. */
export function gameOf(rows: Partial<SupplyRows>, asked: Partial<GameQuestion> = {}, rules: readonly Rule[] = []) {
  const withholding = createWithholding(compileModel(supplyMap(rows, day), createTimeline(rules)));
  const { model } = withholding;
  const [target, members] = [asked.target ?? "BB", asked.members ?? ["AA", "CC", "DD"]];
  const question: GameQuestion = {
    model,
    technologies: withheldTechnologies(model, withholding.seeds, null),
    outsiders: "backfilling",
    months: 12,
    parties: [target, ...members],
    unit: "usd",
    ...asked,
    target,
    members,
  };
  const technologies = model.map.technologies.map(({ index }) => index);
  return { withholding, model, question, space: createInputSpace(model, { technologies, parties: question.parties }) };
}

/** `v(S)` of all subsets in the middle run (`draw` null) or in a draw. */
export async function valuesOf(question: GameQuestion, space: InputSpace, draw: number | null): Promise<[Float64Array, CoalitionGame]> {
  const game = createCoalitionGame(question);
  const values = new Float64Array(2 ** question.members.length);
  game.start(draw === null ? space.middle : space.draw(1, draw), draw === null ? null : { seed: 1, draw });
  await subsetValues(game, values, createTurns({}));
  return [values, game];
}
