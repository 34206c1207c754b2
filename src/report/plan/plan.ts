import { homeWords, unspentWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { say } from "../../base/message.ts";
import { note } from "../blocks.ts";
import type { View } from "../view.ts";
import { adviceBlocks, askedBlocks } from "./plan-advice.ts";
import { cloutBlocks, replyTable, supplyReply } from "./plan-clout.ts";
import {
  assumedWords,
  inputBlocks,
  needTable,
  outTable,
  planHead,
  selectedDetails,
  selectedNote,
  selectedTable,
  whyTable,
} from "./plan-parts.ts";
import { sensitivityTables } from "./plan-sensitivity.ts";
import { actTable, besideWorth, calibrationTable, nextWords, resourceTable, worthFacts } from "./plan-whole.ts";

/** The plan: what is taken up, what it is worth as a whole, how near the best it is, and what it rests on. */
export function planView(report: PlanReport): View {
  const { finding, programmes, out, plan, evidence, inputs } = report;
  const next = out.filter(({ nextGeneration }) => nextGeneration);
  const isEmpty = programmes.length === 0;
  return {
    finding,
    limit: homeWords(plan) || say("plan.the-plan-is-only", { assumed: assumedWords(inputs) }),
    blocks: [
      isEmpty ? outTable(out, "Not taken up, and nearest to it, USD M") : selectedTable(report),
      worthFacts(report),
      ...[nextWords(report)].filter((words) => words !== "").map(note),
    ],
    asked: [...askedBlocks(report), ...sensitivityTables(report)],
    details: [
      besideWorth(report),
      note(say("plan.here", { selectedNote: selectedNote(report), unspent: unspentWords(plan) })),
      planHead(plan),
      ...(isEmpty ? [] : [whyTable(report), selectedDetails(report), outTable(out, "Not taken up, and nearest to it, USD M")]),
      outTable(next, "Problems of the next generation that are not taken up, USD M"),
      needTable([...programmes, ...out.slice(0, 10)], evidence),
      ...cloutBlocks(report),
      replyTable(report),
      ...[supplyReply(report)].filter((words) => words !== "").map(note),
      actTable(report),
      resourceTable(report),
      ...adviceBlocks(report),
      calibrationTable(report),
      ...inputBlocks(report),
    ],
    more: "settings, reasons, next generation, clout by year, replies, acts, filing, counsel, inputs",
    evidence,
  };
}
