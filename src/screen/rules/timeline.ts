import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import type { Rule } from "./merge.ts";

export type Citing = Pick<Row<"withheld">, "issuer" | "citation">;

/** Indexed rules. */
export interface RuleTimeline {
  /** By day. */
  readonly rules: readonly Rule[];
  /** Day of the latest loaded document; `null` without any. */
  readonly end: string | null;
  /** Rules that suspend a rule, by day. */
  suspensionsOf(id: string): readonly Rule[];
  /** The rule cited by a control, the first of several in one document; `null` if not loaded. */
  cited(control: Citing): Rule | null;
}

/** Whether a control cites a rule or a part of it. */
export const citesRule = (control: Citing, { issuer, citation }: Rule): boolean =>
  issuer === control.issuer && citation !== null && citation === control.citation;

/** `rules` ordered by day, from `mergeRules`. */
export function createTimeline(rules: readonly Rule[]): RuleTimeline {
  const suspensions = groupBy(
    rules.flatMap((rule) => suspended(rule).map((of) => ({ of, rule }))),
    ({ of }) => of,
  );
  const cited = groupBy(rules, ({ citation }) => citation ?? "");
  return {
    rules,
    end: endOf(rules),
    suspensionsOf: (id) => suspensions.get(id)?.map(({ rule }) => rule) ?? [],
    cited: (control) => cited.get(control.citation)?.find((rule) => citesRule(control, rule)) ?? null,
  };
}

const suspended = ({ suspends }: Rule): readonly string[] => suspends?.split(";") ?? [];

function endOf(rules: readonly Rule[]): string | null {
  let end: string | null = null;
  for (const { origins, published } of rules) {
    if (published === null || (end !== null && published <= end)) continue;
    if (origins.some((origin) => origin !== "atlas")) end = published;
  }
  return end;
}
