import type { Advice, FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { count, counted, numberRange, usdRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { technologyCell } from "../cell.ts";
import type { Block, NoteBlock, TableBlock } from "../view.ts";

type Office = FilingLine["offices"][number];

const verdicts = ["file", "open", "leave", "unknown"] as const satisfies readonly Office["verdict"][];

const reasonNotes: Partial<Record<Office["reason"], string>> = {
  "stake-unknown": "no known value at stake",
  "royalty-unknown": "no known royalty",
  "cost-unknown": "no known cost",
  "no-use-in-term": "lapses before use",
};

/** Offices by verdict, a line a technology. */
export const filingTable = (filing: readonly FilingLine[]): TableBlock => ({
  kind: "table",
  title: "Where to file what comes of the plan, if granted and licensed to no one",
  columns: [
    { title: "technology", flexible: true },
    { title: "first use in volume", flexible: true },
    ...verdicts.map((title) => ({ title, flexible: true })),
  ],
  rows: filing.map(({ technology, firstUse, offices }) => [
    technologyCell(technology.id, technology.name),
    useWords(firstUse),
    ...verdicts.map((verdict) => officesWith(offices, verdict)),
  ]),
  none: "no programme is selected",
});

export const filingNote: NoteBlock = {
  kind: "note",
  text: "File: even the low end of the value covers the high end of the cost. Leave: not even the high end covers the low end. Open: in between.",
};

const useWords = (firstUse: FilingLine["firstUse"]): string =>
  firstUse === null ? "unknown" : numberRange(firstUse.low, firstUse.high, "year");

/** Offices of a verdict, with why where that is not the usual reason; the reason once where all have the same. */
function officesWith(offices: readonly Office[], verdict: Office["verdict"]): string {
  const of = offices.filter((each) => each.verdict === verdict);
  const notes = [...new Set(of.flatMap(({ reason }) => reasonNotes[reason] ?? []))];
  return `${of.map(({ office }) => office).join(", ")}${notes.length > 0 ? ` (${listed(notes)})` : ""}`;
}

/** Value at stake and cost at each office. */
export const officeTable = (filing: readonly FilingLine[]): TableBlock => ({
  kind: "table",
  title: "Value at stake and cost by office",
  columns: [
    { title: "technology", flexible: true },
    { title: "office" },
    { title: "own families", align: "right" },
    { title: "could exclude a year", align: "right" },
    { title: "worth as royalty", align: "right" },
    { title: "costs", align: "right" },
    { title: "verdict", flexible: true },
  ],
  rows: filing.flatMap(({ technology, offices }) =>
    offices.map(({ office, families, stake, value, cost, verdict, reason }) => [
      technologyCell(technology.id, technology.name),
      office,
      count(families),
      ...[stake, value, cost].map((bounds) => (bounds === null ? "unknown" : usdRange(bounds.low, bounds.high))),
      reason in reasonNotes ? `${verdict} (${reasonNotes[reason]})` : verdict,
    ]),
  ),
});

/** What counsel may be asked, by kind; where there is nothing to ask it says how much was looked at. */
export function questionBlocks({ waiting, crossLicences, lettingGo }: Advice): readonly Block[] {
  const { saved, unknown } = lettingGo;
  const ofOwn = [
    ...(unknown > 0 ? [`too little is known of ${count(unknown)} more`] : []),
    ...(saved === null ? [] : [`fees saved in all: ${usdRange(saved.low, saved.high)}`]),
  ];
  return [
    questions(
      "To wait for or design around",
      waiting.families,
      waiting.inAll,
      `of ${counted(waiting.of, "loaded family", "loaded families")} of others in the selected cells`,
    ),
    questions("Cross-licences", crossLicences.pairs, crossLicences.inAll, `blocks counted by ${crossLicences.variant}`),
    questions("Own families to let go", lettingGo.families, lettingGo.inAll, ofOwn.join("; ")),
  ];
}

function questions(of: string, asked: readonly { readonly question: string }[], inAll: number, note: string): Block {
  const told = inAll === 0 ? "none" : asked.length < inAll ? `${count(asked.length)} of ${count(inAll)}` : count(inAll);
  const title = `${of}: ${told}${note === "" ? "" : ` (${note})`}`;
  if (asked.length === 0) return { kind: "note", text: `${title}. This is not a clearance.` };
  return { kind: "list", title, items: asked.map(({ question }) => question) };
}

/** What the home could keep from a named other by patents. */
export function againstNote({ against, plan }: PlanReport): readonly NoteBlock[] {
  if (against === null) return [];
  const told = (usd: { readonly low: number; readonly high: number } | null): string =>
    usd === null ? "an unknown amount" : `${usdRange(usd.low, usd.high)} a year`;
  return [
    {
      kind: "note",
      text:
        `The plan does not seek this: by patents ${plan.home} could keep ${told(against.today.usd)} from the market of ${plan.against} today. ` +
        `With a patent of each programme granted and in force there it would be ${told(against.withPlan)}. Licences are unknown, so it may be nothing.`,
    },
  ];
}

/** Filing, questions for counsel, and what is told beside the plan. */
export const adviceBlocks = (report: PlanReport): readonly Block[] => [
  filingTable(report.advice.filing),
  ...(report.advice.filing.length === 0 ? [] : [filingNote, officeTable(report.advice.filing)]),
  { kind: "section", title: "Questions for counsel", body: questionBlocks(report.advice) },
  ...againstNote(report),
];
