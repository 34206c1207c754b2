import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import type { CardProblem, CardSuccessor } from "../../answers/card/technology-card-problems.ts";
import { numberRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import { sourceCell, technologyCell } from "../cell.ts";
import { filled, flexible, right, sparseTable, trimmedTable } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

const mostShown = 3;

const yearsOf = ({ low, high }: CardProblem["clockYears"]): string => numberRange(low, high, "year");

/** What has to be solved, in short: how far it is, what decides it and when, who says so; and what takes the place of what. */
export const problemBlocks = (card: TechnologyCard): readonly Block[] => [...successorFacts(card), ...filled([problemTable(card)])];

function successorFacts({ replaces, replacedBy }: TechnologyCard): readonly Block[] {
  if (replaces.length + replacedBy.length === 0) return [];
  const line = (edges: readonly CardSuccessor[]): string | null =>
    edges.length === 0 ? null : edges.map(({ name, from }) => `${name} (${yearsOf(from)})`).join(", ");
  return [
    facts(null, [
      ["Takes the place of", line(replaces)],
      ["Its place is taken by", line(replacedBy)],
    ]),
  ];
}

const problemTable = ({ problems, documents }: TechnologyCard): TableBlock =>
  sparseTable(
    "To be solved",
    problems,
    [
      ["problem", ({ name }) => name, flexible],
      ["maturity", ({ maturity }) => maturity],
      ["decided by", ({ clock }) => clock, flexible],
      ["years", ({ clockYears }) => yearsOf(clockYears), right],
      ["source", ({ source }) => sourceCell(source, documents), flexible],
    ],
    { most: mostShown },
  );

const successorTable = (title: string, edges: readonly CardSuccessor[], { documents }: TechnologyCard): TableBlock =>
  sparseTable(title, edges, [
    ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
    ["from", ({ from }) => yearsOf(from), right],
    ["grade", ({ grade }) => grade],
    ["source", ({ source }) => sourceCell(source, documents), flexible],
    ["note", ({ note }) => note, flexible],
  ]);

/** The same at length: what is needed and why, where its patents are, who is named as working on it. */
export function problemDetails(card: TechnologyCard): readonly TableBlock[] {
  const { problems, documents } = card;
  return filled([
    successorTable("Takes the place of", card.replaces, card),
    successorTable("Its place is taken by", card.replacedBy, card),
    trimmedTable("What has to be solved, and why", problems, [
      ["problem", ({ name }) => name, flexible],
      ["need", ({ need }) => need, flexible],
      ["state in", ({ year }) => (year === null ? "unknown" : String(year)), right],
      ["named as working on it", ({ workers }) => listed(workers.map(({ name }) => name)), flexible],
      ["grade", ({ grade }) => grade],
      ["note", ({ note }) => note, flexible],
    ]),
    sparseTable("Classes and words of its patents", problems, [
      ["problem", ({ name }) => name, flexible],
      ["classes", ({ classes }) => classes.join(", "), flexible],
      ["words", ({ words }) => words.join(", "), flexible],
    ]),
    sparseTable(
      "Who says who works on it",
      problems.flatMap(({ name, workers }) => workers.map((worker) => ({ ...worker, problem: name }))),
      [
        ["problem", ({ problem }) => problem, flexible],
        ["who", ({ name }) => name, flexible],
        ["grade", ({ grade }) => grade],
        ["source", ({ source }) => sourceCell(source, documents), flexible],
        ["note", ({ note }) => note, flexible],
      ],
    ),
  ]);
}
