import { expect, it } from "vitest";
import { createReplyGame } from "../../../src/leverage/game/joint-game.ts";
import { defaults, parameter, place, product, requirement, rigid, share, technology } from "../../measure/rows.ts";
import { still } from "../course/by-hand.ts";
import { gameOf } from "./game-of.ts";

/** HH buys half of a gas and of an acid from BB, whom no share names; chips of 100 bn a year need both. */
const map = {
  technology: [technology("acid"), technology("gas"), product("chips")],
  requirement: [requirement("chips", "acid", "blocking"), requirement("chips", "gas", "blocking")],
  share: [share("acid", "AA", 1), share("gas", "AA", 1)],
  product_place: [place("chips", "HH", "make", 0.5), place("chips", "BB", "make", 0)],
  parameter: [parameter("chips", "market-size", 100)],
  default_parameter: [...rigid, ...defaults(still)],
};

it("stops what the others buy by trade data alone, of every technology", () => {
  const { question, space, model } = gameOf(map, { target: "BB", members: ["HH"] });
  const [acid, gas] = ["acid", "gas"].map((id) => model.map.indexOf.get(id)!) as [number, number];
  const origins = new Map([
    ["AA", 0.5],
    ["BB", 0.5],
  ]);
  const traded = (code: string) =>
    new Map(
      code === "HH"
        ? [
            [acid, origins],
            [gas, origins],
          ]
        : [],
    );
  const game = createReplyGame({ ...question, traded, by: ["BB"], on: ["HH"] });
  game.start(space.middle, null);
  expect(game.held).toEqual([acid, gas]);
  expect(game.held.map((t) => game.value(t).harm)).toEqual([expect.closeTo(25, 9), expect.closeTo(25, 9)]);
});
