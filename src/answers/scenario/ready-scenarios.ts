import { LevermapError } from "../../base/errors.ts";
import { readyFiles } from "../shared/asked-file.ts";
import { readScenarioText } from "./scenario-file.ts";
import type { ScenarioList } from "./simulate-report.ts";

/** The ready scenarios: their names, and one of them. Throws LM_SCENARIO_UNKNOWN, with those near in spelling. */
export const { ids: readyScenarioIds, ready: readyScenario } = readyFiles(
  "scenarios",
  readScenarioText,
  (id, hint, near) => new LevermapError("LM_SCENARIO_UNKNOWN", `"${id}" is not a ready scenario${hint}`, { scenario: id, near }),
);

/** The day that a measure says first: of a control whose days are those of the atlas, of its announcement. */
const firstDay = (measure: { readonly from?: string | undefined; readonly announced?: string | undefined }): string | readonly [] =>
  measure.from ?? measure.announced ?? [];

/** The ready scenarios in short. */
export function listScenarios(): ScenarioList {
  return {
    scenarios: readyScenarioIds().map((id) => {
      const { name, about, measures } = readyScenario(id);
      const days = measures.flatMap((measure) => Object.values(measure).flatMap((each) => (each ? firstDay(each) : []))).sort();
      return {
        id,
        name,
        about: about?.trim() ?? null,
        kinds: [...new Set(measures.flatMap((measure) => Object.keys(measure)))],
        from: days[0] ?? null,
      };
    }),
  };
}
