import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { numberRange } from "../../base/format.ts";
import { sourceCell } from "../cell.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { TableBlock } from "../view.ts";

/** For how long users' stock of a technology lasts, as each document says; nothing where it is no good that is kept. */
export const stockTables = ({ name, parameters, documents }: TechnologyCard): readonly TableBlock[] => {
  const rows = parameters.filter(({ parameter }) => parameter === "stock");
  if (rows.length === 0) return [];
  return [
    sparseTable(`How long stock of ${name} lasts`, rows, [
      ["stock", ({ low, high, unit }) => numberRange(low, high, unit), right],
      ["year", ({ year }) => (year === null ? null : String(year))],
      ["grade", ({ origin, grade }) => (origin === "default" ? "assumed (default)" : grade)],
      ["source", ({ source }) => sourceCell(source, documents), flexible],
      ["note", ({ note }) => note, flexible],
    ]),
  ];
};
