import { amountBefore, baseOf, shareBefore } from "./before.ts";
import type { Range } from "./known-parameters.ts";
import type { NotPredicted } from "./prediction.ts";
import type { Asked, Reading, Shock, ShockRow } from "./shock.ts";
import { type Unit, unitOf } from "./units.ts";

/** A measurement comparable with the model: relative to before, or in months. */
export interface Measured extends Range {
  readonly of: "part of before" | "months";
  /** Converts the prediction into the unit of the row's last measurement. */
  readonly inUnit: (predicted: number) => number;
}

export const outputs = [
  "imports",
  "exports",
  "import_share",
  "output",
  "plant_capacity",
  "market_share",
  "sales_lost",
  "months_to_full",
] as const;

const shares: readonly string[] = ["import_share", "market_share"];

type Answer = Measured | NotPredicted;

export function measuredOf(shock: Shock, row: ShockRow, asked: Asked): Answer {
  const measured = readMeasured(shock, row, asked);
  return "reason" in measured || measured.low >= 0 ? measured : { reason: "a negative value is not a valid measurement" };
}

function readMeasured(shock: Shock, row: ShockRow, asked: Asked): Answer {
  const { last } = row;
  if (last === null) return { reason: "it has no measurement" };
  if (last.end <= shock.from) return { reason: "it was measured before the event took effect" };
  const unit = unitOf(row.unit);
  if (unit.kind === "fraction" && isWhole(asked) && last.high * unit.scale > 1) return { reason: "a share above 100 % is not valid" };
  if (asked.output === "months_to_full") return monthsMeasured(last, asked, unit);
  if (asked.as === "ratio") return ratioMeasured(shock, row, last, unit);
  if (asked.as === "change") return changeMeasured(shock, row, asked, last, unit);
  if (asked.as === "level") return levelMeasured(shock, row, asked, last, unit);
  return { reason: `the model predicts ratio, change and level, not "${asked.as}"` };
}

/** Whether a fraction of the quantity is a share; growth is given as a ratio or change. */
const isWhole = ({ output, as }: Asked): boolean => as === "level" || (as === "ratio" && shares.includes(output));

const notComparable = (unit: string, as: string): NotPredicted => ({ reason: `a ${as} in ${unit} cannot be compared with the model` });
const noBase: NotPredicted = { reason: "it has no base before the event" };

function monthsMeasured(last: Reading, { as }: Asked, unit: Unit): Answer {
  if (unit.kind !== "months" || as !== "level") return { reason: "months to full output are a level in a unit of time" };
  const { scale } = unit;
  return { ...scaled(last, scale), of: "months", inUnit: (months) => months / scale };
}

function ratioMeasured(shock: Shock, row: ShockRow, last: Reading, unit: Unit): Answer {
  if (row.from !== null) return relativeTo(last, baseOf(row, shock));
  return unit.kind === "fraction" ? part(scaled(last, unit.scale), (ratio) => ratio / unit.scale) : noBase;
}

/** A change has its own base or is a percentage of before; for shares, in percentage points. */
function changeMeasured(shock: Shock, row: ShockRow, asked: Asked, last: Reading, unit: Unit): Answer {
  if (row.from !== null) return relativeTo(last, baseOf(row, shock));
  if (unit.kind === "months") return notComparable(row.unit, "change");
  if (unit.kind === "fraction" && !shares.includes(asked.output)) {
    const { scale } = unit;
    return part({ low: 1 + last.low * scale, high: 1 + last.high * scale }, (ratio) => (ratio - 1) / scale);
  }
  const scale = unit.kind === "fraction" ? unit.scale : 1;
  const base = unit.kind === "fraction" ? shareBefore(shock, row) : amountBefore(shock, row);
  if (base === null || base.low <= 0) return noBase;
  const moved = scaled(last, scale);
  const ends = [moved.low / base.low, moved.low / base.high, moved.high / base.low, moved.high / base.high];
  return part({ low: 1 + Math.min(...ends), high: 1 + Math.max(...ends) }, (ratio) => ((ratio - 1) * mid(base)) / scale);
}

/** A level of capacity or lost sales is relative to before; other levels need a base. */
function levelMeasured(shock: Shock, row: ShockRow, asked: Asked, last: Reading, unit: Unit): Answer {
  if (asked.output === "sales_lost") {
    if (unit.kind !== "fraction") return notComparable(row.unit, "level of sales lost");
    const { low, high } = scaled(last, unit.scale);
    return part({ low: 1 - high, high: 1 - low }, (kept) => (1 - kept) / unit.scale);
  }
  if (unit.kind === "months") return notComparable(row.unit, "level");
  if (unit.kind === "fraction" && !shares.includes(asked.output) && row.from === null)
    return part(scaled(last, unit.scale), (level) => level / unit.scale);
  const scale = unit.kind === "fraction" ? unit.scale : 1;
  const base = unit.kind === "fraction" ? baseAsFraction(shock, row, asked, scale) : amountBefore(shock, row);
  return relativeTo(last, base, scale);
}

function relativeTo(last: Reading, base: Range | null, scale = 1): Answer {
  if (base === null || base.low <= 0) return noBase;
  return part(over(scaled(last, scale), base), (ratio) => (ratio * mid(base)) / scale);
}

function baseAsFraction(shock: Shock, row: ShockRow, { output }: Asked, scale: number): Range | null {
  if (shares.includes(output)) return shareBefore(shock, row);
  const base = baseOf(row, shock);
  return base && scaled(base, scale);
}

const part = ({ low, high }: Range, inUnit: Measured["inUnit"]): Measured => ({ low, high, of: "part of before", inUnit });
const scaled = ({ low, high }: Range, scale: number): Range => ({ low: low * scale, high: high * scale });
const over = (last: Range, base: Range): Range => ({ low: last.low / base.high, high: last.high / base.low });
const mid = ({ low, high }: Range): number => (low + high) / 2;
