import { hangsOnWorlds, programmeName, unspentWords, valueWords } from "../../answers/plan/plan-labels.ts";
import type { ChosenProgramme, OutProgramme, PlanHead, PlannedProgramme, PlanReport } from "../../answers/plan/plan-report.ts";
import { groupBy } from "../../base/collections.ts";
import { counted, number, numberRange, percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, lowered, said, spaced } from "../../base/words.ts";
import { facts, listOf } from "../blocks.ts";
import { sourceCell as documentCell, linkedCell, technologyCell } from "../cell.ts";
import { type ColumnOf, flexible, right, tableOf, wide, wideFlexible } from "../table-of.ts";
import type { Block, Cell, FactsBlock, ListBlock, TableBlock } from "../view.ts";

/** What an economy or an organisation is called, by its code. */
export type NameOf = (code: string) => string;

const byCode: NameOf = (code) => code;

/** Whose plan it is, over which years, with which means and under which conditions. */
export function planHead(head: PlanHead, nameOf: NameOf = byCode): FactsBlock {
  const { homeName, home, years, asOf, money, researchers, generation, unknownJurisdictions } = head;
  return facts("Settings of the plan", [
    ["For", say("plan-parts.to-as-known-on", { homeName, home, years: String(years[0]), yearsOther: String(years.at(-1)), asOf })],
    ["Money", say("plan-parts.usd-m-a-year", { series: series(money), unspent: unspentWords(head) })],
    ["Researchers", listed(researchers.map(({ field, byYear }) => say("plan-parts.of", { series: series(byYear), field }))) || "no limit"],
    ["To choose from", generation === "next" ? "problems of next-generation technologies alone" : ""],
    ["Caps", capWords(head)],
    ["Chosen by", valueWords(head)],
    ["Rights count in", listed(head.jurisdictions.map(nameOf)) || "no jurisdiction"],
    [
      "Left out",
      unknownJurisdictions.length === 0
        ? ""
        : say("plan-parts.no-source-says-what", { unknownJurisdictions: listed(unknownJurisdictions.map(nameOf)) }),
    ],
  ]);
}

/** `1,500`, or the value of each year where they differ. */
const series = (values: readonly number[]): string =>
  values.every((value) => value === values[0]) ? number(values[0] ?? 0) : values.map(number).join(", ");

const capWords = ({ followUp, originality, diversification }: PlanHead): string =>
  said(
    diversification !== null && say("plan-parts.at-most-of-all", { diversification: percent(diversification) }),
    followUp !== null && say("plan-parts.at-most-of-spending", { followUp: percent(followUp) }),
    originality !== null && say("plan-parts.at-least-of-spending", { originality: percent(originality) }),
  ).join("; ");

type Told = Pick<PlanReport, "inputs" | "left" | "evidence">;
type Input = PlanReport["inputs"][number];

const givenWords: Readonly<Record<Input["given"], string>> = {
  table: "",
  patents: ", fitted from the loaded patents",
  file: ", given by the plan",
  unread: ", in the file of the plan, where nothing reads it",
};

/** `43 of 45 inputs are assumed`. */
export const assumedWords = (inputs: readonly Pick<Input, "grade">[]): string =>
  say("plan-parts.of-inputs-are-assumed", {
    inputs: String(inputs.filter(({ grade }) => grade === "assumed").length),
    inputsOther: inputs.length,
  });

/** The inputs that all figures rest on: interval, unit, grade, source. */
export const inputTable = ({ inputs, evidence }: Pick<Told, "inputs" | "evidence">): TableBlock =>
  tableOf(say("plan-parts.inputs", { assumed: assumedWords(inputs) }), inputs, [
    ["input", ({ id, scope }) => (scope === "" ? spaced(id) : `${spaced(id)}, ${scope}`), flexible],
    ["interval", ({ low, high }) => numberRange(low, high)],
    ["unit", ({ unit }) => unit, flexible],
    ["grade", ({ grade, given }) => ({ text: grade + givenWords[given], grade }), flexible],
    ["source", ({ source }) => inputSource(source, evidence), flexible],
    ["note", ({ note }) => note, wideFlexible],
  ]);

