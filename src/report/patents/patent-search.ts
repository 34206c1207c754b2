import type { PatentSearch, SavedSearches, SimilarPatents } from "../../answers/patents/search/patent-search-report.ts";
import { count, counted, number } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { cellOf, holderCell, linkedCell, patentCell, technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";
import { facetLines, facetTables } from "./patent-facets.ts";

/** Documents that were found, a row each, and their counts. */
export function patentSearchView({ reading, total, families, searched, found, facets, evidence }: PatentSearch): View {
  const documents = tableOf(total > found.length ? `First ${count(found.length)} of ${count(total)}` : "Documents", found, [
    ["document", ({ document }) => patentCell(document)],
    ["day", ({ day }) => day],
    ["cited by", ({ citedBy }) => (citedBy === null ? null : count(citedBy)), right],
    ["title", ({ title }) => title, flexible],
    ["holder", ({ holders }) => cellOf(holders.map(({ holder, name }) => holderCell(holder, name))), flexible],
    ["technologies", ({ technologies }) => cellOf(technologies.map(({ technology, name }) => technologyCell(technology, name))), flexible],
  ]);
  return {
    finding:
      total === 0
        ? `None of the ${counted(searched, "loaded patent")} was found for ${reading}.`
        : `${counted(total, "patent")} of ${counted(families, "family", "families")} found for ${reading}.`,
    limit: `Only the ${counted(searched, "loaded patent")} ${searched === 1 ? "is" : "are"} searched; some have no abstract.`,
    blocks: total === 0 ? [] : [documents, ...(facets === null ? [] : [facetLines(reading, facets)])],
    details: facets === null ? [] : facetTables(reading, facets),
    ...(facets === null ? {} : { more: "counts by office, year, holder, technology, class, type and status" }),
    evidence,
  };
}

/** Patents most like one. */
export function similarPatentsView({ document, compared, texts, latent, found, evidence }: SimilarPatents): View {
  const to = document ?? "the text";
  return {
    finding:
      found === null
        ? `${to} has no title in English, so that nothing can be compared with it.`
        : `Of ${counted(compared, "patent")} with ${texts === "titles" ? "a title" : "title and abstract"} in English, ${found.length === 0 ? "none shares a word with" : `these are most like`} ${to}.`,
    limit: latent
      ? "Words are compared, and words that patents use together; not what a sentence says."
      : "Words are compared, not meanings.",
    blocks:
      found === null || found.length === 0
        ? []
        : [
            tableOf("Most like it", found, [
              ["document", (one) => patentCell(one.document)],
              ["likeness", ({ score }) => number(score), right],
              ...(latent ? [["of words", ({ words }: (typeof found)[number]) => number(words), right] as const] : []),
              ["day", ({ day }) => day],
              ["title", ({ title }) => title, flexible],
              ["holder", ({ holder }) => holder, flexible],
            ]),
          ],
    details: [],
    evidence,
  };
}

/** Kept searches, a row each, and what is new to them. */
export function savedSearchesView({ searches, evidence }: SavedSearches): View {
  const fresh = searches.filter(({ addedTotal }) => addedTotal > 0);
  const table = savedTable(searches);
  return {
    finding:
      searches.length === 0
        ? "No search is kept. Keep one with `levermap patents --search WORDS --save NAME`."
        : `${counted(searches.length, "search is", "searches are")} kept; ${fresh.length === 0 ? "none finds" : `${listed(fresh.map(({ name }) => name))} ${fresh.length === 1 ? "finds" : "find"}`} patents that are new to it.`,
    limit: "A search is compared with what it found when it was last kept.",
    blocks: searches.length === 0 ? [] : [table],
    details: fresh.map(({ name, added, addedTotal }) =>
      tableOf(`New to ${name}${addedTotal > added.length ? `, first ${count(added.length)} of ${count(addedTotal)}` : ""}`, added, [
        ["document", (document) => patentCell(document)],
      ]),
    ),
    ...(fresh.length === 0 ? {} : { more: "the new patents of each" }),
    evidence,
  };
}

/** A row for each kept search. */
export const savedTable = (searches: SavedSearches["searches"]): TableBlock =>
  tableOf("Searches on patents that are kept", searches, [
    ["search", ({ name }) => linkedCell(name, { to: "patents", id: `saved:${name}` })],
    ["asks for", ({ query, problem }) => (problem === null ? query : `${query} (${problem})`), flexible],
    ["kept", ({ savedAt }) => savedAt.slice(0, 10)],
    ["then", ({ before }) => count(before), right],
    ["now", ({ now }) => (now === null ? null : count(now)), right],
    ["new", ({ now, addedTotal }) => (now === null ? null : count(addedTotal)), right],
    ["gone", ({ now, gone }) => (now === null ? null : count(gone)), right],
  ]);
