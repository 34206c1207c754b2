import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";

type Statement = Row<"control_rule">;

/** A rule merged from all statements about it. */
export interface Rule extends Omit<Statement, "origin"> {
  /** Sources, most trusted first. */
  readonly origins: readonly string[];
  /** Dates on which they disagree. */
  readonly disputed: readonly { readonly column: "published" | "effective" | "ends"; readonly values: readonly string[] }[];
}

/** Order of trust: documents read for a fact, tables, dates given by an act's author. */
const trust = ["atlas", "federal-register-table", "federal-register-records", "act"];
const days = ["published", "effective", "ends"] as const;

/** One rule per id: the most trusted statement, gaps filled by others. Ordered by day. */
export function mergeRules(statements: readonly Statement[]): readonly Rule[] {
  return [...groupBy(statements, ({ id }) => id).values()]
    .map(merged)
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id));
}

const dayOf = ({ effective, published }: Rule): string => effective ?? published ?? "";

const rank = ({ origin }: Statement): number => (trust.includes(origin) ? trust.indexOf(origin) : trust.length);

function merged(statements: readonly Statement[]): Rule {
  const [first, ...others] = [...statements].sort((a, b) => rank(a) - rank(b)) as [Statement, ...Statement[]];
  const { origin: _, ...facts } = first;
  const filled = Object.fromEntries(
    Object.entries(facts).map(([column, value]) => [
      column,
      value ?? others.map((other) => other[column as keyof typeof facts]).find(Boolean) ?? null,
    ]),
  ) as typeof facts;
  const disputed = days.flatMap((column) => {
    const values = [...new Set([first, ...others].flatMap((each) => each[column] ?? []))];
    return values.length > 1 ? [{ column, values }] : [];
  });
  return { ...filled, origins: [...new Set([first, ...others].map(({ origin }) => origin))], disputed };
}
