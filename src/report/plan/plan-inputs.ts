import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, numberRange } from "../../base/format.ts";
import { listed, spaced } from "../../base/words.ts";
import { listOf } from "../blocks.ts";
import { linkedCell } from "../cell.ts";
import { flexible, tableOf, wideFlexible } from "../table-of.ts";
import type { Block, Cell, ListBlock, TableBlock } from "../view.ts";
import type { NameOf } from "./plan-head.ts";

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
