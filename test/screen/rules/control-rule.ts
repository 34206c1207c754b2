import type { Row } from "../../../src/base/tables.ts";
import { mergeRules, type Rule } from "../../../src/screen/rules/timeline.ts";

/** An invented statement about a rule. */
export const statement = (over: Partial<Row<"control_rule">>): Row<"control_rule"> => ({
  id: "r",
  issuer: "NO",
  kind: null,
  type: "Rule",
  title: "Rule",
  citation: null,
  published: null,
  effective: null,
  ends: null,
  end_known: null,
  suspends: null,
  origin: "act",
  url: null,
  source: null,
  grade: null,
  note: null,
  ...over,
});

export const controlRule = (over: Partial<Row<"control_rule">>): Rule => mergeRules([statement(over)])[0] as Rule;
