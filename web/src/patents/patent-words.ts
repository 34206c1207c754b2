import type { PatentCard } from "../../../src/answers/patents/patent-card.ts";
import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { counted, numberRange, percentRange } from "../../../src/base/format.ts";
import { type Expiry, type ExpiryYear, expiryColumns, lapsing } from "./expiry-columns.ts";

/** An expected number, such as `2` or `0.5 to 3.1`. */
const expected = ({ low, high }: { readonly low: number; readonly high: number }): string => numberRange(low, high);

/** How many of the documents of a year are expected in force; what nobody can tell is said, never counted as 0. */
export function inForceWords({ byTerm, inForce, statusUnknown }: ExpiryYear): string {
  if (statusUnknown === 0) return expected(inForce);
  return statusUnknown === byTerm ? "unknown" : `${expected(inForce)}, ${statusUnknown} unknown`;
}

/** How many of all are expected in force. */
export function statusWords({ low, high, known, unknown, notGranted }: TechnologyPatents["inForce"]): string {
  const parts = [
    known > 0 ? `${expected({ low, high })} expected of ${counted(known, "granted document", "granted documents")}` : "",
    unknown > 0 ? `unknown of ${unknown}` : "",
    notGranted > 0 ? `${notGranted} not granted` : "",
  ];
  return parts.filter(Boolean).join("; ") || "no document";
}

/** What the columns of expiry show, in a sentence. */
export function expirySummary({ years, unknown }: Expiry, asOf: string): string {
  const rest = unknown > 0 ? ` Of ${unknown} the end is unknown.` : "";
  const columns = expiryColumns(years);
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return `No end of a term is known.${rest}`;
  const now = Number(asOf.slice(0, 4));
  const total = (of: readonly ExpiryYear[]): number => of.reduce((sum, column) => sum + lapsing(column), 0);
  const most = columns.reduce((greatest, column) => (lapsing(column) > lapsing(greatest) ? column : greatest), first);
  const span = first === last ? `in ${first.year}` : `from ${first.year} to ${last.year}, most in ${most.year} (${lapsing(most)})`;
  const past = total(columns.filter(({ year }) => year < now));
  return `Terms of ${counted(total(columns), "document", "documents")} end ${span}; ${past} of them before ${now}.${rest}`;
}

const bases: Readonly<Record<NonNullable<PatentCard["inForce"]>["basis"], string>> = {
  "not-granted": "not granted, or not yet",
  ended: "an event ended it",
  term: "its term is over",
  events: "the events of its office are loaded, and none has ended it",
  survival: "by survival of patents of its office and age",
  unknown: "nothing tells",
};

/** The last day of a term, and what it leaves out. */
export function termWords(life: PatentCard["inForce"]): string {
  if (life === null || life.termEnd === null) return "unknown";
  return `${life.termEnd}, fees aside${life.adjustmentDays === null ? "; days of adjustment unknown" : ""}`;
}

/** Whether a document is in force, and what tells so. */
export function lifeWords(life: PatentCard["inForce"]): string {
  if (life === null) return "unknown, its own record is not loaded";
  const { low, high, basis } = life;
  if (low === null || high === null) return `unknown: ${bases[basis]}`;
  const chance = low === 1 ? "yes" : high === 0 ? "no" : `chance ${percentRange(low, high)}`;
  return `${chance}: ${bases[basis]}`;
}
