import { pick } from "../../../base/collections.ts";
import { yearOf } from "../../../base/days.ts";
import type { HeldFamilies, HeldFamilyDocument } from "../../../corpus/held-families.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { perApplication } from "../../../measure/patents/applications.ts";
import { expiryCliff } from "../../../measure/patents/expiry.ts";
import { countingUnits } from "../../../measure/patents/families.ts";
import { endedOn, type InForce, inForce, type LegalRecord, type Survival, undatedEnd } from "../../../measure/patents/in-force.ts";
import { rightOf } from "../../../measure/patents/rights.ts";
import { termEnd } from "../../../measure/patents/term.ts";
import type { PortfolioReport } from "./portfolio-report.ts";

/** A document of the holder with its status on the day of the question. */
export interface OwnDocument extends HeldFamilyDocument {
  readonly record: LegalRecord;
  readonly status: InForce;
}

/** The documents of the holder that count, and the families they make. */
export interface OwnFamilies {
  readonly documents: readonly OwnDocument[];
  readonly families: readonly (readonly OwnDocument[])[];
}

/** Takes the documents of some technologies only, and with an office those only of families with a document there. */
export function ownFamilies(
  { documents, legal }: HeldFamilies,
  scope: ReadonlySet<string> | null,
  office: string | null,
  on: { readonly day: number; readonly survival: ReadonlyMap<string, Survival> },
): OwnFamilies {
  const chosen = documents.filter(({ technologies }) => scope === null || technologies.some((each) => scope.has(each)));
  const unitOf = countingUnits(chosen.map(({ unit }) => unit));
  const families: OwnDocument[][] = [];
  chosen.forEach((document, i) => {
    const record = legal.get(document.document)!;
    const family = families[unitOf[i]!] ?? [];
    families[unitOf[i]!] = family;
    family.push({ ...document, record, status: inForce(record, on.day, on.survival) });
  });
  const there = families.filter((family) => office === null || family.some((document) => document.office === office));
  return { families: there, documents: there.flat() };
}

/** One document of each application for an invention, at one office if one is asked for. */
export const applicationsAt = ({ documents }: OwnFamilies, office: string | null): readonly OwnDocument[] =>
  perApplication(
    documents.filter((each) => rightOf(each.type) === "invention" && (office === null || each.office === office)),
    (document) => document,
  );

/** What lapses in which year; of one office, if one is asked for. */
export function expiryOf(own: OwnFamilies, office: string | null, day: number): PortfolioReport["expiry"] {
  const { years, unknown, notGranted } = expiryCliff(
    applicationsAt(own, office).map(({ record, status }) => ({ record, status, weight: null })),
    day,
  );
  return {
    years: years.map((line) => pick(line, "year", "byEvent", "byTerm", "inForce", "statusUnknown")),
    unknown,
    notGranted,
  };
}

/** The chance of the likeliest of several documents to be in force, up to 1 where of one nothing is known; `null` where of none anything is. */
export function likeliest(statuses: readonly InForce[]): Bounds | null {
  const known = statuses.flatMap(({ q }) => q ?? []);
  if (known.length === 0) return null;
  return {
    low: Math.max(...known.map(({ low }) => low)),
    high: known.length < statuses.length ? 1 : Math.max(...known.map(({ high }) => high)),
  };
}

/** The last year in which one of several documents can be in force, as known on a day; `null` where of one it is unknown. */
export function lapseOf(documents: readonly { readonly record: LegalRecord; readonly status: InForce }[], day: number): number | null {
  const granted = documents.filter(({ status }) => status.basis !== "not-granted");
  const ends = granted.map(({ record }) => {
    const ended = endedOn(record.events.filter((event) => event.day === null || event.day <= day));
    return ended === undatedEnd ? null : (ended ?? termEnd(record));
  });
  return ends.length === 0 || ends.includes(null) ? null : yearOf(Math.max(...(ends as number[])));
}

export const averageYear = 365.2425;

/** Years from the filing of a document to a day, or at least so many from its publication; `null` with neither. */
export function ageOn({ record, dayNumber }: Pick<OwnDocument, "record" | "dayNumber">, day: number): number | null {
  const from = record.filingDay ?? dayNumber;
  return from === null ? null : (day - from) / averageYear;
}

/** Years from filing to grant; `null` where one of the days is unknown. */
export const yearsToGrant = ({ record: { filedDay, grantDay } }: OwnDocument): number | null =>
  filedDay === null || grantDay === null ? null : (grantDay - filedDay) / averageYear;
