import type { Range } from "./known-parameters.ts";
import { type Asked, isAll, membershipIn, type Party, type Reading, type Shock, type ShockRow, sameParty } from "./shock.ts";
import { unitOf } from "./units.ts";

/** A row's first measurement that began before the effect. */
export const baseOf = (row: ShockRow, { from }: Shock): Reading | null => (row.from !== null && row.from.start < from ? row.from : null);

/** Whether two rows measure the same quantity, so that one's base serves the other. */
function sameQuantity(a: Asked, b: Asked): boolean {
  return (
    a.output === b.output &&
    (a.technology?.id ?? a.technology?.name) === (b.technology?.id ?? b.technology?.name) &&
    sameParty(a.economy, b.economy) &&
    ((isAll(a.partner) && isAll(b.partner)) || sameParty(a.partner, b.partner)) &&
    sameParty(a.organisation, b.organisation)
  );
}

/** A row and the others of its event on the same quantity. */
const onSameQuantity = ({ rows }: Shock, row: ShockRow): readonly ShockRow[] => [
  row,
  ...rows.filter((other) => other !== row && row.asked && other.asked && sameQuantity(row.asked, other.asked)),
];

/** Share before the event, as a fraction, from the row or another on the same quantity. */
export function shareBefore(shock: Shock, row: ShockRow): Range | null {
  for (const each of onSameQuantity(shock, row)) {
    const [base, unit] = [baseOf(each, shock), unitOf(each.unit)];
    if (base && unit.kind === "fraction" && base.low >= 0 && base.high * unit.scale <= 1)
      return { low: base.low * unit.scale, high: base.high * unit.scale };
  }
  return null;
}

/** Amount before the event in the same unit. */
export function amountBefore(shock: Shock, row: ShockRow): Range | null {
  for (const each of onSameQuantity(shock, row)) {
    const base = each.unit === row.unit ? baseOf(each, shock) : null;
    if (base) return base;
  }
  return null;
}

/** Senders' share of an economy's imports before the event, from the event's own rows: amounts, else shares; `null` without either. */
export function sendersPart(shock: Shock, economy: Party, technology: string): Range | null {
  const rows = shock.rows.filter(({ asked }) => asked && sameParty(asked.economy, economy) && asked.technology?.id === technology);
  const fromSender = (row: ShockRow): boolean => row.asked?.partner != null && membershipIn(row.asked.partner, shock.senders) === "in";
  const imports = rows.filter(({ asked }) => asked?.output === "imports");
  for (const all of imports.filter(({ asked }) => isAll(asked!.partner))) {
    const whole = baseOf(all, shock);
    const parts = imports.filter((row) => fromSender(row) && row.unit === all.unit && sameDays(baseOf(row, shock), whole));
    const summed = sumOf(parts, shock, baseOf);
    if (whole && whole.low > 0 && summed) return clamped({ low: summed.low / whole.high, high: summed.high / whole.low });
  }
  const shares = rows.filter((row) => row.asked?.output === "import_share" && fromSender(row));
  const summed = sumOf(shares, shock, (row) => shareBefore(shock, row));
  return summed && clamped(summed);
}

const sameDays = (a: Reading | null, b: Reading | null): boolean => a !== null && b !== null && a.start === b.start && a.end === b.end;

/** Sum over all senders; a floor if one of them is missing. */
function sumOf(rows: readonly ShockRow[], shock: Shock, rangeOf: (row: ShockRow, shock: Shock) => Range | null): Range | null {
  const parts = new Map<string, Range>();
  for (const row of rows) {
    const [name, range] = [row.asked?.partner?.id ?? row.asked?.partner?.name ?? "", rangeOf(row, shock)];
    if (range && !parts.has(name)) parts.set(name, { low: range.low, high: range.high });
  }
  if (parts.size === 0) return null;
  const sum = [...parts.values()].reduce((total, part) => ({ low: total.low + part.low, high: total.high + part.high }));
  return parts.size >= shock.senders.length ? sum : { low: sum.low, high: Number.POSITIVE_INFINITY };
}

const clamped = ({ low, high }: Range): Range => ({ low: Math.min(1, low), high: Math.min(1, high) });
