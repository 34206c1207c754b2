import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import type { Rule } from "./merge.ts";

/** A control of the atlas by what it cites. */
export type Citing = Pick<Row<"withheld">, "issuer" | "citation">;

/** Rules that are loaded, looked up without going through all of them. */
export interface RuleTimeline {
  /** In the order of their days. */
  readonly rules: readonly Rule[];
  /** The last day of which the loaded timeline tells: that of the latest document in it. `null` if nothing is loaded. */
  readonly end: string | null;
  /** The rules that suspend a rule, in the order of their days. */
  suspensionsOf(id: string): readonly Rule[];
  /** The rule that a control cites, the first where several are parts of one document; `null` if it is in no timeline. */
  cited(control: Citing): Rule | null;
}

/** Whether a control of the atlas cites a rule, or a part of it. */
export const citesRule = (control: Citing, { issuer, citation }: Rule): boolean =>
  issuer === control.issuer && citation !== null && citation === control.citation;

/** `rules` in the order of their days, as `mergeRules` gives them. */
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
