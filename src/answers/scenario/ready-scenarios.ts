import { readdirSync, readFileSync } from "node:fs";
import { bundledFile } from "../../base/data-folder.ts";
import { LevermapError } from "../../base/errors.ts";
import { nearNames } from "../../link/near-name.ts";
import { readScenarioText, type ScenarioFile } from "./scenario-file.ts";
import { meant } from "./scenario-parties.ts";
import type { ScenarioList } from "./simulate-report.ts";

const ending = ".yaml";

/** Names of the ready scenarios of the bundled data, in alphabetical order. */
export const readyScenarioIds = (): readonly string[] =>
  readdirSync(bundledFile("scenarios"))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

/** A ready scenario. Throws LM_SCENARIO_UNKNOWN, with those near in spelling. */
export function readyScenario(id: string): ScenarioFile {
  const known = readyScenarioIds();
  if (!known.includes(id))
    throw new LevermapError("LM_SCENARIO_UNKNOWN", `"${id}" is not a ready scenario${meant(nearNames(id, known, 2)) || "."}`, {
      scenario: id,
    });
  return readScenarioText(id, readFileSync(bundledFile(`scenarios/${id}${ending}`), "utf8"));
}

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
