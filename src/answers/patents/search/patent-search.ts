import { runSearch } from "../../../corpus/search/run-search.ts";
import { leavesOf } from "../../../corpus/search/search-tree.ts";
import { query } from "../../../workspace/query.ts";
import { readSavedSearches } from "../../../workspace/saved-searches.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { documentsOf } from "../../shared/evidence-of.ts";
import { technologyName } from "../../shared/names.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { SearchQuestion } from "../patent-questions.ts";
import { askedSearch } from "./asked-search.ts";
import { leafWords, treeWords } from "./leaf-words.ts";
import type { PatentFacet, PatentSearch } from "./patent-search-report.ts";

const usualTop = 20;

/** Documents that a search finds. Throws LM_SEARCH_INVALID with the place, LM_USAGE where there is no word, LM_TECHNOLOGY_UNKNOWN. */
export async function searchPatents(
  read: ReadModel,
  workspace: Workspace,
  { words: text, top = usualTop, facets = false }: SearchQuestion,
  measured: readonly string[],
): Promise<PatentSearch> {
  const asked = askedSearch(read, await readSavedSearches(workspace), text);
  const { total, families, searched, found, facets: counted, bundled } = await runSearch(workspace, asked, { most: top, facets });
  const loads = await workspace.use((connection) => query<PatentSearch["evidence"]["loads"][number]>(connection, loadsSql));
  const leaves = leavesOf(asked.tree);
  const looksUp = leaves.some((leaf) => leaf.kind === "value" && leaf.field === "status");
  const hasDays = leaves.some(({ kind }) => kind === "days");
  return {
    words: [...new Set(leaves.map(leafWords))],
    reading: treeWords(asked.tree),
    total,
    families,
    searched,
    found: found.map(({ holders, technologies, ...one }) => ({
      ...one,
      holders: holders ?? [],
      technologies: (technologies ?? []).map((technology) => ({ technology, name: technologyName(read, technology) })),
    })),
    facets: counted && { ...counted, technology: namedTechnologies(read, counted.technology) },
    evidence: {
      grade: "derived",
      documents: documentsOf(read, bundled),
      rules: ["method:technology", "method:holders", "method:patent-search", ...(looksUp || counted?.status ? ["method:in-force"] : [])],
      loads,
      limits: [
        ...measured,
        "Words are sought in titles, loaded abstracts, and names of holders and of their organisations.",
        "A word matches the beginning of words, in quotation marks whole words; Chinese, Japanese and Korean match anywhere.",
        ...(hasDays || looksUp ? ["A document whose day or status is not known is in no range and no status, so that NOT keeps it."] : []),
      ],
    },
  };
}

const namedTechnologies = (read: ReadModel, { values, ...rest }: PatentFacet): PatentFacet => ({
  ...rest,
  values: values.map((each) => ({ ...each, name: technologyName(read, each.value) })),
});

const loadsSql = `SELECT id, source, edition FROM load l SEMI JOIN (SELECT DISTINCT load_id FROM patent) p ON p.load_id = l.id
  WHERE "current" ORDER BY seq`;
