import type { ChosenProgramme } from "../../../src/answers/plan/plan-report.ts";
import type { PageState } from "../state/url-state.ts";

/** Programmes that are drawn until more are asked for. */
export const firstRows = 15;

/** Those that bring less than they cost. */
export const poor = (programmes: readonly ChosenProgramme[]): readonly ChosenProgramme[] =>
  programmes.filter(({ lessCost }) => lessCost < 0);

export function shownProgrammes(programmes: readonly ChosenProgramme[], rows: PageState["rows"]): readonly ChosenProgramme[] {
  if (rows === "less") return poor(programmes);
  return rows === "all" ? programmes : programmes.slice(0, firstRows);
}
