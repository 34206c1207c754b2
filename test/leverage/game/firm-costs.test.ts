import { describe, expect, it } from "vitest";
import { coalitionValue } from "../../../src/leverage/game/coalition-value.ts";
import { createReplyGame } from "../../../src/leverage/game/joint-game.ts";
import { createLeverageMatrix, leverageMatrix } from "../../../src/leverage/game/leverage-matrix.ts";
import { defaults, organisation, rigid, share } from "../../measure/rows.ts";
import { still, twoInputs } from "../course/by-hand.ts";
import { gameOf, valuesOf } from "./game-of.ts";

/** The firm makes half of the input that AA makes, 0.3 of the world's 10 bn a year; HH uses half of all. */
const firms = {
  ...twoInputs,
  organisation: [organisation("firm", "AA")],
  share: [...twoInputs.share!, share("input", "firm", 0.3, { holder_kind: "organisation", basis: "sales" })],
  default_parameter: [...rigid, ...defaults(still)],
};
const { question, space, model } = gameOf(firms, { target: "HH", members: ["firm"] });
const isPriced = (t: number): boolean => t === model.map.indexOf.get("input");

describe("what a firm loses by withholding", () => {
  it("are its sales: in a coalition, in a cell of the matrix, and where it replies", async () => {
    const [, game] = await valuesOf(question, space, null);
    expect(game.cost()).toBeCloseTo(1.5, 9);
    const matrix = createLeverageMatrix({ ...question, senders: ["firm"], targets: ["HH"] });
    const [{ numbers }] = (await leverageMatrix(matrix, space, { draws: 0, seed: 1 })) as [Awaited<ReturnType<typeof leverageMatrix>>[0]];
    expect([numbers.sales.middle, numbers.downstream.middle, numbers.cost.middle]).toEqual([
      expect.closeTo(1.5, 9),
      0,
      expect.closeTo(1.5, 9),
    ]);
    expect(numbers.net.middle).toBeCloseTo(numbers.usd.middle - 1.5, 9);
    const reply = createReplyGame({ ...question, by: ["firm"], on: ["HH"] });
    reply.start(space.middle, null);
    expect(reply.value(null).cost).toBeCloseTo(1.5, 9);
  });

  it("are reported of a set of senders that it belongs to", async () => {
    const options = { seed: 1, draws: 0, threshold: 0, replyOn: [], isPriced };
    const { smallest } = await coalitionValue(question, space, options);
    expect([smallest?.members, smallest?.cost?.middle]).toEqual([["firm"], expect.closeTo(1.5, 9)]);
  });
});
