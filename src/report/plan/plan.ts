import { homeWords, unspentWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { note } from "../blocks.ts";
import type { View } from "../view.ts";
import { adviceBlocks, askedBlocks } from "./plan-advice.ts";
import {
  assumedWords,
  inputBlocks,
  netNote,
  nextTable,
  planHead,
  reasonTable,
  selectedDetails,
  selectedNote,
  selectedTable,
} from "./plan-parts.ts";
import { choiceFacts, gainTable, resourceTable, wholeFacts } from "./plan-whole.ts";

/** The plan: what is selected, what it brings and costs, how near the best it is, and what it rests on. */
export function planView(report: PlanReport): View {
  const { finding, programmes, plan, evidence } = report;
  const isEmpty = programmes.length === 0;
  return {
    finding,
    limit: homeWords(plan) || `${assumedWords(report.inputs)}: the plan is only as good as their intervals.`,
    blocks: [...askedBlocks(report), isEmpty ? nextTable(report) : selectedTable(report), wholeFacts(report)],
    details: [
      note(`${selectedNote} Here ${unspentWords(plan)}.`),
      planHead(plan),
      choiceFacts(report),
      gainTable(report),
      ...(isEmpty ? [] : [selectedDetails(report), nextTable(report)]),
      reasonTable([...programmes, ...report.next]),
      note(netNote),
      resourceTable(report),
      ...adviceBlocks(report),
      ...inputBlocks(report),
    ],
    more: "settings, ids, reasons, next programmes, filing, counsel, inputs",
    evidence,
  };
}
