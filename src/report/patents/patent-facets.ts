import { valueWords } from "../../answers/patents/search/leaf-words.ts";
import type { PatentFacet, PatentSearch } from "../../answers/patents/search/patent-search-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts } from "../blocks.ts";
import { cellOf, holderCell, linkedCell, technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, Cell, FactsBlock, TableBlock } from "../view.ts";

type Facets = NonNullable<PatentSearch["facets"]>;

/** A value of a facet, how it is told, and the search for it alone. */
interface Told {
  readonly title: string;
  readonly facet: PatentFacet | null;
  readonly field: string;
  /** How a value is told, as it is given if absent. */
  readonly told?: (name: string) => string;
  readonly cell?: (name: string, value: string) => Cell;
}

const toldFacets = (facets: Facets): readonly (readonly [label: string, told: Told])[] => [
  ["Office", { title: "Offices", facet: facets.office, field: "office" }],
  ["Year", { title: "Years", facet: facets.year, field: "day" }],
  ["Holder", { title: "Holders", facet: facets.holder, field: "held", cell: (name, value) => holderCell(value, name) }],
  [
    "Technology",
    { title: "Technologies", facet: facets.technology, field: "technology", cell: (name, value) => technologyCell(value, name) },
  ],
  ["Class", { title: "Classes", facet: facets.class, field: "class" }],
  ["Type", { title: "Types", facet: facets.type, field: "type" }],
  ["Status", { title: "Status", facet: facets.status, field: "status", told: (name) => name.replace("-", " ") }],
];

const mostInLine = 4;

/** The greatest of each facet, a line each; each value leads to the search for it alone. */
export function facetLines(reading: string, facets: Facets): FactsBlock {
  const line = ({ facet, field, told = asGiven }: Told): Cell | null => {
    if (facet === null) return null;
    const values = facet.values
      .slice(0, mostInLine)
      .map(({ name, value, documents }) => narrowing(`${told(name)} (${count(documents)})`, reading, field, value));
    const rest = facet.total - values.length;
    const more = rest > 0 ? [say("patent-facets.more", { rest: count(rest) })] : [];
    const unknown = facet.without > 0 ? [say("patent-facets.unknown", { without: count(facet.without) })] : [];
    return cellOf([...values, ...more, ...unknown]);
  };
  return facts(
    "Narrow by",
    toldFacets(facets).map(([label, facet]) => [label, line(facet)]),
  );
}

/** All values that are told of each facet, a table each. */
export const facetTables = (reading: string, facets: Facets): readonly Block[] =>
  toldFacets(facets).flatMap(([, one]) => (one.facet === null ? [] : [facetTable(reading, one, one.facet)]));

function facetTable(
  reading: string,
  { title, field, told = asGiven, cell = told }: Told,
  { values, total, without }: PatentFacet,
): TableBlock {
  const most = total > values.length ? say("patent-facets.first-of", { values: count(values.length), total: count(total) }) : "";
  const unknown = without > 0 ? say("patent-facets.unknown-of", { without: count(without) }) : "";
  return tableOf(`${title}${most}${unknown}`, values, [
    ["value", ({ name, value }) => cell(name, value), flexible],
    ["documents", ({ documents, value }) => narrowing(count(documents), reading, field, value), right],
  ]);
}

const asGiven = (name: string): string => name;

/** Leads to a search for one value more; nowhere where the search has it. */
function narrowing(text: string, reading: string, field: string, value: string): Cell {
  const sought = valueWords(field, value);
  if (reading.split(/[\s()]+/).includes(sought)) return text;
  const within = reading.includes(" OR ") ? `(${reading})` : reading;
  return linkedCell(text, { to: "patents", id: `${within} ${sought}` });
}
