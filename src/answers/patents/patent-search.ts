import { LevermapError } from "../../base/errors.ts";
import { searchDocuments, searchWords } from "../../corpus/patent-search.ts";
import { query } from "../../workspace/query.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { documentsOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { SearchQuestion } from "./patent-questions.ts";
import type { PatentSearch } from "./patent-search-report.ts";

const usualTop = 20;
/** More make a query longer than any title. */
const mostWords = 10;

/** Documents whose title, abstract or holders contain all words. Throws LM_USAGE where there is no word or more than 10. */
export async function searchPatents(
  read: ReadModel,
  workspace: Workspace,
  { words: text, top = usualTop }: SearchQuestion,
  measured: readonly string[],
): Promise<PatentSearch> {
  const words = searchWords(text);
  if (words.length === 0) throw new LevermapError("LM_USAGE", `"${text}" has no word to search for.`, { words: text });
  if (words.length > mostWords) {
    throw new LevermapError("LM_USAGE", `Search for at most ${mostWords} words at a time, not ${words.length}.`, {
      words: words.length,
    });
  }
  return workspace.use(async (connection) => {
    const { total, found, bundled } = await searchDocuments(connection, words, top);
    const loads = await query<PatentSearch["evidence"]["loads"][number]>(connection, loadsSql);
    return {
      words: words.map(({ word }) => word),
      total,
      found: found.map(({ holders, technologies, ...one }) => ({ ...one, holders: holders ?? [], technologies: technologies ?? [] })),
      evidence: {
        grade: "derived",
        documents: documentsOf(read, bundled),
        rules: ["method:technology", "method:holders"],
        loads,
        limits: [
          ...measured,
          "The search covers titles, loaded abstracts, and names of holders and of their organisations.",
          "A word matches the beginning of words; Chinese, Japanese and Korean match anywhere.",
        ],
      },
    };
  });
}

const loadsSql = `SELECT id, source, edition FROM load l SEMI JOIN (SELECT DISTINCT load_id FROM patent) p ON p.load_id = l.id
  WHERE "current" ORDER BY seq`;
