import { gainWords, programmeName, unspentWords } from "../../answers/plan/plan-labels.ts";
import type { ChosenProgramme, PlanHead, PlannedProgramme, PlanReport, TargetWorth } from "../../answers/plan/plan-report.ts";
import { counted, number, numberRange, percent } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { listed, said, spaced } from "../../base/words.ts";
import { facts, listOf } from "../blocks.ts";
import { linkedCell, technologyCell } from "../cell.ts";
import { type ColumnOf, flexible, right, tableOf, wideFlexible } from "../table-of.ts";
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

/** All that is gained, USD m. */
export const gained = (worths: readonly Pick<TargetWorth, "worth">[]): number => sum(worths.map(({ worth }) => worth));

/** A launch of a smaller part is not shown. */
export const leastPart = 0.005;

/** `2027`, `2027 (62%)`: when a programme is launched, and how much of it. */
export const launchWords = ({ launches }: Pick<ChosenProgramme, "launches">): string =>
  launches
    .filter(({ part }) => part >= leastPart)
    .map(({ year, part }) => (part > 1 - leastPart ? `${year}` : `${year} (${percent(part)})`))
    .join(", ");

export const programmeCell = (programme: PlannedProgramme): Cell => technologyCell(programme.technology, programmeName(programme));

/** Families of a programme's cell today. */
export const familiesToday = ({ known }: Pick<PlannedProgramme, "known">): string => (known === null ? "unknown" : number(known));

const id: ColumnOf<PlannedProgramme> = ["id", (programme) => programme.id];
const what: ColumnOf<PlannedProgramme> = ["programme", programmeCell, flexible];
const today: ColumnOf<PlannedProgramme> = ["families today", familiesToday, right];

/** Programmes that are selected, with what each brings and costs. */
export const selectedTable = ({ programmes }: PlanReport): TableBlock =>
  tableOf({ title: "Selected programmes, USD M in present value", none: "none", most: 12 }, programmes, [
    what,
    ["launched", launchWords, flexible],
    ["value at risk if dropped (main sources)", (each) => `${number(gained(each.adds))} (${mainSources(each)})`, flexible],
    ["cost", ({ presentCost }) => number(presentCost), right],
    ["net value", ({ lessCost }) => number(lessCost), right],
  ]);

const mainSources = ({ adds }: ChosenProgramme): string =>
  adds
    .slice(0, 2)
    .map(({ kind, jurisdiction, worth }) => `${kind}${jurisdiction === null ? "" : ` ${jurisdiction}`} ${number(worth)}`)
    .join(", ") || "none";

/** How the figures of the selected programmes are to be read. */
export const selectedNote =
  "Value at risk is what the plan would lose without the programme, all others kept, on average over the scenarios. These values do not add up to the whole. Net value is value at risk less cost.";

/** The same programmes by id, with what they take. */
export const selectedDetails = ({ programmes }: PlanReport): TableBlock =>
  tableOf({ title: "Selected programmes by id", none: "none" }, programmes, [
    id,
    what,
    ["spent, USD M", ({ spent }) => number(spent), right],
    ["researcher-years", ({ researcherYears, part, field }) => `${number(researcherYears * part)} ${field}`, right],
    today,
    ["net at plan prices", ({ net }) => number(net), right],
  ]);

/** Programmes that are not selected and come nearest to it. */
export const nextTable = ({ next }: PlanReport): TableBlock =>
  tableOf(
    { title: "Not selected, and nearest to it, USD M", none: "none: all are selected, or time was up before prices were found", most: 12 },
    next,
    [what, id, ["net at plan prices", ({ net }) => number(net), right], ["full cost", ({ cost }) => number(cost), right], today],
  );

/** What speaks for and against each programme. */
export const reasonTable = (programmes: readonly PlannedProgramme[]): TableBlock =>
  tableOf({ title: "Why each is a candidate", none: "none" }, programmes, [
    id,
    ["reasons", ({ reasons }) => reasons.map(({ speaks, text }) => `${speaks}: ${text}`).join("; ") || "only what it brings", flexible],
  ]);

export const netNote =
  "Net at plan prices: what all of a programme would earn beyond what its money and people would earn elsewhere in the plan. Below 0 it would have to cost that much less to be selected. One more each year: what one more unit in every year would bring if programmes were divisible. Families today are unknown where no patent of the technology is loaded.";
