import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counterReplies } from "../../../src/leverage/game/counter-replies.ts";
import { type Choice, createJointGame, createReplyGame } from "../../../src/leverage/game/joint-game.ts";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import { defaults, parameter, place, product, requirement, rigid, share, technology } from "../../measure/rows.ts";
import { still } from "../course/by-hand.ts";
import { rowsOf, runs, worlds } from "../worlds.ts";
import { gameOf } from "./game-of.ts";

const asked = { target: "HH", members: ["AA"] };
const options = { seed: 1, draws: 0 };
const sale = (id: string, bn: number) => parameter(id, "market-size", bn);
const rows = (more: Partial<SupplyRows>): Partial<SupplyRows> => ({ ...more, default_parameter: [...rigid, ...defaults(still)] });
const noUse = (id: string) => ["AA", "HH"].map((code) => place(id, code, "use", 0));

/**
 * HH makes half of the chips (100 bn a year) with an input of AA, and a tenth of the memory (40) with its masks; AA makes half of the memory,
 * for which a powder of HH is needed. Masks cost AA more than they harm: 0.1 · 100 for 0.1 · 40.
 */
const apart = rows({
  technology: [technology("input"), technology("mask"), technology("powder"), product("chips"), product("memory")],
  requirement: [
    requirement("chips", "input", "blocking"),
    requirement("memory", "mask", "blocking"),
    requirement("memory", "powder", "blocking"),
  ],
  share: [share("input", "AA", 1), share("mask", "AA", 1), share("powder", "HH", 1)],
  product_place: [
    place("chips", "HH", "make", 0.5),
    place("chips", "AA", "make", 0),
    place("memory", "HH", "make", 0.1),
    place("memory", "AA", "make", 0.5),
    ...noUse("chips"),
    ...noUse("memory"),
  ],
  parameter: [sale("input", 10), sale("mask", 100), sale("powder", 4), sale("chips", 100), sale("memory", 40)],
});

/** HH makes half of the chips, AA 0.3 of them, both with an input that AA alone makes, of an ore that HH alone makes. */
const intertwined = rows({
  technology: [technology("input"), technology("ore"), product("chips")],
  requirement: [requirement("chips", "input", "blocking"), requirement("input", "ore", "blocking")],
  share: [share("input", "AA", 1), share("ore", "HH", 1)],
  product_place: [place("chips", "HH", "make", 0.5), place("chips", "AA", "make", 0.3), ...noUse("chips")],
  parameter: [sale("input", 10), sale("ore", 2), sale("chips", 100)],
});

const near = (numbers: readonly number[]) => numbers.map((each): unknown => expect.closeTo(each, 9));

describe("reply and counter-reply", () => {
  it("come to rest where a calculation by hand says", async () => {
    const { question, space, model } = gameOf(apart, asked);
    const found = await counterReplies({ ...question, valued: ["AA"], isPriced: () => true, replies: [] }, space, options);
    const input = model.map.indexOf.get("input")!;
    expect(found!.moves.map(({ by, withholds }) => [by, withholds])).toEqual([
      [0, "all"],
      [1, "all"],
      [0, input],
    ]);
    expect(found!.moves.map(({ lose }) => lose.map(({ middle }) => middle))).toEqual([
      near([5 + 10, 50 + 4]),
      near([5 + 10 + 20, 50 + 4 + 2]),
      near([5 + 20, 50 + 2]),
    ]);
    expect(found!.moves.at(-1)!.values.map(({ middle }) => middle)).toEqual(near([50 - 25, 20 - 52]));
    expect([found!.isStable, found!.stable]).toEqual([true, [[input, "all"]]]);
  });

  it("counts what a side cannot make, or sell, because of the other's act", () => {
    const { question, space } = gameOf(intertwined, asked);
    const choices: readonly Choice[] = ["nothing", "all"];
    const game = createJointGame({ ...question, valued: ["AA"], choices: [choices, choices] });
    game.start(space.middle, null);
    expect(game.at(0, 1).lost).toEqual(near([30, 50]));
    expect(game.at(1, 0).lost).toEqual(near([0, 50]));
    expect(game.at(1, 1).lost).toEqual(near([30, 50]));
    expect(game.at(0, 0)).toEqual({ lost: [0, 0], cost: [0, 0] });
  });

  it("circle where withholding pays only while the other does not, and withholding in turn only while it does", async () => {
    const { question, space } = gameOf(intertwined, asked);
    const found = await counterReplies({ ...question, valued: ["AA"], isPriced: () => true, replies: [] }, space, options);
    expect([found!.isStable, found!.stable]).toEqual([false, []]);
    expect(found!.moves.map(({ by, withholds }) => `${by} ${String(withholds)}`)).toEqual([
      "0 all",
      "1 all",
      "0 nothing",
      "1 nothing",
      "0 all",
    ]);
  });

  it("is unknown where nothing that the senders withhold has a market", async () => {
    const { question, space } = gameOf(apart, asked);
    expect(await counterReplies({ ...question, valued: ["AA"], isPriced: () => false, replies: [] }, space, options)).toBeNull();
  });

  it("ends, on any map, where no side has a candidate that it values more, by whole runs of all pairs", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { question, space } = gameOf(rowsOf(world), { target: "BB", members: ["AA", "CC"] });
        const isPriced = (t: number): boolean => !Number.isNaN(space.middle.market[t]!);
        const { held } = createReplyGame({ ...question, by: ["BB"], on: ["AA", "CC"] });
        const replies = held.filter(isPriced);
        const found = await counterReplies({ ...question, valued: ["AA", "CC"], isPriced, replies }, space, options);
        if (!found) return;
        const [ours, theirs] = found.choices;
        const valuesAt = (senders: Choice, target: Choice): readonly [number, number] => {
          const game = createJointGame({ ...question, valued: ["AA", "CC"], choices: [[senders], [target]] });
          game.start(space.middle, null);
          const { lost, cost } = game.at(0, 0);
          return [lost[1] - lost[0] - cost[0], lost[0] - lost[1] - cost[1]];
        };
        for (const [senders, target] of found.stable) {
          const [own, other] = valuesAt(senders, target).map((value) => value + 1e-6);
          for (const choice of ours) expect(valuesAt(choice, target)[0]).toBeLessThanOrEqual(own!);
          for (const choice of theirs) expect(valuesAt(senders, choice)[1]).toBeLessThanOrEqual(other!);
        }
        const last = (side: 0 | 1): Choice => found.moves.findLast(({ by }) => by === side)?.withholds ?? "nothing";
        if (found.isStable) expect(found.stable).toContainEqual([last(0), last(1)]);
      }),
      runs(60),
    );
  });
});
