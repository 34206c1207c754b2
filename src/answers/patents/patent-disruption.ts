import type { z } from "zod";
import { disruptionVariants } from "../../measure/citations/disruption-variants.ts";
import { quantile } from "../../measure/quantile.ts";
import type { PortfolioDocument } from "./patent-portfolio.ts";
import type { spreadSchema, TechnologyPatents } from "./technology-patents-report.ts";

/** CD of all later documents, of five years, or of all later ones without n_k. */
export type DisruptionVariant = "ever" | "fiveYears" | "bare";

/** The disruption of a document; `null` where references of it are missing or it is undefined. */
export function disruptionOf({ row, referencesWhole }: PortfolioDocument, variant: DisruptionVariant): number | null {
  const [ni, nj, nk] = variant === "fiveYears" ? [row.ni_5y, row.nj_5y, row.nk_5y] : [row.ni, row.nj, row.nk];
  if (!referencesWhole || ni === null || nj === null || nk === null) return null;
  const found = disruptionVariants({ focalOnly: ni, both: nj, referencesOnly: nk });
  return variant === "bare" ? found.withoutReferences : found.disruption;
}

/** How the disruption of documents is spread, and how many consolidate or disrupt. */
export function disruptionSpread(documents: readonly PortfolioDocument[]): TechnologyPatents["disruption"] {
  const values = (variant: DisruptionVariant): readonly (number | null)[] => documents.map((document) => disruptionOf(document, variant));
  const ever = values("ever");
  const counted = (holds: (value: number) => boolean): number => ever.filter((value) => value !== null && holds(value)).length;
  return {
    ever: spreadOf(ever),
    fiveYears: spreadOf(values("fiveYears")),
    withoutReferences: spreadOf(values("bare")),
    consolidating: counted((value) => value < 0),
    neutral: counted((value) => value === 0),
    disruptive: counted((value) => value > 0),
  };
}

type Spread = z.infer<typeof spreadSchema>;

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
