import { disruptionVariants } from "../../measure/citations/disruption.ts";
import type { PortfolioDocument } from "./patent-portfolio.ts";
import { spreadOf } from "./spread.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

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
