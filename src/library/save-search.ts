import { askedSearch, requireSearchName } from "../answers/patents/search/patent-search.ts";
import { measureLimits } from "../answers/shared/measured.ts";
import { readModel } from "../answers/shared/read-model.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { findAll } from "../corpus/search/run-search.ts";
import { endSearch, keepSearch, readSavedSearches, type SavedSearch } from "../workspace/saved-searches.ts";
import { dayOf, requireDay } from "./day.ts";
import { withWorkspace } from "./with-workspace.ts";

export interface SaveSearchRequest {
  /** One word: `saved:NAME` and `set:NAME` name it in other searches. */
  readonly name: string;
  readonly query: string;
  /** Day on which states are asked for, `YYYY-MM-DD`; default today (UTC). */
  readonly asOf?: string | undefined;
}

/** Documents that a kept search may have. */
const mostDocuments = 200_000;

/**
 * Keeps a search on patents with what it finds now: the set `set:NAME`, and what `watch` compares with. An earlier one of the name ends;
 * `saved:NAME` alone is that one begun anew. Throws LM_SEARCH_INVALID, LM_USAGE for a bad name or over 200,000 documents,
 * LM_TECHNOLOGY_UNKNOWN, LM_NOT_MEASURED, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await saveSearch("./levermap-data", { name: "bonding", query: 'title:"hybrid bonding" day:2015..' });
 */
export async function saveSearch(
  dir: string,
  { name: wanted, query: written, asOf }: SaveSearchRequest,
  effects: Effects = quietEffects,
): Promise<SavedSearch> {
  const name = requireSearchName(wanted);
  const day = asOf === undefined ? dayOf(effects.clock.now()) : requireDay(asOf);
  return withWorkspace(dir, { what: "patents keep" }, effects, async (workspace) => {
    await measureLimits(workspace);
    const saved = await readSavedSearches(workspace);
    const again = written.trim() === `saved:${name}` ? saved.find((each) => each.name === name) : undefined;
    const query = again?.query ?? written.trim();
    const one = { name, query, documents: [], savedAt: effects.clock.now().toISOString() };
    const others = saved.filter((each) => each.name !== name);
    const documents = await findAll(workspace, askedSearch(await readModel(workspace, { asOf: day }), [...others, one], query));
    if (documents.length > mostDocuments)
      throw new LevermapError("LM_USAGE", `The search finds ${documents.length} documents; at most ${mostDocuments} are kept. Narrow it.`, {
        name,
      });
    const kept = { ...one, documents };
    await keepSearch(workspace, kept);
    return kept;
  });
}

/** Ends a kept search. Throws LM_USAGE where there is none of the name, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY. */
export function forgetSearch(dir: string, name: string, effects: Effects = quietEffects): Promise<void> {
  return withWorkspace(dir, { what: "patents forget" }, effects, async (workspace) => {
    if (await endSearch(workspace, name, effects.clock.now().toISOString())) return;
    throw new LevermapError("LM_USAGE", `No search is kept as "${name}".`, { name });
  });
}
