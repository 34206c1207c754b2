import type { z } from "zod";
import { quantile } from "../../measure/bootstrap.ts";
import { disruptionVariants } from "../../measure/citations/disruption.ts";
import { countByRight } from "../../measure/patents/applications.ts";
import { type FollowUpShare, filingBreadth, findFollowUps, followUpShare } from "../../measure/patents/follow-up.ts";
import { familyRules } from "../../measure/patents/inventions.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";
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

/** A number of each document summed over several. */
export const sum = (documents: readonly PortfolioDocument[], of: (document: PortfolioDocument) => number): number =>
  documents.reduce((total, document) => total + of(document), 0);

/** How much is known of the documents of a technology. */
export function coverageOf({ documents, units, data }: Portfolio): TechnologyPatents["coverage"] {
  const count = (holds: (document: PortfolioDocument) => boolean): number => documents.filter(holds).length;
  const offices = new Map<string, number>();
  for (const { row } of documents) offices.set(row.office, (offices.get(row.office) ?? 0) + 1);
  return {
    documents: documents.length,
    units: units.length,
    counts: countByRight(documents.map(({ row }) => row)),
    joins: familyRules.map((rule) => ({ rule, documents: count(({ row }) => row.unit_rule === rule) })),
    withFamily: count(({ row }) => row.family !== null),
    withHolder: count(({ holders }) => holders.length > 0),
    references: sum(documents, ({ row }) => row.cites),
    referencesWithClass: sum(documents, ({ row }) => row.originality_documents),
    withFiling: count(({ row }) => row.filed !== null),
    withReferences: count(({ referencesWhole }) => referencesWhole),
    withText: count(({ row }) => row.backward !== null),
    withEvents: count(({ record }) => record.events.length > 0),
    offices: [...offices]
      .map(([office, number]) => ({ office, documents: number }))
      .sort((a, b) => b.documents - a.documents || (a.office < b.office ? -1 : 1)),
    rules: data.rules,
  };
}

/** Sums up how much of some families is follow-up; families by their place in the portfolio. */
export type FollowUpOf = (members: readonly number[]) => FollowUpShare;

/** Tells the follow-up families of a technology. A family has the first known value of its documents in order of their day. */
export function createFollowUps({ units }: Portfolio): FollowUpOf {
  const status = followUpStatus(units);
  const breadth = Float64Array.from(units, (unit) =>
    unit.some(({ row }) => row.unit_rule !== "alone") ? filingBreadth(unit.map(({ row }) => row.office)) : Number.NaN,
  );
  return (members) => followUpShare(members, status, breadth);
}

/** Which families are follow-up, by their place; {@link findFollowUps}. */
export function followUpStatus(units: Portfolio["units"]): Int8Array {
  const column = (value: (document: PortfolioDocument) => number | null): Float64Array =>
    Float64Array.from(units, (unit) => unit.map(value).find((one) => one !== null) ?? Number.NaN);
  return findFollowUps({
    technology: new Int32Array(units.length),
    year: Int32Array.from(units, priorityYear),
    originality: column(({ row }) => row.originality),
    backwardSimilarity: column(({ row }) => row.backward),
    disruption: column((document) => disruptionOf(document, "ever")),
  });
}

/** Year of the earliest priority, else filing, else document; 0 unknown. */
export function priorityYear(unit: readonly PortfolioDocument[]): number {
  const earliest = (dates: readonly (string | null)[]): string | undefined => dates.filter((date) => date !== null).sort()[0];
  const rows = unit.map(({ row }) => row);
  const date = earliest(rows.map((row) => row.priority)) ?? earliest(rows.map((row) => row.filed)) ?? earliest(rows.map((row) => row.day));
  return date === undefined ? 0 : Number(date.slice(0, 4));
}
