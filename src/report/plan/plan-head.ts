import { gainWords, unspentWords } from "../../answers/plan/plan-labels.ts";
import type { PlanHead, PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, number, numberRange, percent } from "../../base/format.ts";
import { listed, said, spaced } from "../../base/words.ts";
import { facts, listOf } from "../blocks.ts";
import { linkedCell } from "../cell.ts";
import { flexible, tableOf, wideFlexible } from "../table-of.ts";
import type { Block, Cell, FactsBlock, ListBlock, TableBlock } from "../view.ts";

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

type Told = Pick<PlanReport, "inputs" | "left" | "evidence">;
type Input = PlanReport["inputs"][number];

const givenWords: Readonly<Record<Input["given"], string>> = {
  table: "",
  patents: ", fitted from the loaded patents",
  file: ", given by the plan",
};

/** `43 of 45 inputs are assumed`. */
export const assumedWords = (inputs: readonly Pick<Input, "grade">[]): string =>
  `${inputs.filter(({ grade }) => grade === "assumed").length} of ${counted(inputs.length, "input")} are assumed`;

/** The inputs that all figures rest on: interval, unit, grade, source. */
export const inputTable = ({ inputs, evidence }: Pick<Told, "inputs" | "evidence">): TableBlock =>
  tableOf(`Inputs: ${assumedWords(inputs)}`, inputs, [
    ["input", ({ id, scope }) => (scope === "" ? spaced(id) : `${spaced(id)}, ${scope}`), flexible],
    ["interval", ({ low, high }) => numberRange(low, high)],
    ["unit", ({ unit }) => unit, flexible],
    ["grade", ({ grade, given }) => ({ text: grade + givenWords[given], grade }), flexible],
    ["source", ({ source }) => sourceCell(source, evidence), flexible],
    ["note", ({ note }) => note, wideFlexible],
  ]);

function sourceCell(source: string | null, { documents }: PlanReport["evidence"]): Cell {
  if (source === null) return "";
  const document = documents.find(({ id }) => id === source);
  if (document?.url == null) return document?.title ?? source;
  return linkedCell(document.title, { to: "url", address: document.url });
}

const whys: readonly (readonly [keyof PlanReport["left"], string])[] = [
  ["exposureNoShares", "exposure: no share of supply is known"],
  ["exposureNoLoss", "exposure: no loss of the home's own sales is known"],
  ["bargainingNoMarket", "royalties and bargaining: no source gives the market"],
  ["freedomNoPatents", "freedom to operate: no patent of others is loaded that could stop what the home sells"],
];

/** Technologies of which a kind of gain is unknown. `nameOf`: of a technology. */
export const leftOut = (left: PlanReport["left"], nameOf: NameOf = (id) => id): readonly ListBlock[] =>
  listOf(
    "Left out as unknown, which is not 0",
    whys
      .filter(([key]) => left[key].length > 0)
      .map(([key, why]) => `${counted(left[key].length, "technology", "technologies")} without ${why} (${listed(left[key].map(nameOf))})`),
  );

/** Inputs, and what is left out for want of any. */
export const inputBlocks = (told: Told): readonly Block[] => [inputTable(told), ...leftOut(told.left)];
