import type { FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, numberRange, percentRange, usdRange } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

/** Where to file, and what counsel may be asked. */
export function adviceSections(report: PortfolioReport): readonly Section[] {
  return [...report.filing.map(filingSection(Number(report.asOf.slice(0, 4)))), waiting(report), crossLicences(report), lettingGo(report)];
}

const reasons: Readonly<Record<FilingLine["offices"][number]["reason"], string>> = {
  "stake-unknown": "unknown: value at stake",
  "royalty-unknown": "unknown: royalty",
  "cost-unknown": "unknown: cost",
  "no-use-in-term": "leave: lapses before use in volume",
  "covers-cost": "file",
  "may-cover-cost": "open",
  "below-cost": "leave",
};

/** Where a further family in a technology would be worth filing. `year`: of the question. */
export const filingSection =
  (year: number) =>
  ({ technology, firstUse, offices }: FilingLine): Section => {
    const use =
      firstUse === null
        ? "unknown"
        : firstUse.high !== null && firstUse.high <= year
          ? "reached"
          : numberRange(firstUse.low, firstUse.high, "year");
    return {
      title: `Where a further family of ${technology.name} would be worth filing; first use in volume: ${use}`,
      columns: [
        { title: "office" },
        { title: "its families there", align: "right" },
        { title: "could exclude a year", align: "right" },
        { title: "worth as royalty", align: "right" },
        { title: "costs", align: "right" },
        { title: "", flexible: true },
      ],
      rows: offices.map(({ office, families, stake, value, cost, reason }) => [
        office,
        count(families),
        stake === null ? "unknown" : usdRange(stake.low, stake.high),
        value === null ? "unknown" : usdRange(value.low, value.high),
        cost === null ? "unknown" : usdRange(cost.low, cost.high),
        reasons[reason],
      ]),
    };
  };

function waiting({ waiting: { families, inAll, of } }: PortfolioReport): Section {
  return {
    title: `For counsel: to wait for or to design around, ${count(families.length)} of ${count(inAll)} (families of others that it cites: ${count(of)})`,
    columns: [{ title: "family" }, { title: "lapses" }, { title: "in force", align: "right" }, { title: "question", flexible: true }],
    rows: families.map(({ document, lapses, inForce, question }) => [
      document,
      lapses === null ? "unknown" : String(lapses),
      inForce === null ? "unknown" : percentRange(inForce.low, inForce.high),
      question,
    ]),
    none: "none",
  };
}

function crossLicences({ crossLicences: { pairs, inAll, variant } }: PortfolioReport): Section {
  return {
    title: `For counsel: cross-licences, ${count(pairs.length)} of ${count(inAll)} (blocks: ${variant})`,
    columns: [
      { title: "other holder", flexible: true },
      { title: "question", flexible: true },
    ],
    rows: pairs.map(({ name, question }) => [name, question]),
    none: "none",
  };
}

function lettingGo({ lettingGo: { families, inAll, saved, unknown } }: PortfolioReport): Section {
  const fees = saved === null ? "" : `, fees of ${usdRange(saved.low, saved.high)} saved in all`;
  return {
    title: `For counsel: own families to let go, ${count(families.length)} of ${count(inAll)}${fees}; of ${count(unknown)} more too little is known`,
    columns: [{ title: "family" }, { title: "title", flexible: true }, { title: "question", flexible: true }],
    rows: families.map(({ document, title, question }) => [document, title ?? "", question]),
    none: "none",
  };
}
