import { dayOf } from "../../../base/days.ts";
import { LevermapError } from "../../../base/errors.ts";
import { documentKeys } from "../../../corpus/find-document.ts";
import { mostLeaves, parseSearch } from "../../../corpus/search/parse-search.ts";
import { runSearch, type SearchAsked } from "../../../corpus/search/run-search.ts";
import { badSearch } from "../../../corpus/search/search-scanner.ts";
import { type FieldValue, leavesOf, type SearchTree } from "../../../corpus/search/search-tree.ts";
import { nearName } from "../../../link/near-name.ts";
import { query } from "../../../workspace/query.ts";
import { readSavedSearches, type SavedSearch } from "../../../workspace/saved-searches.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { documentsOf } from "../../shared/evidence-of.ts";
import { technologyName } from "../../shared/names.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { requireScope } from "../../shared/require-technology.ts";
import type { SearchQuestion } from "../patent-questions.ts";
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

const deepest = 8;

/**
 * A search as it can be run: `saved:NAME` in its place, technologies with their members and parts, sets and numbers as documents. Throws
 * LM_SEARCH_INVALID, LM_USAGE where there is no word, LM_TECHNOLOGY_UNKNOWN.
 */
export function askedSearch(read: ReadModel, saved: readonly SavedSearch[], query: string): SearchAsked {
  const byName = new Map(saved.map((each) => [each.name, each]));
  const tree = expand(parseSearch(query), byName, query, []);
  if (leavesOf(tree).length > mostLeaves)
    throw badSearch(query, 1, `with the searches that it names it has over ${mostLeaves} words and values.`);
  return {
    tree,
    query,
    day: dayOf(read.map.asOf)!,
    technologies: ({ value }) => requireScope(read, value).scope,
    membersOf: (technology) => (read.map.indexOf.has(technology) ? requireScope(read, technology).scope : [technology]),
    documents: (value) => (value.field === "set" ? requireSaved(byName, value, query).documents : documentKeys(value.value)),
  };
}

function expand(tree: SearchTree, saved: ReadonlyMap<string, SavedSearch>, query: string, within: readonly string[]): SearchTree {
  if (tree.kind === "not") return { kind: "not", part: expand(tree.part, saved, query, within) };
  if (tree.kind === "and" || tree.kind === "or")
    return { kind: tree.kind, parts: tree.parts.map((part) => expand(part, saved, query, within)) };
  if (tree.kind !== "value" || tree.field !== "saved") return tree;
  const found = requireSaved(saved, tree, query);
  if (within.includes(found.name) || within.length >= deepest)
    throw badSearch(query, tree.place, `"${found.name}" leads back to itself, or over more than ${deepest} others.`);
  return expand(parseSearch(found.query), saved, query, [...within, found.name]);
}

function requireSaved(saved: ReadonlyMap<string, SavedSearch>, { value, place }: FieldValue, query: string): SavedSearch {
  const found = saved.get(value);
  if (found !== undefined) return found;
  const near = nearName(value, [...saved.keys()]);
  const hint = near === null ? `kept are ${saved.size === 0 ? "none" : [...saved.keys()].join(", ")}` : `did you mean ${near}?`;
  throw badSearch(query, place, `no search "${value}" is kept; ${hint}.`);
}

/** Names under which searches are kept: one word. Throws LM_USAGE. */
export function requireSearchName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u.test(name)) return name;
  throw new LevermapError("LM_USAGE", `A search is kept under one word of letters, figures and . _ -, not "${name}".`, { name });
}
