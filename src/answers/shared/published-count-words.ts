import { count, numberRange, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";

/** Says of every answer with such counts what they are not. */
export const publishedCountsLimit =
  "Published counts are each as their source counted: applications, grants and families are different things and are never added up.";

interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

/** The figure of a count with its unit: `1,500 documents`, `at least 840 families`, `28%`, `no. 2`. */
export function countFigure(line: Figure): string {
  const { low, high, unit } = line;
  if (!hasUnit(line)) return bareFigure(line);
  return `${bareFigure(line)} ${(high ?? low) === 1 ? (singular[unit] ?? unit) : unit}`;
}

/** The same without the unit where it is a word. */
export function bareFigure({ low, high, unit }: Figure): string {
  if (unit === "fraction") return percentRange(low, high);
  return unit === "rank" ? `${say("published-count-words.no")} ${numberRange(low, high)}` : exactRange(low, high);
}

/** Per cent and ranks say themselves what they are. */
export const hasUnit = ({ unit }: Pick<Figure, "unit">): boolean => unit !== "fraction" && unit !== "rank";

const singular: Readonly<Record<string, string>> = {
  grants: "grant",
  applications: "application",
  families: "family",
  documents: "document",
  papers: "paper",
};

/** `660`, `600 to 700`, `at least 600`: every digit, as the source has it. */
function exactRange(low: number | null, high: number | null): string {
  if (low === null && high === null) return "unknown";
  if (low === null || high === null)
    return low === null
      ? say("published-count-words.at-most", { high: count(high!) })
      : say("published-count-words.at-least", { low: count(low) });
  return low === high ? count(low) : say("published-count-words.to", { low: count(low), high: count(high) });
}

/** Counts with the same key are parts of one table of one source, and can be compared. */
export const statementOf = ({ technology, source, scope, counted, unit, years }: Statement): string =>
  JSON.stringify([technology, source, scope, counted, unit, years]);

type Statement = Readonly<Record<"technology" | "scope" | "counted" | "unit" | "years", string>> & { readonly source: string | null };
