import type { PatentSearch, SavedSearches, SimilarPatents } from "../../answers/patents/search/patent-search-report.ts";
import { count, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { cellOf, holderCell, linkedCell, patentCell, technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";
import { facetLines, facetTables } from "./patent-facets.ts";

/** Documents that were found, a row each, and their counts. */
export function patentSearchView({ reading, total, families, searched, found, facets, evidence }: PatentSearch): View {
  const documents = tableOf(
    total > found.length ? say("patent-search.first-of", { found: count(found.length), total: count(total) }) : "Documents",
    found,
    [
      ["document", ({ document }) => patentCell(document)],
      ["day", ({ day }) => day],
      ["cited by", ({ citedBy }) => (citedBy === null ? null : count(citedBy)), right],
      ["title", ({ title }) => title, flexible],
      ["holder", ({ holders }) => cellOf(holders.map(({ holder, name }) => holderCell(holder, name))), flexible],
      [
        "technologies",
        ({ technologies }) => cellOf(technologies.map(({ technology, name }) => technologyCell(technology, name))),
        flexible,
      ],
    ],
  );
  return {
    finding:
      total === 0
        ? say("patent-search.none-of-the-loaded", { patents: searched, reading })
        : say("patent-search.patents-of-families-found", { patents: total, families, reading }),
    limit: say("patent-search.only-the-loaded-patents", { patents: searched, are: searched === 1 ? "is" : "are" }),
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
        ? say("patent-search.has-no-title-in", { to })
        : say("patent-search.of-patents-with-in", {
            patents: compared,
            aTitle: texts === "titles" ? "a title" : "title and abstract",
            noneShares: found.length === 0 ? "none shares a word with" : `these are most like`,
            to,
          }),
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
        : say("patent-search.searches-are-kept-patents", {
            are: searches.length,
            noneFinds:
              fresh.length === 0 ? "none finds" : `${listed(fresh.map(({ name }) => name))} ${fresh.length === 1 ? "finds" : "find"}`,
          }),
    limit: "A search is compared with what it found when it was last kept.",
    blocks: searches.length === 0 ? [] : [table],
    details: fresh.map(({ name, added, addedTotal }) =>
      tableOf(
        say("patent-search.new-to", {
          name,
          addedTotal:
            addedTotal > added.length
              ? say("patent-search.first-of-added", { added: count(added.length), addedTotal: count(addedTotal) })
              : "",
        }),
        added,
        [["document", (document) => patentCell(document)]],
      ),
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
