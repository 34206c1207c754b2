import { readFile, stat } from "node:fs/promises";
import type { ScenarioQuestion } from "../answers/ask-scenarios.ts";
import { readyScenario, readyScenarioIds } from "../answers/ready-scenarios.ts";
import { LevermapError } from "../base/errors.ts";

/** Larger than any scenario; what is larger is not read. */
const mostBytes = 1 << 20;

/**
 * A ready scenario by its name, else a file of your own. Throws LM_SCENARIO_UNKNOWN where it is neither, LM_FILE_UNREADABLE, and LM_SCENARIO_INVALID for a
 * file over 1 MB.
 *
 * @example
 * const { finding } = await map.simulate({ ...(await scenarioQuestion("my-scenario.yaml")), draws: 5_000 });
 */
export async function scenarioQuestion(idOrPath: string): Promise<ScenarioQuestion> {
  if (readyScenarioIds().includes(idOrPath)) return { id: idOrPath };
  const found = await stat(idOrPath).catch(() => null);
  if (found === null) {
    if (!/[/\\]|\.ya?ml$/.test(idOrPath)) readyScenario(idOrPath);
    throw new LevermapError("LM_FILE_NOT_FOUND", `No scenario file ${idOrPath}`, { path: idOrPath });
  }
  if (!found.isFile()) throw new LevermapError("LM_FILE_UNREADABLE", `${idOrPath} is no file`, { path: idOrPath });
  if (found.size > mostBytes) throw new LevermapError("LM_SCENARIO_INVALID", `${idOrPath} is larger than 1 MB`, { path: idOrPath });
  const text = await readFile(idOrPath, "utf8").catch((thrown: Error) => {
    throw new LevermapError("LM_FILE_UNREADABLE", `Cannot read ${idOrPath}: ${thrown.message}`, { path: idOrPath });
  });
  return { text, place: idOrPath };
}
