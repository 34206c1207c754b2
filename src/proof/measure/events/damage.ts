import { inputQuantityOf } from "./input-quantity.ts";
import type { Range } from "./known-parameters.ts";
import type { Reading, Shock, ShockRow } from "./shock.ts";
import { unitOf } from "./units.ts";

/** What the inputs of an outage say. */
export interface Damage {
  /** Share of capacity lost at once; any if no input gives it. */
  readonly lost: Range;
  readonly lostKnown: boolean;
  /** Months to full output; `null`: as for earlier outages. */
  readonly repair: Range | null;
}

/** Reads the inputs of an outage by the quantity each names; of several on capacity the one nearest to the effect. */
export function damageOf(shock: Shock): Damage {
  const inputs = shock.rows.flatMap((row) => {
    const quantity = row.role === "input" && row.last !== null ? inputQuantityOf(row, shock) : null;
    return quantity === null ? [] : [{ row, quantity, last: row.last! }];
  });
  const [first] = inputs
    .filter(({ quantity }) => quantity === "capacity left" || quantity === "capacity lost")
    .sort((a, b) => near(a.last, shock) - near(b.last, shock));
  const repair = inputs.find(({ quantity }) => quantity === "repair");
  return {
    lost: first ? lostOf(first.row, first.quantity === "capacity lost") : { low: 0, high: 1 },
    lostKnown: first !== undefined,
    repair: repair ? scaled(repair.row, Number.POSITIVE_INFINITY) : null,
  };
}

const near = ({ start }: Reading, { from }: Shock): number => Math.abs(start - from);

function lostOf(row: ShockRow, isLost: boolean): Range {
  const { low, high } = scaled(row, 1);
  return isLost ? { low, high } : { low: 1 - high, high: 1 - low };
}

/** A reading as a fraction or in months, from 0 to `most`. */
export function scaled({ last, unit }: ShockRow, most: number): Range {
  const read = unitOf(unit);
  const scale = read.kind === "amount" ? 1 : read.scale;
  const within = (value: number): number => Math.min(most, Math.max(0, value * scale));
  return { low: within(last!.low), high: within(last!.high) };
}
