import type { z } from "zod";
import type { spreadSchema } from "./technology-patents-report.ts";

export type Spread = z.infer<typeof spreadSchema>;

/** Mean and quartiles of the known values, linear between neighbours in order. */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const quantile = (part: number): number | null => {
    const place = part * (known.length - 1);
    const below = known[Math.floor(place)];
    const above = known[Math.ceil(place)];
    return below === undefined || above === undefined ? null : below + (place - Math.floor(place)) * (above - below);
  };
  return {
    mean: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
    median: quantile(0.5),
    lowerQuartile: quantile(0.25),
    upperQuartile: quantile(0.75),
    documents: known.length,
    of: values.length,
  };
}
