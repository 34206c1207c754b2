import { groupBy } from "../../base/collections.ts";
import { lastDay } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";
import type { Rule } from "./merge.ts";

export type Citing = Pick<Row<"withheld">, "issuer" | "citation">;

/** Indexed rules. */
export interface RuleTimeline {
  /** By day. */
  readonly rules: readonly Rule[];
  /** Day of the latest loaded document; `null` without any. */
  readonly end: string | null;
  /** Day of the newest rule of all, those of the atlas too; `null` without any. */
  readonly newest: string | null;
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
    end: newestOf(rules.filter(({ origins }) => origins.some((origin) => origin !== "atlas"))),
    newest: newestOf(rules),
    suspensionsOf: (id) => suspensions.get(id)?.map(({ rule }) => rule) ?? [],
    cited: (control) => cited.get(control.citation)?.find((rule) => citesRule(control, rule)) ?? null,
  };
}

const suspended = ({ suspends }: Rule): readonly string[] => suspends?.split(";") ?? [];

const newestOf = (rules: readonly Rule[]): string | null => lastDay(rules.map(({ published }) => published));
