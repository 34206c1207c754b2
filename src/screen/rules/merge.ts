import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";

type Statement = Row<"control_rule">;

/** What is known of a rule from all statements about it. */
export interface Rule extends Omit<Statement, "origin"> {
  /** Who states something of it, the most trusted first. */
  readonly origins: readonly string[];
  /** Days on which the statements disagree. */
  readonly disputed: readonly { readonly column: "published" | "effective" | "ends"; readonly values: readonly string[] }[];
}

/** Facts with a document read for each stand before tables, tables before the dates that an author gives to an act. */
const trust = ["atlas", "federal-register-table", "federal-register-records", "act"];
const days = ["published", "effective", "ends"] as const;

/** One rule for each id: what the most trusted statement knows, the others filling what it leaves open. In order of their days. */
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
