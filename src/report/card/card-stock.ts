import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { numberRange } from "../../base/format.ts";
import { sourceCell } from "../cell.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { TableBlock } from "../view.ts";

type Line = TechnologyCard["parameters"][number];

/** For how long users' stock of a technology lasts, as each document says, and which of them the model takes; nothing where it is no good that is kept. */
export const stockTables = ({ name, parameters, documents }: TechnologyCard): readonly TableBlock[] => {
  const rows = parameters.filter(({ parameter }) => parameter === "stock");
  if (rows.length === 0) return [];
  // The newest with both ends, as the lookup of parameters takes it
  const used = rows
    .filter((row) => isWhole(row) && row.scope === "world")
    .reduce<Line | null>((newest, row) => ((newest?.year ?? 0) <= (row.year ?? 0) ? row : newest), null);
  const standing = (row: Line): string => {
    if (row === used) return "used";
    if (!isWhole(row)) return "a limit alone: not used";
    return row.scope === "world" ? "older: not used" : `used for ${row.scope}`;
  };
  return [
    sparseTable(
      `How long stock of ${name} lasts`,
      [...rows].sort((a, b) => Number(b === used) - Number(a === used)),
      [
        ["stock", ({ low, high, unit }) => numberRange(low, high, unit), right],
        ["in the model", standing],
        ["year", ({ year }) => (year === null ? null : String(year))],
        ["grade", ({ origin, grade }) => (origin === "default" ? "assumed (default)" : grade)],
        ["source", ({ source }) => sourceCell(source, documents), flexible],
        ["note", ({ note }) => note, flexible],
      ],
    ),
  ];
};

/** Whether both ends are known. */
const isWhole = ({ low, high }: Line): boolean => low !== null && high !== null;
