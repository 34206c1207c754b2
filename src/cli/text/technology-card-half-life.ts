import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { usualDraws } from "../../answers/half-life/half-life.ts";
import { count } from "../../base/format.ts";
import { cellText } from "../../report/cell.ts";
import { decayTable, withholdingTable } from "../../report/leverage/half-life.ts";
import type { TableBlock } from "../../report/view.ts";
import type { Section } from "../page/section.ts";

/** How long a hold on a technology lasts and what withholding it does, or why nothing is told. */
export function cardHalfLifeSections({ halfLife, halfLifeReason }: Pick<TechnologyCard, "halfLife" | "halfLifeReason">): Section[] {
  if (halfLife === null)
    return [{ title: "Half-life, and what withholding would do", columns: [], rows: [], none: `unknown. ${halfLifeReason ?? ""}`.trim() }];
  const { home, holder, draws } = halfLife;
  return [
    {
      title: `Half-life of the hold of ${holder} over ${home ?? "all others"}, by ${count(draws)} draws (levermap half-life: ${count(usualDraws)})`,
      columns: [{ title: "in words", flexible: true }],
      rows: [[halfLife.finding], [halfLife.choice]],
    },
    sectionOf(decayTable(halfLife)),
    sectionOf(withholdingTable(halfLife)),
  ];
}

const sectionOf = ({ title, columns, rows }: TableBlock): Section => ({ title, columns, rows: rows.map((row) => row.map(cellText)) });
