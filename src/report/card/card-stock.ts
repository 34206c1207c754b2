import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { numberRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { sourceCell } from "../cell.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { TableBlock } from "../view.ts";

type Line = TechnologyCard["parameters"][number];

/** For how long users' stock of a technology lasts, as each document says, and which of them the model takes; nothing where it is no good that is kept. */
export const stockTables = ({ name, parameters, documents }: TechnologyCard): readonly TableBlock[] => {
  const rows = parameters.filter(({ parameter }) => parameter === "stock");
  if (rows.length === 0) return [];
  const standing = ({ used, scope, low, high }: Line): string => {
    if (used) return scope === "world" ? "used" : say("card-stock.used-for", { scope });
    return low === null || high === null ? "a limit alone: not used" : "older: not used";
  };
  return [
    sparseTable(
      say("card-stock.how-long-stock-of", { name }),
      [...rows].sort((a, b) => place(a) - place(b)),
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

/** What the model takes of the world first, then what it takes of one economy. */
const place = ({ used, scope }: Line): number => (used ? Number(scope !== "world") : 2);
