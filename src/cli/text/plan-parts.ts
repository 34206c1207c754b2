import { choiceWords, unspentWords, withoutRoyalties } from "../../answers/plan/plan-labels.ts";
import type { PlanHead, PlanReport } from "../../answers/plan/plan-report.ts";
import { number } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { paragraph } from "../page/wrap.ts";

/** Whose plan, over which years, with what money and people. */
export function headLines(head: PlanHead, { width }: Page): string[] {
  const { homeName, home, asOf, years, money, researchers, partners, objective, jurisdictions, unknownJurisdictions } = head;
  const people = researchers.map(({ field, byYear }) => `${seriesText(byYear)} of ${field}`);
  const weights = Object.entries(objective).filter(([, weight]) => weight !== 1);
  return [
    paragraph(
      `For ${homeName} (${home}), ${years[0]} to ${years.at(-1)}, as known on ${asOf}: USD ${seriesText(money)} M a year; ${unspentWords(head)}${people.length > 0 ? `; researchers: ${listed(people)}` : "; researchers without bound"}.` +
        `${partners.length > 0 ? ` Partners allowed: ${listed(partners)}.` : ""}` +
        `${choiceWords(head) === "" ? "" : ` ${choiceWords(head)}`}` +
        `${weights.length > 0 ? ` Counted otherwise than 1: ${weights.map(([kind, weight]) => `${kind} ${weight}`).join(", ")}.` : ""}` +
        ` Rights count in ${jurisdictions.length > 0 ? listed(jurisdictions) : "no jurisdiction"}${withoutRoyalties(head, (code) => code)}` +
        `${unknownJurisdictions.length > 0 ? `; left out since no source says what chips are used there: ${listed(unknownJurisdictions)}` : ""}.`,
      width,
    ),
  ];
}

const seriesText = (values: readonly number[]): string =>
  values.every((each) => each === values[0]) ? number(values[0]!) : values.map(number).join(", ");

/** The inputs that are assumed, and those that are not; what a technology is left out of. */
export function inputLines({ inputs, left }: Pick<PlanReport, "inputs" | "left">, page: Page): string[] {
  const shown = (value: number): string => number(value);
  const rows = inputs.map(({ id, scope, low, high, unit, grade, source, given }) => [
    scope === "" ? id : `${id}, ${scope}`,
    low === high ? shown(low) : `${shown(low)} to ${shown(high)}`,
    unit,
    grade === "assumed" ? (given === "file" ? "assumed, in the file" : "assumed") : `${grade}: ${source}`,
  ]);
  const columns = [{ title: "input" }, { title: "interval" }, { title: "unit" }, { title: "grade", flexible: true }];
  const gaps = [
    [left.exposureNoShares, "exposure, since nobody's share of supply is known"],
    [left.exposureNoLoss, "exposure, since no loss of the home's own sales of known value comes of them"],
    [left.bargainingNoMarket, "royalties and bargaining, since no source gives their market"],
    [left.freedomNoPatents, "freedom to operate, since no patent of others is loaded that could stop what the home sells"],
  ] as const;
  return [
    ...section({ title: "Inputs", columns, rows }, page),
    "",
    ...gaps.flatMap(([technologies, why]) =>
      technologies.length > 0
        ? [paragraph(`- ${technologies.length} technologies are left out of ${why}: not 0 but unknown`, page.width, "  ")]
        : [],
    ),
  ];
}
