import { gainWords, unspentWords } from "../../answers/plan/plan-labels.ts";
import type { PlanHead } from "../../answers/plan/plan-report.ts";
import { number, percent } from "../../base/format.ts";
import { listed, said } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import type { FactsBlock } from "../view.ts";

/** What an economy or an organisation is called, by its code. */
export type NameOf = (code: string) => string;

const byCode: NameOf = (code) => code;

/** Whose plan it is, over which years, with which means and under which conditions. */
export function planHead(head: PlanHead, nameOf: NameOf = byCode): FactsBlock {
  const { homeName, home, years, asOf, money, researchers, partners, unknownJurisdictions } = head;
  return facts("Settings of the plan", [
    ["For", `${homeName} (${home}), ${years[0]} to ${years.at(-1)}, as known on ${asOf}`],
    ["Money", `USD ${series(money)} M a year; ${unspentWords(head)}`],
    ["Researchers", listed(researchers.map(({ field, byYear }) => `${series(byYear)} of ${field}`)) || "no limit"],
    ["Partners allowed", listed(partners.map(nameOf)) || "none"],
    ["Caps", capWords(head)],
    ["Custom weights", weightWords(head)],
    ["Risk", riskWords(head)],
    ["Rights count in", rightsWords(head, nameOf)],
    [
      "Left out",
      unknownJurisdictions.length === 0 ? "" : `${listed(unknownJurisdictions.map(nameOf))}: no source says what chips they use`,
    ],
  ]);
}

/** `1,500`, or the value of each year where they differ. */
const series = (values: readonly number[]): string =>
  values.every((value) => value === values[0]) ? number(values[0] ?? 0) : values.map(number).join(", ");

const capWords = ({ followUp, diversification, dependencies }: PlanHead): string =>
  said(
    diversification !== null && `at most ${percent(diversification)} of all money for one technology`,
    followUp !== null && `at most ${percent(followUp)} of spending of known kind for follow-up work`,
    dependencies && "a programme needs those of the technologies it cannot do without",
  ).join("; ");

const weightWords = ({ objective }: PlanHead): string =>
  (Object.entries(objective) as [keyof typeof gainWords, number][])
    .filter(([, weight]) => weight !== 1)
    .map(([kind, weight]) => `${gainWords[kind]} counts ${weight === 0 ? "not at all" : `${weight} times`}`)
    .join("; ");

const riskWords = ({ risk }: PlanHead): string =>
  risk === null || risk.weight === 0
    ? ""
    : `the mean of the worst ${percent(1 - risk.level)} of outcomes counts for ${percent(risk.weight)} of the value`;

function rightsWords({ jurisdictions, royaltiesFrom }: PlanHead, nameOf: NameOf): string {
  const unpaid = jurisdictions.filter((code) => !royaltiesFrom.includes(code));
  const where = listed(jurisdictions.map(nameOf)) || "no jurisdiction";
  return unpaid.length === 0 ? where : `${where}; no royalties from ${listed(unpaid.map(nameOf))}`;
}
