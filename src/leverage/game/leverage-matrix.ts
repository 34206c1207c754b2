import { networkOf } from "../course/network.ts";
import type { InputSpace } from "../draw/input-space.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import type { SupplyModel } from "../model.ts";
import type { Outsiders } from "../outsiders.ts";
import { createParts, type GameMap, overlap } from "./banned-stops.ts";
import { type CoalitionGame, createCoalitionGame } from "./coalition-game.ts";
import type { Estimate } from "./estimate.ts";

/**
 * Numbers of a cell, of one party that withholds from another; means over the months, USD bn a year but for `loss`, a part of the target's
 * output. `cost`: `sales` and `downstream`; `net`: `usd` less `cost`; `complementarity`: the smaller of `usd` and `cost`, what both sides stand
 * to lose.
 */
export const cellNumbers = ["loss", "usd", "useUsd", "sales", "downstream", "lasting", "cost", "net", "complementarity"] as const;
export type CellNumber = (typeof cellNumbers)[number];

export interface MatrixCell {
  readonly from: string;
  readonly on: string;
  readonly numbers: Readonly<Record<CellNumber, Estimate>>;
  /** What the sender can stop a part of: technologies by index. */
  readonly technologies: readonly number[];
}

export interface MatrixQuestion extends GameMap {
  /** Economies, groups and firms: each in turn against each of the targets that it does not overlap with. */
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  readonly outsiders: Outsiders;
  readonly months: number;
  readonly parties: readonly string[];
}

/** One target with some that act on it, each alone. */
interface Row {
  readonly game: CoalitionGame;
  readonly target: string;
  /** Places of the senders that do not overlap with it. */
  readonly senders: readonly number[];
  /** Place of the first number of the row among all numbers. */
  readonly start: number;
}

/** The games of a matrix, compiled once; what an act touches is run again from one sender to the next. */
export interface LeverageMatrix {
  readonly rows: readonly Row[];
  readonly size: number;
  /** Reads all numbers of one setting of the inputs. */
  read(inputs: InputSpace["middle"], draw: { readonly seed: number; readonly draw: number } | null, into: Float64Array): void;
}

export function createLeverageMatrix(question: MatrixQuestion): LeverageMatrix {
  const { model, technologies, targets } = question;
  const network = networkOf(model, technologies);
  let size = 0;
  const rows = layersOf(model, question.senders).flatMap((members) => {
    const parts = createParts(model, members);
    return targets.map((target): Row => {
      const game = createCoalitionGame({ ...question, network, parts, members, target, unit: "usd" });
      const row = { game, target, senders: [...members.keys()].filter((a) => !overlap(model, members[a]!, target)), start: size };
      size += row.senders.length * cellNumbers.length;
      return row;
    });
  });
  return {
    rows,
    size,
    read(inputs, draw, into) {
      for (const row of rows) {
        row.game.start(inputs, draw);
        row.senders.forEach((a, i) => {
          if (i === 0) row.game.turn(a);
          else row.game.turn(row.senders[i - 1]!, a);
          readCell(row.game, a, into, placeOf(row, i));
        });
      }
    },
  };
}

/** Place of the first number of a cell of a row, the `i`-th of its senders. */
const placeOf = ({ start }: Row, i: number): number => start + i * cellNumbers.length;

/** Senders in as few lists as come in order without two of one list overlapping, so that no supply has two owners in a game. */
function layersOf(model: SupplyModel, senders: readonly string[]): readonly (readonly string[])[] {
  const layers: string[][] = [];
  for (const sender of senders) {
    const free = layers.find((layer) => !layer.some((other) => overlap(model, sender, other)));
    if (free) free.push(sender);
    else layers.push([sender]);
  }
  return layers;
}

/** Sets the numbers of a cell in the order of `cellNumbers`. */
function readCell({ pressure }: CoalitionGame, a: number, into: Float64Array, at: number): void {
  const [usd, sales, downstream] = [pressure.lossUsd(0), pressure.sales(a), pressure.downstream(a)];
  const cost = sales + downstream;
  const numbers: Readonly<Record<CellNumber, number>> = {
    loss: pressure.loss(0),
    usd,
    useUsd: pressure.lostUseUsd(0),
    sales,
    downstream,
    lasting: pressure.lasting(a),
    cost,
    net: usd - cost,
    complementarity: Math.min(usd, cost),
  };
  for (let i = 0; i < cellNumbers.length; i++) into[at + i] = numbers[cellNumbers[i]!];
}

/** All cells, in the middle run and with intervals from draws (the middle alone without any). O(draws · cells · what a sender touches). */
export async function leverageMatrix(matrix: LeverageMatrix, space: InputSpace, options: DrawOptions): Promise<readonly MatrixCell[]> {
  const middle = new Float64Array(matrix.size);
  matrix.read(space.middle, null, middle);
  const drawn = await drawAll((draw, into) => matrix.read(space.draw(draw.seed, draw.draw), draw, into), matrix.size, options);
  const estimate = (m: number): Estimate => ({ middle: middle[m]!, interval: drawn.spread[m] ?? [middle[m]!, middle[m]!, middle[m]!] });
  return matrix.rows.flatMap((row) =>
    row.senders.map((a, at): MatrixCell => {
      const [{ game, target }, first] = [row, placeOf(row, at)];
      const numbers = Object.fromEntries(cellNumbers.map((name, i) => [name, estimate(first + i)])) as MatrixCell["numbers"];
      return { from: game.question.members[a]!, on: target, numbers, technologies: game.stops(a) };
    }),
  );
}
