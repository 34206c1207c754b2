import { LevermapError } from "../../../base/errors.ts";
import { findAll } from "../../../corpus/search/run-search.ts";
import { readSavedSearches, type SavedSearch } from "../../../workspace/saved-searches.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { askedSearch } from "./patent-search.ts";
import type { SavedSearches } from "./patent-search-report.ts";

const mostAdded = 100;

/** Searches that are kept, each run again. A search that can no longer be run says why and costs the others nothing. */
export async function answerSavedSearches(read: ReadModel, workspace: Workspace, measured: readonly string[]): Promise<SavedSearches> {
  const searches = await runSaved(read, workspace);
  return {
    searches,
    evidence: {
      grade: "derived",
      documents: [],
      rules: ["method:patent-search"],
      loads: [],
      limits: [
        ...measured,
        "A search is compared with what it found when it was last kept; keep it again to begin anew.",
        "A document is also new to it where texts, holders, classes or rules of technologies changed, or its status on the day.",
      ],
    },
  };
}

/** Kept searches for who watches; of a workspace that keeps none nothing is read. */
export async function watchedSearches(workspace: Workspace, read: () => Promise<ReadModel>): Promise<SavedSearches["searches"]> {
  return (await readSavedSearches(workspace)).length === 0 ? [] : runSaved(await read(), workspace);
}

/** What kept searches find now. */
async function runSaved(read: ReadModel, workspace: Workspace): Promise<SavedSearches["searches"]> {
  const saved = await readSavedSearches(workspace);
  const found: SavedSearches["searches"][number][] = [];
  for (const one of saved) found.push({ ...line(one), ...(await compared(read, workspace, saved, one)) });
  return found;
}

const line = ({ name, query, savedAt, documents }: SavedSearch) => ({ name, query, savedAt, before: documents.length });

type Compared = Omit<SavedSearches["searches"][number], keyof ReturnType<typeof line>>;

async function compared(read: ReadModel, workspace: Workspace, saved: readonly SavedSearch[], one: SavedSearch): Promise<Compared> {
  try {
    const now = await findAll(workspace, askedSearch(read, saved, one.query));
    const then = new Set(one.documents);
    const added = now.filter((document) => !then.has(document));
    return {
      now: now.length,
      added: added.slice(0, mostAdded),
      addedTotal: added.length,
      gone: then.size - (now.length - added.length),
      problem: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof LevermapError) || thrown.exitCode !== 2) throw thrown;
    return { now: null, added: [], addedTotal: 0, gone: 0, problem: thrown.message };
  }
}
