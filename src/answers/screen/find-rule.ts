import { nameKey } from "../../link/name-key.ts";
import type { Rule } from "../../screen/rules/merge.ts";

/** The rule of an id or a citation, however it is written; `null` if there is none. Several have one citation where they are parts of it: the first. */
export function findRule(rules: readonly Rule[], wanted: string): Rule | null {
  const key = nameKey(wanted);
  if (key === "") return null;
  return (
    rules.find(({ id }) => nameKey(id) === key) ?? rules.find(({ citation }) => citation !== null && nameKey(citation) === key) ?? null
  );
}
