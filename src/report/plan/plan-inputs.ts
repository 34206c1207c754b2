import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, numberRange } from "../../base/format.ts";
import { listed, spaced } from "../../base/words.ts";
import { linkedCell } from "../cell.ts";
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
export const inputTable = ({ inputs, evidence }: Pick<Told, "inputs" | "evidence">): TableBlock => ({
  kind: "table",
  title: `Inputs: ${assumedWords(inputs)}`,
  columns: [
    { title: "input", flexible: true },
    { title: "interval" },
    { title: "unit", flexible: true },
    { title: "grade", flexible: true },
    { title: "source", flexible: true },
    { title: "note", flexible: true, wide: true },
  ],
  rows: inputs.map(({ id, scope, low, high, unit, grade, source, given, note }) => [
    scope === "" ? spaced(id) : `${spaced(id)}, ${scope}`,
    numberRange(low, high),
    unit,
    { text: grade + givenWords[given], grade },
    sourceCell(source, evidence),
    note,
  ]),
});

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
export const leftOut = (left: PlanReport["left"], nameOf: NameOf = (id) => id): readonly ListBlock[] => {
  const items = whys.flatMap(([key, why]) =>
    left[key].length === 0
      ? []
      : [`${counted(left[key].length, "technology", "technologies")} without ${why} (${listed(left[key].map(nameOf))})`],
  );
  return items.length === 0 ? [] : [{ kind: "list", title: "Left out as unknown, which is not 0", items }];
};

/** Inputs, and what is left out for want of any. */
export const inputBlocks = (told: Told): readonly Block[] => [inputTable(told), ...leftOut(told.left)];