function inputSource(source: string | null, { documents }: PlanReport["evidence"]): Cell {
  if (source === null) return "";
  const document = documents.find(({ id }) => id === source);
  if (document?.url == null) return document?.title ?? source;
  return linkedCell(document.title, { to: "url", address: document.url });
}

const whys: readonly (readonly [keyof PlanReport["left"], string])[] = [
  ["noMarket", "without a market that a source gives, so that no plant and no royalty is valued"],
  ["noPlant", "that the home may lack and no plan can supply, as no source gives a market that would size a plant"],
  ["noCount", "without a count of families of the last five years beyond one office, so that rivals are assumed"],
];

/** Technologies of which something that counts is unknown. `nameOf`: of a technology. */
export const leftOut = (left: PlanReport["left"], nameOf: NameOf = byCode): readonly ListBlock[] =>
  listOf(
    "Unknown, which is not 0",
    whys
      .filter(([key]) => left[key].length > 0)
      .map(([key, why]) => `${counted(left[key].length, "technology", "technologies")} ${why} (${listed(left[key].map(nameOf))})`),
  );

/** Inputs, and what is unknown. */
export const inputBlocks = (told: Told): readonly Block[] => [inputTable(told), ...leftOut(told.left)];

export const programmeCell = (programme: PlannedProgramme): Cell => technologyCell(programme.technology, programmeName(programme));

const id: ColumnOf<PlannedProgramme> = ["id", (programme) => programme.id];
const what: ColumnOf<PlannedProgramme> = ["problem", programmeCell, flexible];
const next: ColumnOf<PlannedProgramme> = ["next generation", ({ nextGeneration }) => (nextGeneration ? "yes" : "no"), wide];

/** Programmes that are selected, with what the plan would miss without each. */
export const selectedTable = (report: PlanReport): TableBlock =>
  tableOf({ title: "Selected programmes, USD M in present value", none: "none", most: 12 }, report.programmes, [
    what,
    ["works", ({ works }) => percent(works), right],
    ...(hangsOnWorlds(report)
      ? [
          [
            "holds in",
            ({ quarters }: ChosenProgramme) =>
              say("plan-parts.of-quarters", { quarters: String(quarters), count: String(report.worlds.quarters.count) }),
            right,
          ] as const,
        ]
      : []),
    ["missed by", ({ missed }) => number(missed), right],
    ["share", ({ share }) => number(share), right],
    ["cost", ({ cost }) => number(cost), right],
  ]);

/** How the figures of the selected programmes are to be read. */
export const selectedNote = (report: PlanReport): string =>
  said(
    "Missed by: what the plan would lose without the problem, less its cost, with what is freed put to its next best use; these do not add up. Share: its part by Shapley, which do.",
    hangsOnWorlds(report) &&
      "Both on the worlds that the plan is chosen on. Holds in: of four quarters of these worlds in how many the problem is in the best plan of the quarter alone.",
    "Works: chance that it works technically.",
  ).join(" ");

/** The same programmes by id, with what they take. */
export const selectedDetails = ({ programmes }: PlanReport): TableBlock =>
  tableOf({ title: "Selected programmes by id", none: "none" }, programmes, [
    id,
    ...takes,
    ["alone", ({ alone }) => number(alone), right],
    ["error of share", ({ error }) => number(error), right],
  ]);

/** Of a problem whose effort, rivals and clock no source tells. */
const asItsTechnology = "nothing: as its technology";

