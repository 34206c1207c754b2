import { networkOf } from "../course/network.ts";
import type { InputSpace } from "../draw/input-space.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import type { SupplyModel } from "../model.ts";
import { createParts, type GameMap, overlap } from "./banned-stops.ts";
import { type CoalitionGame, createCoalitionGame, type GameQuestion } from "./coalition-game.ts";
import type { Estimate } from "./estimate.ts";

/**
 * Numbers of a cell: means over the months, USD bn a year except `loss`, a share of the target's output. `cost`: `sales` and `downstream`;
 * `net`: `usd` - `cost`; `complementarity`: min(`usd`, `cost`).
 */
const cellNumbers = ["loss", "usd", "useUsd", "sales", "downstream", "lasting", "cost", "net", "complementarity"] as const;
export type CellNumber = (typeof cellNumbers)[number];

export interface MatrixCell {
  readonly from: string;
  readonly on: string;
  readonly numbers: Readonly<Record<CellNumber, Estimate>>;
  /** Technologies that the sender can withhold, by index. */
  readonly technologies: readonly number[];
}

export interface MatrixQuestion extends Pick<GameQuestion, keyof GameMap | "outsiders" | "months" | "parties"> {
  /** Parties, each against every target it does not overlap with. */
  readonly senders: readonly string[];
  readonly targets: readonly string[];
}

/** One target with its senders, each alone. */
interface Row {
  readonly game: CoalitionGame;
  readonly target: string;
  /** Indices of non-overlapping senders. */
  readonly senders: readonly number[];
  /** Index of the row's first number. */
  readonly start: number;
}

/** Games of a matrix, compiled once; between senders only affected parts are rerun. */
export interface LeverageMatrix {
  readonly rows: readonly Row[];
  readonly size: number;
  /** Reads all numbers for one setting of the inputs. */
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
          row.game.turn(...row.senders.slice(Math.max(0, i - 1), i), a);
          readCell(row.game, a, into, placeOf(row, i));
        });
      }
    },
  };
}

/** Index of the first number of the `i`-th sender's cell. */
const placeOf = ({ start }: Row, i: number): number => start + i * cellNumbers.length;

/** Senders in few lists without overlaps, so that no supply has two owners in a game. */
function layersOf(model: SupplyModel, senders: readonly string[]): readonly (readonly string[])[] {
  const layers: string[][] = [];
  for (const sender of senders) {
    const free = layers.find((layer) => !layer.some((other) => overlap(model, sender, other)));
    if (free) free.push(sender);
    else layers.push([sender]);
  }
  return layers;
}

/** Writes a cell in the order of `cellNumbers`. */
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

/** All cells, with intervals from draws (or the middle only). O(draws · cells · what a sender touches). */
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
