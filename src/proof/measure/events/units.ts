/** What a unit measures: a share, a duration, or an amount comparable only with another amount. */
export type Unit =
  | { readonly kind: "fraction"; readonly scale: number }
  | { readonly kind: "months"; readonly scale: number }
  | { readonly kind: "amount" };

const fractions: ReadonlyMap<string, number> = new Map([
  ...["pct", "percent", "per cent", "%", "pp", "percentage points"].map((name) => [name, 0.01] as const),
  ...["fraction", "share", "ratio", "part", "1", ""].map((name) => [name, 1] as const),
]);

const times: ReadonlyMap<string, number> = new Map(
  (
    [
      ["day", 12 / 365.25],
      ["week", 84 / 365.25],
      ["month", 1],
      ["quarter", 3],
      ["year", 12],
    ] as const
  ).flatMap(([name, months]) => [[name, months] as const, [`${name}s`, months] as const]),
);

/** Reads a unit. `scale` converts to a fraction or to months. */
export function unitOf(text: string): Unit {
  const name = text.trim().toLowerCase();
  const fraction = fractions.get(name);
  if (fraction !== undefined) return { kind: "fraction", scale: fraction };
  const time = times.get(name);
  return time === undefined ? { kind: "amount" } : { kind: "months", scale: time };
}
