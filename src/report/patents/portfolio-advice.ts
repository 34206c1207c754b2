import type { FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, numberRange, percentRange, usdRange } from "../../base/format.ts";
import { patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { TableBlock } from "../view.ts";
import { usdOf } from "./portfolio-markets.ts";

/** Where to file, and what to ask counsel. */
export const adviceBlocks = (report: PortfolioReport): readonly TableBlock[] => [
  ...report.filing.map((line) => filingBlock(line, report)),
  waiting(report),
  crossLicences(report),
  abandonment(report),
];

const reasons: Readonly<Record<FilingLine["offices"][number]["reason"], string>> = {
  "stake-unknown": "unknown: value at stake",
  "royalty-unknown": "unknown: royalty",
  "cost-unknown": "unknown: cost",
  "no-use-in-term": "leave: lapses before use in volume",
  "covers-cost": "file",
  "may-cover-cost": "open",
  "below-cost": "leave",
};

/** Where a further family in a technology would be worth filing. */
export function filingBlock({ technology, firstUse, offices }: FilingLine, { asOf }: { readonly asOf: string }): TableBlock {
  const reached = firstUse?.high != null && firstUse.high <= Number(asOf.slice(0, 4));
  const use = firstUse === null ? "unknown" : reached ? "reached" : numberRange(firstUse.low, firstUse.high, "year");
  return tableOf(`Where a further family of ${technology.name} would be worth filing; first use in volume: ${use}`, offices, [
    ["office", ({ office }) => office],
    ["its families there", ({ families }) => count(families), right],
    ["could exclude a year", ({ stake }) => usdOf(stake), right],
    ["worth as royalty", ({ value }) => usdOf(value), right],
    ["costs", ({ cost }) => usdOf(cost), right],
    ["advice", ({ reason }) => reasons[reason], flexible],
  ]);
}

const waiting = ({ waiting: { families, inAll, of } }: PortfolioReport): TableBlock =>
  tableOf(
    {
      title: `For counsel: wait for or design around, ${count(families.length)} of ${count(inAll)} (families of others that it cites: ${count(of)})`,
      none: "none",
    },
    families,
    [
      ["family", ({ document }) => patentCell(document)],
      ["lapses", ({ lapses }) => (lapses === null ? null : String(lapses))],
      ["in force", ({ inForce }) => inForce && percentRange(inForce.low, inForce.high), right],
      ["question", ({ question }) => question, flexible],
    ],
  );

const crossLicences = ({ crossLicences: { pairs, inAll, variant } }: PortfolioReport): TableBlock =>
  tableOf({ title: `For counsel: cross-licences, ${count(pairs.length)} of ${count(inAll)} (blocks: ${variant})`, none: "none" }, pairs, [
    ["other holder", ({ name }) => name, flexible],
    ["question", ({ question }) => question, flexible],
  ]);

function abandonment({ lettingGo: { families, inAll, saved, unknown } }: PortfolioReport): TableBlock {
  const fees = saved === null ? "" : `, fees of ${usdRange(saved.low, saved.high)} saved in all`;
  return tableOf(
    {
      title: `For counsel: own families to abandon, ${count(families.length)} of ${count(inAll)}${fees}; for ${count(unknown)} more too little is known`,
      none: "none",
    },
    families,
    [
      ["family", ({ document }) => patentCell(document)],
      ["title", ({ title }) => title, flexible],
      ["question", ({ question }) => question, flexible],
    ],
  );
}
