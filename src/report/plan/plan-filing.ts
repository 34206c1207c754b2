import type { FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import type { PlanHead } from "../../answers/plan/plan-report.ts";
import { has } from "../../base/collections.ts";
import { count, numberRange, percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, lowered, said } from "../../base/words.ts";
import { note } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { usdOf } from "../patents/portfolio-markets.ts";
import { type ColumnOf, flexible, right, tableOf, wideFlexible } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

type Office = FilingLine["offices"][number];

const verdicts = ["file", "open", "leave", "unknown"] as const satisfies readonly Office["verdict"][];

const reasonNotes: Partial<Record<Office["reason"], string>> = {
  "stake-unknown": "no known value at stake",
  "royalty-unknown": "no known royalty",
  "cost-unknown": "no known cost",
  "no-use-in-term": "lapses before use",
  "at-home": "first at home",
};

/** Offices by verdict, a line a technology. */
const filingTable = (filing: readonly FilingLine[]): TableBlock =>
  tableOf({ title: "Where to file one more family of what comes of the plan", none: "no programme is selected" }, filing, [
    ["technology", ({ technology }) => technologyCell(technology.id, technology.name), flexible],
    ["first use in volume", ({ firstUse }) => firstUse && numberRange(firstUse.low, firstUse.high, "year"), flexible],
    ...verdicts.map((verdict): ColumnOf<FilingLine> => [verdict, ({ offices }) => officesWith(offices, verdict), flexible]),
    ...(hasClout(filing) ? [["for clout alone", ({ offices }: FilingLine) => cloutVerdicts(offices), flexible] as const] : []),
  ]);

const filingNote = note(
  "Value: what one more family of the programme adds to royalties there, or to what is left of own sales; or, by the weight of clout in the plan, to what it keeps the target from selling there, if that is more: a sale that is kept out pays nothing. File: even the low end of the value covers the high end of the cost, each USD at what it is worth to the plan. Leave: not even the high end covers the low end. Open: in between. For clout alone: the same if each USD kept out counted whole, whatever the plan counts it for.",
);

const hasClout = (filing: readonly FilingLine[]): boolean => filing.some(({ offices }) => offices.some(({ clout }) => clout !== null));

/** `file: CN; open: JP and US`. */
const cloutVerdicts = (offices: readonly Office[]): string =>
  verdicts
    .flatMap((verdict) => {
      const of = offices.filter(({ clout }) => clout?.verdict === verdict);
      return of.length === 0 ? [] : [`${verdict}: ${listed(of.map(({ office }) => office))}`];
    })
    .join("; ");

/** Where filing abroad comes nearest to its cost, for what the plan counts and for clout alone; "" where nothing is to be filed. */
export function filingWords(filing: readonly FilingLine[], { againstName }: Pick<PlanHead, "againstName">): string {
  const entries = filing.flatMap(({ technology, offices }) => offices.map((office) => ({ technology: technology.name, ...office })));
  const abroad = entries.filter(has("ratio")).filter(({ reason }) => reason !== "at-home");
  const best = abroad.toSorted((a, b) => b.ratio.high - a.ratio.high)[0];
  const most = entries
    .flatMap(({ technology, office, clout }) => (clout?.ratio ? [{ technology, office, ratio: clout.ratio }] : []))
    .toSorted((a, b) => b.ratio.low - a.ratio.low || b.ratio.high - a.ratio.high)[0];
  const told = (of: { readonly technology: string; readonly office: string }): string =>
    say("plan-filing.at", { technology: lowered(of.technology), office: of.office });
  const count = (verdict: Office["verdict"]): number => abroad.filter((each) => each.verdict === verdict).length;
  return said(
    best !== undefined &&
      say("plan-filing.of-filings-abroad-that", {
        filings: abroad.length,
        count: String(count("file")),
        countOther: String(count("open")),
        best: told(best),
        times: times(best.ratio),
      }),
    most !== undefined &&
      againstName !== null &&
      (most.ratio.high > 0
        ? say("plan-filing.for-clout-on-each", { againstName, most: told(most), times: times(most.ratio) })
        : say("plan-filing.for-clout-on-no", { againstName })),
  ).join(" ");
}

const times = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  say("plan-filing.times", { low: numberRange(low, high) });

/** Where to file what comes of a plan. */
export const filingBlocks = (filing: readonly FilingLine[], plan: Pick<PlanHead, "againstName">): readonly Block[] => {
  const words = filingWords(filing, plan);
  return [filingTable(filing), ...(words === "" ? [] : [note(words)]), ...(filing.length === 0 ? [] : [filingNote, officeTable(filing)])];
};

/** Offices of a verdict, with why where that is not the usual reason; the reason once where all have the same. */
function officesWith(offices: readonly Office[], verdict: Office["verdict"]): string {
  const of = offices.filter((each) => each.verdict === verdict);
  const notes = [...new Set(of.flatMap(({ reason }) => reasonNotes[reason] ?? []))];
  const told = of.map(({ office, covers }) => (covers === null || verdict !== "open" ? office : `${office} ${percent(covers)}`));
  return `${told.join(", ")}${notes.length > 0 ? ` (${listed(notes)})` : ""}`;
}

/** Value at stake and cost at each office. */
const officeTable = (filing: readonly FilingLine[]): TableBlock =>
  tableOf(
    "Value at stake and cost by office",
    filing.flatMap(({ technology, offices }) => offices.map((office) => ({ technology, ...office }))),
    [
      ["technology", ({ technology }) => technologyCell(technology.id, technology.name), flexible],
      ["office", ({ office }) => office],
      ["own families", ({ families }) => count(families), right],
      ["sales to earn on a year", ({ stake }) => usdOf(stake), right],
      ["worth", ({ value }) => usdOf(value), right],
      ...(hasClout(filing) ? [["keeps out", ({ clout }: Office) => (clout === null ? "" : usdOf(clout.usd)), right] as const] : []),
      ["costs", ({ cost }) => usdOf(cost), right],
      ["covers it in", ({ covers }) => (covers === null ? "" : say("plan-filing.of-draws", { covers: percent(covers) })), right],
      ["why", ({ why }) => why ?? "", wideFlexible],
      ["verdict", ({ verdict, reason }) => (reason in reasonNotes ? `${verdict} (${reasonNotes[reason]})` : verdict), flexible],
    ],
  );
