import type { z } from "zod";
import { quantile } from "../../measure/bootstrap.ts";
import type { spreadSchema } from "./technology-patents-report.ts";

export type Spread = z.infer<typeof spreadSchema>;

/** Mean and quartiles of the known values, linear between neighbours in order. */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (part: number): number | null => (known.length === 0 ? null : quantile(known, part));
  return {
    mean: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
    median: at(0.5),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
    documents: known.length,
    of: values.length,
  };
}
