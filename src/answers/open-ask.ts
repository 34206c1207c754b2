import { LevermapError } from "../base/errors.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Ask } from "./ask.ts";
import { answerChanges } from "./changes.ts";
import { answerChokepoints, type Ranking, rankChokepoints } from "./chokepoints.ts";
import { answerMap } from "./map.ts";
import { type ReadModel, readModel } from "./read-model.ts";
import { answerStatus } from "./status.ts";
import { answerTechnologies, answerTechnology } from "./technologies.ts";

export interface AskOptions {
  /** The day the map is read as of, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** Answers from one open workspace. The model is read once for each data set asked for; open a new one after loading. */
export function openAsk(workspace: Workspace, { asOf }: AskOptions): Ask {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new LevermapError("LM_USAGE", `A date is YYYY-MM-DD, not "${asOf}".`, { asOf });
  const models = new Map<string, Promise<ReadModel>>();
  const read = (source?: string): Promise<ReadModel> => {
    const key = source ?? "";
    const known = models.get(key) ?? readModel(workspace, source === undefined ? { asOf } : { asOf, dataset: source });
    models.set(key, known);
    return known;
  };
  const rankings = new Map<string, Promise<Ranking>>();
  const ranking = (home?: string, source?: string): Promise<Ranking> => {
    const key = `${source ?? ""}|${home ?? ""}`;
    const known = rankings.get(key) ?? read(source).then((model) => rankChokepoints(model, home));
    rankings.set(key, known);
    known.catch(() => rankings.delete(key));
    return known;
  };
  return {
    map: async ({ home }) => answerMap(await read(), await ranking(home)),
    chokepoints: async (options) => answerChokepoints(await read(options.source), options, await ranking(options.home, options.source)),
    technologies: async () => answerTechnologies(await read()),
    technology: async (id) => answerTechnology(await read(), id, await ranking()),
    status: () => answerStatus(workspace),
    changes: ({ source }) => answerChanges(workspace, source),
  };
}