const takes: readonly ColumnOf<PlannedProgramme>[] = [
  next,
  ["others", ({ maturity }) => maturity],
  ["researcher-years", ({ effort, field }) => `${number(effort)} ${field}`, right],
  ["years", ({ money }) => String(money.length), right],
  ["wins claims", ({ wins }) => percent(wins), right],
  ["rivals", ({ rivals, rivalsKnown }) => `${number(rivals)}${rivalsKnown ? "" : " (assumed)"}`, right],
  [
    "supplies",
    ({ supplies, field }) =>
      supplies > 0 ? percent(supplies) : say("plan-parts.no", { capacity: field === "design" ? "capacity" : "plant" }),
    right,
  ],
  ["royalties", ({ royalties }) => number(royalties), right],
  ["spared royalties", ({ freedom }) => number(freedom), right],
  ["sells a year", ({ sells }) => number(sells), right],
  ["left of sales", ({ profit }) => number(profit), right],
  ["rights", ({ rights }) => (rights === null ? "" : number(rights)), right],
  ["claims from", ({ claimsFrom }) => String(Math.round(claimsFrom)), right],
  ["use from", ({ clock }) => (clock === null ? "at once" : numberRange(clock[0], clock[2], "year")), right],
  ["known of itself", ({ ownInputs }) => ownInputs.map(spaced).join(", ") || asItsTechnology, flexible],
];

/** Problems that are not taken up, with why; those that nothing known tells apart share a row. */
export const outTable = (out: readonly OutProgramme[], title: string): TableBlock =>
  tableOf(
    { title, none: "none", most: 10 },
    [...groupBy(out, alike).values()],
    [
      ["problem", outCell, flexible],
      ["would add", (group) => numberRange(Math.min(...group.map(addsOf)), Math.max(...group.map(addsOf))), right],
      ["why not", outWords, flexible],
    ],
  );

const addsOf = ({ adds }: OutProgramme): number => adds;

/** Own supply without a market that would size its plant: know-how and claims are all that it brings. */
const isUnsized = ({ sized, need }: OutProgramme): boolean => !sized && need === null;

const alike = (programme: OutProgramme): string =>
  isUnsized(programme) ? programme.field : JSON.stringify([programme.technology, programme.why]);

function outCell(group: readonly OutProgramme[]): Cell {
  const [first, ...others] = group as readonly [OutProgramme, ...OutProgramme[]];
  if (others.length === 0) return programmeCell(first);
  if (isUnsized(first))
    return say("plan-parts.own-supply-of", {
      group: counted(
        group.length,
        say("plan-parts.technology", { field: first.field }),
        say("plan-parts.technologies", { field: first.field }),
      ),
      groupOther: listed(group.map(({ technologyName }) => lowered(technologyName))),
    });
  return technologyCell(first.technology, `${listed(group.map(({ name }) => name))} (${first.technologyName})`);
}

function outWords(group: readonly OutProgramme[]): string {
  const [first] = group as readonly [OutProgramme, ...OutProgramme[]];
  if (group.length === 1) return first.why;
  if (isUnsized(first)) return "no market is known that would size a plant, so that claims and know-how alone would have to pay the cost";
  return say("plan-parts.each-nothing-known-tells", { why: first.why });
}

/** Why each selected programme is in. */
export const whyTable = ({ programmes }: PlanReport): TableBlock =>
  tableOf(
    { title: "Why each is in; what each keeps is with all else as it is and does not add up", none: "none" },
    programmes as readonly ChosenProgramme[],
    [what, ["why", ({ why }) => why, flexible]],
  );

/** What has to be solved, by programme. */
export const needTable = (programmes: readonly PlannedProgramme[], { documents }: PlanReport["evidence"]): TableBlock =>
  tableOf({ title: "What has to be solved", none: "none" }, programmes, [
    what,
    ["need", ({ need }) => need ?? "to supply what others supply", flexible],
    ["source", ({ source }) => documentCell(source, documents) ?? "none", flexible],
  ]);

/** All programmes by id, with what each takes. */
export const programmeTable = (title: string, programmes: readonly PlannedProgramme[]): TableBlock =>
  tableOf({ title, none: "none", most: 12 }, programmes, [
    id,
    what,
    ["cost, USD M", ({ cost }) => number(cost), right],
    ["works", ({ works }) => percent(works), right],
    ...takes,
  ]);
