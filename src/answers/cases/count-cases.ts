import { type CaseLine, type CaseState, caseStates } from "../../screen/cases/case-state.ts";

/** How many cases are in each state. */
export type CaseCounts = Readonly<Record<CaseState, number>>;

export const countCases = (cases: readonly Pick<CaseLine, "state">[]): CaseCounts =>
  Object.fromEntries(caseStates.map((state) => [state, cases.filter((each) => each.state === state).length])) as CaseCounts;
